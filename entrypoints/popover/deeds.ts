import { ask } from '@/lib/messaging/messenger';
import type { PopoverToBackground } from '@/lib/messaging/popover-protocol';
import type { ContentToBackground } from '@/lib/messaging/protocol';
import type { PopoverGround } from '@/lib/page/popover-bridge';
import type { Deeds } from './card-actions';

/** Of the text around a mark, so many code units on each side go to the background to explain it: it reads fewer. */
const REACH = 400;

/** What cards have done by the background and on the page, but for what is the controller's. */
export function createDeeds(ground: PopoverGround): Omit<Deeds, 'describe'> {
  return {
    describeConcept: (glossaryId, conceptId) =>
      ask<PopoverToBackground, 'describeConcept'>('describeConcept', { glossaryId, conceptId }),
    async explain({ block, start, text }) {
      const from = Math.max(0, start - REACH);
      const near = block.slice(from, start + text.length + REACH);
      const at = { start: start - from, end: start - from + text.length };
      return (await ask<PopoverToBackground, 'explainMark'>('explainMark', { text: near, ...at })).reason;
    },
    async dontMark({ glossary, concept }, scope) {
      const rule = { glossaryId: glossary.id, conceptId: concept.id, scope };
      const { id } = await ask<PopoverToBackground, 'addMarkRule'>('addMarkRule', rule);
      if (id === undefined) return undefined;
      return async () => void (await ask<PopoverToBackground, 'undoMarkRule'>('undoMarkRule', { id }));
    },
    edit({ glossary, concept }) {
      const which = { glossary: glossary.id, concept: concept.id };
      void ask<ContentToBackground, 'editConcept'>('editConcept', which);
    },
    openOptions: () => void ask<ContentToBackground, 'openOptions'>('openOptions', {}),
    marks: () => ground.shown(),
    async findPlace({ revision, form }, at) {
      return (await ask<PopoverToBackground, 'findPlace'>('findPlace', { revision, form, at })).place;
    },
    goToPlace: ({ revision, form }, way) =>
      ask<PopoverToBackground, 'goToPlace'>('goToPlace', { revision, form, ...way }),
  };
}
