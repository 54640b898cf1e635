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
    explain({ block, start, text }) {
      const from = Math.max(0, start - REACH);
      const near = block.slice(from, start + text.length + REACH);
      const at = { start: start - from, end: start - from + text.length };
      return ask<PopoverToBackground, 'explainMark'>('explainMark', { text: near, ...at });
    },
    async dontMark({ glossary, concept }, scope) {
      const rule = { glossaryId: glossary.id, conceptId: concept.id, scope };
      const { id } = await ask<PopoverToBackground, 'addMarkRule'>('addMarkRule', rule);
      if (id === undefined) return {};
      return {
        async undo() {
          const { undone } = await ask<PopoverToBackground, 'undoMarkRule'>('undoMarkRule', { id });
          if (!undone) throw new Error('This tab has added another rule since');
        },
      };
    },
    edit({ glossary, concept }) {
      const which = { glossary: glossary.id, concept: concept.id };
      return ask<ContentToBackground, 'editConcept'>('editConcept', which);
    },
    openOptions: () => ask<ContentToBackground, 'openOptions'>('openOptions', {}),
    marks: () => ground.shown(),
    async findPlace({ revision, form }, at) {
      return (await ask<PopoverToBackground, 'findPlace'>('findPlace', { revision, form, at })).place;
    },
    goToPlace: ({ revision, form }, way) =>
      ask<PopoverToBackground, 'goToPlace'>('goToPlace', { revision, form, ...way }),
  };
}
