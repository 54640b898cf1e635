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
import { appliesOn } from '@/lib/settings/glossary-sites';
import { DEFAULT_SETTINGS, type Settings } from '@/lib/settings/settings';
import { changeConcepts, putConcept } from '@/lib/storage/concept-changes';
import {
  createGlossary,
  type GlossaryChoices,
  listGlossaries,
  OutdatedError,
  readConcepts,
  type StoredGlossary,
} from '@/lib/storage/glossary-store';
import { readTaken } from '@/lib/storage/note-drafts';
import { announceRevision, watchRevision } from '@/lib/storage/revision-signal';
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
  /** Of the glossary in which it was saved. */
  const into = signal<Pick<GlossaryChoices, 'enabled' | 'sites'>>({ enabled: true });
  const empty = signal(false);
  let undo: Undo | undefined;
  let acting = false;
  /** The reader has asked for a new glossary, or named it. */
  let newByHand = false;
  let site: string | undefined;
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

  /** Where it goes unless the reader says otherwise: what is marked on its page if there is such a glossary. */
  function proposeGlossary(): GlossaryId | undefined {
    const own = all.peek().filter(({ origin }) => origin === 'own');
    const fit = own.findLast(({ enabled, sites }) => enabled && appliesOn(sites, site));
    return (fit ?? own.at(-1))?.id;
  }

  /** Lists the glossaries as they are now: another form may have made one, or one may have been deleted. */
  async function list(): Promise<void> {
    all.value = await listGlossaries();
    if (base.peek() !== undefined) return;
    const id = chosen.peek();
    const stays = id === undefined ? newByHand : all.peek().some((each) => each.id === id);
    if (!stays) chosen.value = proposeGlossary();
  }

  /** Does what the reader wishes. A double click, or a key held down, is one wish. */
  async function once(act: () => Promise<void>): Promise<void> {
    if (acting) return;
    acting = true;
    try {
      await act();
    } catch (error) {
      console.error(error);
      trouble.value = { error };
    } finally {
      acting = false;
    }
  }

  async function change(
    ids: readonly GlossaryId[],
    what: 'saved' | 'deleted',
    act: () => Promise<number>,
  ): Promise<void> {
    const changed = await doUndoably(ids, act);
    undo = changed.undo;
    await announceRevision(changed.revision);
    trouble.value = undefined;
    done.value = what;
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
    const wanted = chosen.peek();
    await list();
    const stored = all.peek().find(({ id }) => id === chosen.peek());
    // It is gone; what is proposed in its place the reader has not seen yet.
    if (wanted !== undefined && stored?.id !== wanted) throw new OutdatedError(wanted, undefined);
    if (note.peek().term.trim() === '') trouble.value = 'noTerm';
    else if (stored === undefined && plainName(newName.peek()) === '') trouble.value = 'noName';
    else {
      const header = stored ?? newHeader();
      const concept = makeConcept(header);
      if ('unfit' in concept) trouble.value = concept;
      else {
        into.value = stored ?? { enabled: true };
        await change([header.id], 'saved', () =>
          stored === undefined
            ? createGlossary({ ...header, concepts: [concept] })
            : putConcept(stored.id, concept, { over: base.peek() }),
        );
      }
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
    into,
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
      newByHand = id === undefined;
      mend();
    },

    /** Names the new glossary, which is then what is wanted. */
    rename(name: string): void {
      newName.value = name;
      newByHand = true;
      mend();
    },

    save: () => once(save),

    async remove(): Promise<void> {
      const [id, concept] = [chosen.peek(), base.peek()];
      if (id === undefined || concept === undefined) return;
      await once(() =>
        change([id], 'deleted', async () => {
          // Much may have changed there since the form was opened: what is deleted is this concept.
          const edition = (await listGlossaries()).find((each) => each.id === id)?.edition ?? 0;
          return changeConcepts(id, { remove: [concept.id] }, { edition });
        }),
      );
    },

    takeBack: () =>
      once(async () => {
        if (undo === undefined || done.peek() === 'undone') return;
        await announceRevision(await undoAct(undo));
        done.value = 'undone';
      }),

    async start(): Promise<void> {
      watchRevision(() => {
        // Once it is saved there is nothing to choose.
        if (done.peek() === undefined) void list();
      });
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
        site = taken.site;
        chosen.value = proposeGlossary();
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
