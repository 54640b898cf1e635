import { batch, computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import { type DetailsDraft, readDetails, toDetails } from '@/components/options/details-draft';
import type { OpenDetails } from '@/components/options/glossary-view';
import { type ProblemTexts, textsByPath } from '@/components/options/problem-text';
import type { GlossaryId } from '@/lib/glossary/model';
import type { Translate } from '@/lib/i18n/translator';
import { OutdatedError } from '@/lib/storage/glossary-store';
import type { GlossaryList } from './glossary-list';
import type { OpenGlossaryState } from './open-glossary';
import type { Route } from './route';

const NO_PROBLEMS: ProblemTexts = new Map();

/** What is written about the open glossary, while its details are being edited. */
export function createDetailsEditor(
  list: GlossaryList,
  open: OpenGlossaryState,
  route: ReadonlySignal<Route>,
  t: ReadonlySignal<Translate>,
) {
  /** As the form began with it, as text. */
  const initial = signal('');
  const draft = signal<DetailsDraft | undefined>(undefined);
  const problems = signal<ProblemTexts>(NO_PROBLEMS);
  const conflict = signal(false);
  const dirty = computed(() => draft.value !== undefined && JSON.stringify(draft.value) !== initial.value);
  let opened: GlossaryId | undefined;
  let saving = false;

  function start(next: DetailsDraft | undefined): void {
    batch(() => {
      draft.value = next;
      initial.value = next === undefined ? '' : JSON.stringify(next);
      problems.value = NO_PROBLEMS;
      conflict.value = false;
    });
  }

  const stop = effect(() => {
    const glossary = route.value.view === 'details' ? open.glossary.value : undefined;
    if (glossary?.id !== opened) {
      opened = glossary?.id;
      return start(glossary && toDetails(glossary));
    }
    if (glossary === undefined || saving) return undefined;
    // Stored again, here or elsewhere: what nobody is writing follows.
    const stored = toDetails(glossary);
    if (JSON.stringify(stored) === initial.peek()) return undefined;
    if (dirty.peek()) conflict.value = true;
    else start(stored);
    return undefined;
  });

  function check() {
    const glossary = open.glossary.peek();
    const value = draft.peek();
    if (glossary === undefined || value === undefined) return undefined;
    const read = readDetails(value, glossary);
    if (read.ok) problems.value = NO_PROBLEMS;
    else {
      const texts = new Map(textsByPath(t.peek(), read.problems));
      if (read.sites) texts.set('sites', t.peek()('sites.invalid'));
      problems.value = texts;
    }
    return read.ok ? { glossary, changes: read.changes } : undefined;
  }

  const discard = (): void => {
    const glossary = open.glossary.peek();
    start(glossary && draft.peek() && toDetails(glossary));
  };

  /** What was typed while the details were being stored stays, and is yet to be saved. */
  function goOn(id: GlossaryId, written: DetailsDraft): void {
    const glossary = open.glossary.peek();
    // Another form is open by now, or none.
    if (opened !== id || glossary === undefined) return;
    const stored = toDetails(glossary);
    if (draft.peek() === written || !dirty.peek()) start(stored);
    else {
      batch(() => {
        initial.value = JSON.stringify(stored);
        conflict.value = false;
      });
    }
  }

  return {
    dirty,
    discard,
    view: computed<OpenDetails | undefined>(
      () =>
        draft.value && {
          draft: draft.value,
          dirty: dirty.value,
          problems: problems.value,
          conflict: conflict.value,
        },
    ),

    setDraft(next: DetailsDraft): void {
      draft.value = next;
      // Once it was told what is wrong, it is told at once when it no longer is.
      if (problems.peek().size > 0) check();
    },

    /**
     * Stores the draft if it holds to the format; else shows what is wrong.
     *
     * @param options.force over what somebody else has changed meanwhile
     * @returns nothing if there is nothing to store; rejects with an OutdatedError if the form asks what to do
     */
    save({ force = false } = {}): Promise<void> | undefined {
      const written = draft.peek();
      // A double click is one wish.
      const checked = saving ? undefined : check();
      if (checked === undefined || written === undefined) return undefined;
      const { glossary } = checked;
      if (conflict.peek() && !force) return Promise.reject(new OutdatedError(glossary.id, glossary));
      saving = true;
      return list
        .saveDetails(glossary, checked.changes)
        .then(() => goOn(glossary.id, written))
        .finally(() => {
          saving = false;
        });
    },

    stop,
  };
}

export type DetailsEditor = ReturnType<typeof createDetailsEditor>;
