import { computed, signal } from '@preact/signals';
import { browser } from 'wxt/browser';
import type { NoteField } from '@/components/note/NoteForm';
import { unfitText } from '@/components/options/problem-text';
import { writtenDefinitionTag } from '@/components/popover/sense-texts';
import { checkConcept } from '@/lib/glossary/check-concept';
import type { Concept, ConceptId, GlossaryHeader, GlossaryId } from '@/lib/glossary/model';
import { conceptOfNote, type Note, noteOfConcept, noteOfTaken } from '@/lib/glossary/note';
import { plainName } from '@/lib/glossary/plain-name';
import type { Problem } from '@/lib/glossary/problem';
import type { SenseDescription } from '@/lib/glossary/sense-description';
import { GLOSSARY_TEXTS } from '@/lib/i18n/glossary-texts';
import { localDay } from '@/lib/i18n/local-day';
import { resolveDefinitionLanguage, resolveUiLanguage } from '@/lib/i18n/resolve-language';
import { createTranslator } from '@/lib/i18n/translator';
import { ask } from '@/lib/messaging/messenger';
import type { PageToBackground } from '@/lib/messaging/protocol';
import { DEFAULT_SETTINGS, type Settings } from '@/lib/settings/settings';
import { changeConcepts, putConcept } from '@/lib/storage/concept-changes';
import {
  createGlossary,
  listGlossaries,
  readConcepts,
  type StoredGlossary,
} from '@/lib/storage/glossary-store';
import { readTaken } from '@/lib/storage/note-drafts';
import { announceRevision } from '@/lib/storage/revision-signal';
import { loadSettings } from '@/lib/storage/settings-store';
import { doUndoably, type Undo, undoAct } from '@/lib/storage/undo';

/** Typing goes on meanwhile; the question costs the background a millisecond. */
const ASK_DELAY_MS = 200;

const EMPTY: Note = { term: '', names: '', definition: '', category: '', source: undefined };

type Unfit = { unfit: string; field: NoteField | undefined };
type Trouble = 'noTerm' | 'noName' | { error: unknown } | Unfit;

/**
 * The state of the form. `?draft=<number>`: what was taken from a page; `?glossary=<id>&concept=<id>`: a concept to
 * change.
 */
export function createNoteState() {
  const settings = signal<Settings>(DEFAULT_SETTINGS);
  const note = signal<Note>(EMPTY);
  const base = signal<Concept | undefined>(undefined);
  const all = signal<readonly StoredGlossary[]>([]);
  const chosen = signal<GlossaryId | undefined>(undefined);
  const newName = signal('');
  const known = signal<readonly SenseDescription[]>([]);
  const trouble = signal<Trouble | undefined>(undefined);
  const done = signal<'saved' | 'deleted' | 'undone' | undefined>(undefined);
  const empty = signal(false);
  let undo: Undo | undefined;
  let acting = false;
  let askTimer: ReturnType<typeof setTimeout> | undefined;

  const uiLanguage = computed(() =>
    resolveUiLanguage(settings.value.uiLanguage, [browser.i18n.getUILanguage(), ...navigator.languages]),
  );
  const t = computed(() => createTranslator(uiLanguage.value, GLOSSARY_TEXTS));
  /** Definitions are written in the language in which the reader reads them. */
  const language = computed(() => {
    const language = resolveDefinitionLanguage(settings.value.definitionLanguage, uiLanguage.value);
    return base.value === undefined ? language : writtenDefinitionTag(base.value, language, uiLanguage.value);
  });

  async function askWhetherKnown(): Promise<void> {
    const text = note.peek().term.trim();
    const { senses } =
      text === '' ? { senses: [] } : await ask<PageToBackground, 'findSame'>('findSame', { text });
    if (note.peek().term.trim() !== text) return;
    known.value = senses.filter(({ concept }) => concept.id !== base.peek()?.id);
  }

  async function act(ids: readonly GlossaryId[], what: 'saved' | 'deleted', change: () => Promise<number>) {
    // A double click, or a key held down, is one wish.
    if (acting) return;
    acting = true;
    try {
      const acted = await doUndoably(ids, change);
      undo = acted.undo;
      await announceRevision(acted.revision);
      trouble.value = undefined;
      done.value = what;
    } catch (error) {
      console.error(error);
      trouble.value = { error };
    } finally {
      acting = false;
    }
  }

  /** The concept of the form, or why it can't stand in the glossary that it is to go into. */
  function makeConcept(header: GlossaryHeader): Concept | Unfit {
    const { category, ...rest } = note.peek();
    // Chosen while another glossary was.
    const known = Object.hasOwn(header.categories, category) ? category : '';
    const id = base.peek()?.id ?? (crypto.randomUUID() as ConceptId);
    const concept = conceptOfNote(
      { ...rest, category: known },
      { id, language: language.peek(), base: base.peek() },
    );
    // The form shows no relations: where they lead is nothing that could be mended here.
    const checked = checkConcept({ ...concept }, header, (other) => other !== id);
    const problem = checked.ok ? undefined : checked.problems.find(({ severity }) => severity === 'error');
    if (problem === undefined) return concept;
    return { unfit: unfitText(t.peek(), concept, problem), field: fieldOf(problem) };
  }

  /** What is being mended is no trouble any more; what went wrong elsewhere stays said. */
  function mend(): void {
    const what = trouble.peek();
    if (typeof what === 'string' || (what !== undefined && 'unfit' in what)) trouble.value = undefined;
  }

  function newHeader(): GlossaryHeader {
    return {
      id: crypto.randomUUID() as GlossaryId,
      name: { [uiLanguage.peek()]: plainName(newName.peek()) },
      version: '1',
      updated: localDay(Date.now()),
      language: 'zh',
      categories: {},
    };
  }

  async function save(): Promise<void> {
    const stored = all.peek().find(({ id }) => id === chosen.peek());
    if (note.peek().term.trim() === '') trouble.value = 'noTerm';
    else if (stored === undefined && plainName(newName.peek()) === '') trouble.value = 'noName';
    else {
      const header = stored ?? newHeader();
      const concept = makeConcept(header);
      if ('unfit' in concept) trouble.value = concept;
      else
        await act([header.id], 'saved', () =>
          stored === undefined
            ? createGlossary({ ...header, concepts: [concept] })
            : putConcept(stored.id, concept, { over: base.peek() }),
        );
    }
  }

  return {
    note,
    base,
    all,
    own: computed(() => all.value.filter(({ origin }) => origin === 'own')),
    chosen,
    newName,
    known,
    trouble,
    done,
    empty,
    uiLanguage,
    t,

    setNote(next: Note): void {
      const asked = note.peek().term !== next.term;
      note.value = next;
      mend();
      clearTimeout(askTimer);
      if (asked) askTimer = setTimeout(() => void askWhetherKnown(), ASK_DELAY_MS);
    },

    choose(id: GlossaryId | undefined): void {
      chosen.value = id;
      mend();
    },

    setNewName(name: string): void {
      newName.value = name;
      mend();
    },

    save,

    async remove(): Promise<void> {
      const [id, concept] = [chosen.peek(), base.peek()];
      if (id === undefined || concept === undefined) return;
      await act([id], 'deleted', async () => {
        // Much may have changed there since the form was opened: what is deleted is this concept.
        const edition = (await listGlossaries()).find((each) => each.id === id)?.edition ?? 0;
        return changeConcepts(id, { remove: [concept.id] }, { edition });
      });
    },

    async takeBack(): Promise<void> {
      if (undo === undefined) return;
      try {
        await announceRevision(await undoAct(undo));
        done.value = 'undone';
      } catch (error) {
        console.error(error);
        trouble.value = { error };
      }
    },

    async start(): Promise<void> {
      settings.value = await loadSettings();
      newName.value = t.peek()('note.myGlossary');
      all.value = await listGlossaries();
      const query = new URLSearchParams(location.search);
      const glossary = query.get('glossary') as GlossaryId | null;
      if (glossary !== null) {
        const found = (await readConcepts(glossary)).find(({ id }) => id === query.get('concept'));
        empty.value = found === undefined;
        if (found === undefined) return;
        base.value = found;
        chosen.value = glossary;
        note.value = noteOfConcept(found, language.peek());
      } else {
        const taken = await readTaken(query.get('draft') ?? '');
        empty.value = taken === undefined;
        if (taken === undefined) return;
        chosen.value = all.peek().findLast(({ origin }) => origin === 'own')?.id;
        note.value = noteOfTaken(taken);
      }
      await askWhetherKnown();
    },
  };
}

/** The field of the form that a problem of its concept is with. */
function fieldOf({ at: { path = '' } }: Problem): NoteField | undefined {
  if (path.startsWith('terms[0]')) return 'term';
  if (path.startsWith('terms')) return 'names';
  return path.startsWith('definitions') ? 'definition' : undefined;
}

export type NoteState = ReturnType<typeof createNoteState>;
