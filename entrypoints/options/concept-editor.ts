import { batch, computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import {
  type ConceptDraft,
  emptyDraft,
  findRepeated,
  fromDraft,
  toDraft,
} from '@/components/options/concept-draft';
import type { OpenConcept } from '@/components/options/glossary-view';
import { type ProblemTexts, textsByPath } from '@/components/options/problem-text';
import { checkConcept } from '@/lib/glossary/check-concept';
import type { Concept, ConceptId, GlossaryId } from '@/lib/glossary/model';
import type { ConceptChanges } from '@/lib/glossary/overlay';
import type { Translate } from '@/lib/i18n/translator';
import { changeConcepts, putConcept } from '@/lib/storage/concept-changes';
import { OutdatedError } from '@/lib/storage/glossary-store';
import type { Undo } from '@/lib/storage/undo';
import type { GlossaryList } from './glossary-list';
import type { OpenGlossaryState } from './open-glossary';
import { NEW_CONCEPT, type Route } from './route';

const NO_PROBLEMS: ProblemTexts = new Map();

/** Ids are for programs: short, and never the same in two glossaries. */
function makeId(): string {
  return `c-${crypto.randomUUID().slice(0, 8)}`;
}

interface Editing {
  /** Each form that is opened has another number. */
  form: number;
  /** As it was read; nothing for a new one. */
  original: Concept | undefined;
  /** The draft that the form began with, as text. */
  initial: string;
}

/** The concept that the address names, while it is being edited. */
export function createConceptEditor(
  list: GlossaryList,
  open: OpenGlossaryState,
  route: ReadonlySignal<Route>,
  t: ReadonlySignal<Translate>,
) {
  const editing = signal<Editing | undefined>(undefined);
  const draft = signal<ConceptDraft | undefined>(undefined);
  const problems = signal<ProblemTexts>(NO_PROBLEMS);
  const conflict = signal(false);
  const dirty = computed(
    () => draft.value !== undefined && JSON.stringify(draft.value) !== editing.value?.initial,
  );

  const wanted = computed(() => {
    const { glossary, concept } = route.value;
    return concept === undefined ? undefined : `${glossary}\n${concept}`;
  });
  let opened: string | undefined;
  let forms = 0;
  /** On its way into the store. */
  let writing: Concept | undefined;

  function start(concept: Concept | undefined, form = editing.peek()?.form ?? ++forms): void {
    const language = open.glossary.peek()?.language ?? '';
    const first = concept === undefined ? emptyDraft(makeId(), language) : toDraft(concept, language);
    batch(() => {
      editing.value = { form, original: concept, initial: JSON.stringify(first) };
      draft.value = first;
      problems.value = NO_PROBLEMS;
      conflict.value = false;
    });
  }

  function close(): void {
    opened = undefined;
    batch(() => {
      editing.value = undefined;
      draft.value = undefined;
    });
  }

  /** What the form was last compared with. */
  let read: typeof open.contents.value;

  const stop = effect(() => {
    const contents = open.contents.value;
    const isNews = contents !== read;
    read = contents;
    if (wanted.value === undefined) return close();
    if (contents === undefined) return undefined;
    const concept = contents.byId.get(route.peek().concept as ConceptId);
    const isNew = route.peek().concept === NEW_CONCEPT;
    if (opened !== wanted.value) {
      opened = wanted.value;
      if (isNew || concept !== undefined) start(isNew ? undefined : concept, ++forms);
      else close();
      return undefined;
    }
    // Only its address is another one.
    if (!isNews) return undefined;
    // Read again, since something has changed: what nobody is writing follows.
    const original = editing.peek()?.original;
    if (original === undefined || isSame(concept, original)) return undefined;
    if (writing !== undefined && isSame(concept, writing)) return undefined;
    if (dirty.peek()) conflict.value = true;
    else if (concept === undefined) close();
    else start(concept);
    return undefined;
  });

  /** The concept as it is written; nothing if it does not hold to the format: the form then shows what is wrong. */
  function check(): Concept | undefined {
    const glossary = open.glossary.peek();
    const value = draft.peek();
    if (glossary === undefined || value === undefined) return undefined;
    const known = open.contents.peek()?.byId;
    const own = editing.peek()?.original?.id;
    const isTaken = (id: string): boolean => id !== own && known?.has(id as ConceptId) === true;
    const checked = checkConcept(fromDraft(value), glossary, isTaken);
    const repeated = findRepeated(value.definitions, ['definitions']);
    problems.value = textsByPath(t.peek(), [...repeated, ...(checked.ok ? [] : checked.problems)]);
    return checked.ok && repeated.length === 0 ? checked.concept : undefined;
  }

  /** Puts the concept in place of the one that was read: if it is another one by now, the form hears of that and asks. */
  async function write(id: GlossaryId, concept: Concept, force: boolean): Promise<void> {
    if (conflict.peek() && !force) throw new OutdatedError(id, { edition: list.editionOf(id) });
    const over = force ? 'any' : editing.peek()?.original;
    await list.change(() => putConcept(id, concept, { over }));
  }

  /** What was typed while the concept was being stored stays, and is yet to be saved. */
  function goOn(stored: Concept, written: ConceptDraft): void {
    const { glossary } = route.peek();
    const current = editing.peek();
    const typed = draft.peek();
    if (current === undefined || typed === undefined) return;
    const next = toDraft(stored, open.glossary.peek()?.language ?? '');
    opened = `${glossary}\n${stored.id}`;
    batch(() => {
      editing.value = { ...current, original: stored, initial: JSON.stringify(next) };
      conflict.value = false;
      draft.value = typed === written ? next : { ...typed, id: next.id };
    });
  }

  function changeUndoably(changes: ConceptChanges): Promise<Undo> | undefined {
    const id = open.glossary.peek()?.id;
    if (id === undefined) return undefined;
    return list.changeUndoably([id], () => changeConcepts(id, changes, { edition: list.editionOf(id) }));
  }

  return {
    dirty,
    draft,
    view: computed<OpenConcept | undefined>(() => {
      const current = editing.value;
      const value = draft.value;
      if (current === undefined || value === undefined) return undefined;
      const overlay = open.contents.value?.overlay;
      return {
        draft: value,
        form: current.form,
        isNew: current.original === undefined,
        dirty: dirty.value,
        problems: problems.value,
        conflict: conflict.value,
        edited: overlay?.put.some(({ id }) => id === current.original?.id) === true,
      };
    }),

    setDraft(next: ConceptDraft): void {
      draft.value = next;
      // Once it was told what is wrong, it is told at once when it no longer is.
      if (problems.peek().size > 0) check();
    },

    /**
     * Stores the draft if it holds to the format; else shows what is wrong.
     *
     * @param options.force over what somebody else has changed meanwhile
     * @returns nothing if there is nothing to store; else the id of the concept, or nothing if its form is gone by then
     * @throws {OutdatedError} (rejects) if the form asks what to do
     */
    save({ force = false } = {}): Promise<ConceptId | undefined> | undefined {
      const written = draft.peek();
      const id = open.glossary.peek()?.id;
      // A double click, or a key held down, is one wish.
      const concept = writing === undefined ? check() : undefined;
      if (concept === undefined || written === undefined || id === undefined) return undefined;
      const form = editing.peek()?.form;
      writing = concept;
      return write(id, concept, force)
        .then(() => {
          if (editing.peek()?.form !== form) return undefined;
          goOn(concept, written);
          return concept.id;
        })
        .finally(() => {
          writing = undefined;
        });
    },

    /** Forgets what was written. */
    discard(): void {
      const original = editing.peek()?.original;
      const current = original && open.contents.peek()?.byId.get(original.id);
      if (current === undefined) close();
      else start(current);
    },

    /** Deletes concepts, or hides those of somebody else's glossary. */
    remove: (ids: readonly ConceptId[]) => changeUndoably({ remove: ids }),

    revert: (ids: readonly ConceptId[]) => changeUndoably({ revert: ids }),

    /** Puts a concept in place of the one with its id, outside of the form. */
    replace: (concept: Concept) => changeUndoably({ put: [concept] }),

    stop,
  };
}

function isSame(a: Concept | undefined, b: Concept | undefined): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

export type ConceptEditor = ReturnType<typeof createConceptEditor>;
