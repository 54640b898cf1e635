import { computed, signal } from '@preact/signals';
import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { ConceptSchema } from '@/lib/glossary/format';
import type { Concept, ConceptId, GlossaryId } from '@/lib/glossary/model';
import { conceptOfNote, type Note, noteOfConcept, noteOfTaken } from '@/lib/glossary/note';
import type { SenseDescription } from '@/lib/glossary/sense-description';
import { resolveUiLanguage } from '@/lib/i18n/resolve-language';
import { createTranslator } from '@/lib/i18n/translator';
import { ask } from '@/lib/messaging/messenger';
import type { PageToBackground } from '@/lib/messaging/protocol';
import { DEFAULT_SETTINGS, type Settings } from '@/lib/settings/settings';
import {
  changeConcepts,
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

type Trouble = 'noTerm' | 'noName' | { reason: string };

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
  const t = computed(() => createTranslator(uiLanguage.value));
  /** Definitions are written in the language in which the reader reads them. */
  const language = computed(() => {
    const set = settings.value.definitionLanguage;
    return set === 'auto' ? (uiLanguage.value === 'en' ? 'en' : 'zh') : set;
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
      trouble.value = { reason: error instanceof Error ? error.message : String(error) };
    } finally {
      acting = false;
    }
  }

  /** The concept of the form, or what is wrong with it. */
  function makeConcept(): Concept | Trouble {
    if (note.peek().term.trim() === '') return 'noTerm';
    const id = base.peek()?.id ?? (crypto.randomUUID() as ConceptId);
    const concept = conceptOfNote(note.peek(), { id, language: language.peek(), base: base.peek() });
    const checked = v.safeParse(ConceptSchema, concept);
    return checked.success ? concept : { reason: checked.issues.map(({ message }) => message).join('; ') };
  }

  async function save(): Promise<void> {
    const concept = makeConcept();
    const id = chosen.peek();
    if (typeof concept === 'string' || 'reason' in concept) trouble.value = concept;
    else if (id !== undefined) {
      const edition = all.peek().find((each) => each.id === id)?.edition ?? 0;
      await act([id], 'saved', () => changeConcepts(id, { put: [concept], remove: [] }, { edition }));
    } else if (newName.peek().trim() === '') trouble.value = 'noName';
    else {
      const header = {
        id: crypto.randomUUID() as GlossaryId,
        name: { [uiLanguage.peek()]: newName.peek().trim() },
        version: '1',
        updated: new Date().toISOString().slice(0, 10),
        language: 'zh',
        categories: {},
      };
      const { category: _, ...uncategorised } = concept;
      await act([header.id], 'saved', () => createGlossary({ ...header, concepts: [uncategorised] }));
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
      clearTimeout(askTimer);
      if (asked) askTimer = setTimeout(() => void askWhetherKnown(), ASK_DELAY_MS);
    },

    save,

    async remove(): Promise<void> {
      const [id, concept] = [chosen.peek(), base.peek()];
      const edition = all.peek().find((each) => each.id === id)?.edition;
      if (id === undefined || concept === undefined || edition === undefined) return;
      await act([id], 'deleted', () => changeConcepts(id, { put: [], remove: [concept.id] }, { edition }));
    },

    async takeBack(): Promise<void> {
      if (undo === undefined) return;
      try {
        await announceRevision(await undoAct(undo));
        done.value = 'undone';
      } catch (error) {
        console.error(error);
        trouble.value = { reason: error instanceof Error ? error.message : String(error) };
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

export type NoteState = ReturnType<typeof createNoteState>;
