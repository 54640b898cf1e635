import { signal } from '@preact/signals';
import type { DetailsChanges } from '@/components/options/details-draft';
import type { GlossarySummary, Loaded } from '@/components/options/glossary-view';
import { freeId } from '@/lib/glossary/merge';
import type { Glossary, GlossaryId, LocalizedText } from '@/lib/glossary/model';
import { plainName } from '@/lib/glossary/plain-name';
import { makeId } from '@/lib/glossary-import/header';
import { localDay } from '@/lib/i18n/local-day';
import { ask } from '@/lib/messaging/messenger';
import type { PageToBackground } from '@/lib/messaging/protocol';
import { duplicateGlossary, mergeGlossaries } from '@/lib/storage/glossary-copies';
import {
  chooseForGlossary,
  createGlossary,
  deleteGlossary,
  listGlossaries,
  reorderGlossaries,
  updateHeader,
} from '@/lib/storage/glossary-store';
import { createQueue } from '@/lib/storage/queue';
import { announceRevision, watchRevision } from '@/lib/storage/revision-signal';
import { doUndoably, type Undo, undoAct } from '@/lib/storage/undo';
import { failed } from './failure';

/** The glossaries, and all that can be done to one as a whole. Each change rejects if the store refuses it. */
export function createGlossaryList() {
  const inTurn = createQueue();
  const glossaries = signal<Loaded<readonly GlossarySummary[]>>({ kind: 'loading' });

  const all = (): readonly GlossarySummary[] => {
    const loaded = glossaries.peek();
    return loaded.kind === 'ready' ? loaded.value : [];
  };
  /** The edition that is shown; the store takes changes to no other. */
  const editionOf = (id: GlossaryId): number => all().find((each) => each.id === id)?.edition ?? 0;
  const takenIds = (): Set<GlossaryId> => new Set(all().map(({ id }) => id));

  async function load(): Promise<void> {
    try {
      glossaries.value = { kind: 'ready', value: await listGlossaries() };
    } catch (error) {
      glossaries.value = failed(error);
    }
  }

  /** Where the store can't be read: an empty one takes its place. Shows what came of it. */
  async function startAfresh(): Promise<void> {
    glossaries.value = { kind: 'loading' };
    try {
      await ask<PageToBackground, 'startAfresh'>('startAfresh', {});
      await load();
    } catch (error) {
      glossaries.value = failed(error);
    }
  }

  /**
   * Makes a change and tells everybody; whatever became of it, the list then shows what is stored. Changes wait for
   * one another: each finds the edition that the one before it made.
   */
  const make = <Made extends { revision: number }>(act: () => Promise<Made>): Promise<Made> =>
    inTurn(async () => {
      try {
        const made = await act();
        await announceRevision(made.revision);
        return made;
      } finally {
        await load();
      }
    });

  async function change(act: () => Promise<number>): Promise<void> {
    await make(async () => ({ revision: await act() }));
  }

  async function changeUndoably(ids: readonly GlossaryId[], act: () => Promise<number>): Promise<Undo> {
    return (await make(() => doUndoably(ids, act))).undo;
  }

  return {
    glossaries,
    editionOf,
    load,
    startAfresh,
    change,
    changeUndoably,
    undo: (undo: Undo) => change(() => undoAct(undo)),
    stop: watchRevision(() => void load()),

    setEnabled: (id: GlossaryId, enabled: boolean) => change(() => chooseForGlossary(id, { enabled })),

    /** Moves a glossary to a place in the list; out of it: to its end or beginning. */
    async move(id: GlossaryId, place: number): Promise<void> {
      const ids = all().map((glossary) => glossary.id);
      const others = ids.filter((other) => other !== id);
      const to = Math.max(0, Math.min(others.length, place));
      const ordered = [...others.slice(0, to), id, ...others.slice(to)];
      if (ordered.some((each, at) => each !== ids[at])) await change(() => reorderGlossaries(ordered));
    },

    /** Makes an empty glossary; returns its id. The name may be as it was typed. */
    async create(typed: LocalizedText, language: string): Promise<GlossaryId> {
      const taken = takenIds();
      const name = Object.fromEntries(Object.entries(typed).map(([tag, text]) => [tag, plainName(text)]));
      const wanted = makeId(Object.values(name)[0] ?? '') as GlossaryId;
      const id = taken.has(wanted) ? freeId(wanted, taken) : wanted;
      const glossary: Glossary = {
        id,
        name,
        version: '1',
        updated: localDay(Date.now()),
        language,
        categories: {},
        concepts: [],
      };
      await change(() => createGlossary(glossary));
      return id;
    },

    duplicate(glossary: GlossarySummary, name: LocalizedText): Promise<Undo> {
      const id = freeId(glossary.id, takenIds());
      return changeUndoably([id], () => duplicateGlossary(glossary.id, { id, name }));
    },

    merge: (into: GlossaryId, others: readonly GlossaryId[]) =>
      changeUndoably([into, ...others], () => mergeGlossaries(into, others)),

    remove: (id: GlossaryId) => changeUndoably([id], () => deleteGlossary(id)),

    saveDetails({ id, edition }: GlossarySummary, { header, colour, sites }: DetailsChanges): Promise<void> {
      const choices = { colour, sites };
      if (header === undefined) return change(() => chooseForGlossary(id, choices));
      const { licence, publisher, homepage, description, ...rest } = header;
      const changes = { ...rest, licence, publisher, homepage, description };
      return change(() => updateHeader(id, changes, { edition, choices }));
    },
  };
}

export type GlossaryList = ReturnType<typeof createGlossaryList>;
