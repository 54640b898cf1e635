import { computed, signal } from '@preact/signals';
import { browser } from 'wxt/browser';
import {
  acceptedTerms,
  addArticle,
  type CollectedTerm,
  type Collection,
  changeTerm,
  type Decision,
  EMPTY_COLLECTION,
  mergeTerms,
  putBack,
  takeOut,
} from '@/lib/extraction/collection';
import type { LocalizedText } from '@/lib/glossary/model';
import { resolveUiLanguage } from '@/lib/i18n/resolve-language';
import { createTranslator } from '@/lib/i18n/translator';
import { listOpenTabs, type OpenTab } from '@/lib/messaging/page-copy';
import { DEFAULT_SETTINGS, type Settings } from '@/lib/settings/settings';
import { keepDraft, loadDraft } from '@/lib/storage/draft-store';
import type { GlossaryChoices, StoredGlossary } from '@/lib/storage/glossary-store';
import { loadSettings, watchSettings } from '@/lib/storage/settings-store';
import type { Undo } from '@/lib/storage/undo';
import { findKnownTerms } from './known-terms';
import { type DrawnArticle, isUnchanged, type ReadingProgress } from './reading';
import { createReadings, type ReadingOutcome, type TroubledTab } from './readings';
import { listOwnGlossaries, type SaveTarget, saveCollection, takeBack } from './saving';

/** What was saved last, until other articles come or all is forgotten. */
interface Saved {
  count: number;
  name: string;
  /** Of the glossary. */
  into: Pick<GlossaryChoices, 'enabled' | 'sites'>;
  undo: Undo;
  terms: readonly CollectedTerm[];
}

/** A step of the reader's that can be taken back. */
interface Step {
  /** As it was before, of which most is shared. */
  collection: Collection;
  /** How many articles had been drawn by then: those that came since stay when the step is taken back. */
  drawnCount: number;
}

const MOST_STEPS = 200;

const addDrawn = (collection: Collection, { article, candidates }: DrawnArticle): Collection =>
  addArticle(collection, article, candidates);

/** The state of the page: articles, their terms, and what the reader does with them. */
export function createDraftState() {
  const settings = signal<Settings>(DEFAULT_SETTINGS);
  const collection = signal<Collection>(EMPTY_COLLECTION);
  const steps = signal<readonly Step[]>([]);
  const progress = signal<ReadingProgress | 'loading' | undefined>('loading');
  const troubles = signal<readonly TroubledTab[]>([]);
  const known = signal<ReadonlyMap<string, LocalizedText>>(new Map());
  const current = signal<string | undefined>(undefined);
  /** The term that is to be merged into another. */
  const merging = signal<string | undefined>(undefined);
  const own = signal<readonly StoredGlossary[]>([]);
  const tabs = signal<readonly OpenTab[]>([]);
  const saved = signal<Saved | undefined>(undefined);
  const failure = signal<'save' | 'undo' | 'keep' | undefined>(undefined);
  /** Something is being saved, or taken back: a second click is the same wish. */
  const acting = signal(false);
  /** Addresses of articles whose page has changed since. */
  const changed = signal<ReadonlySet<string>>(new Set());
  const tabOf = new Map<string, number>();
  /** All that were drawn since the page was opened, in order. */
  const drawn: DrawnArticle[] = [];

  const uiLanguage = computed(() =>
    resolveUiLanguage(settings.value.uiLanguage, [browser.i18n.getUILanguage(), ...navigator.languages]),
  );
  const t = computed(() => createTranslator(uiLanguage.value));
  /** The terms as they are gone through: likeliest first, and last those that some glossary has. */
  const queue = computed(() => {
    const { terms } = collection.value;
    const isKnown = ({ key }: CollectedTerm): boolean => known.value.has(key);
    return [...terms.filter((term) => !isKnown(term)), ...terms.filter(isKnown)];
  });

  function show(next: Collection): void {
    collection.value = next;
    if (!next.terms.some(({ key }) => key === current.peek())) current.value = queue.peek()[0]?.key;
    if (!next.terms.some(({ key }) => key === merging.peek())) merging.value = undefined;
    keepDraft(next).catch((error: unknown) => {
      console.error(error);
      failure.value = 'keep';
    });
  }

  /** A step of the reader's: it can be taken back. */
  function step(next: Collection): void {
    if (next === collection.peek()) return;
    const before = { collection: collection.peek(), drawnCount: drawn.length };
    steps.value = [...steps.peek(), before].slice(-MOST_STEPS);
    failure.value = undefined;
    show(next);
  }

  async function lookUpKnown(): Promise<void> {
    try {
      const first = queue.peek()[0]?.key;
      known.value = await findKnownTerms(collection.peek().terms);
      // Nobody has gone on from the first one, which may now stand elsewhere.
      if (current.peek() === first) current.value = queue.peek()[0]?.key;
    } catch (error) {
      // The list does without; the background may just be starting anew.
      console.error(error);
    }
  }

  const readings = createReadings({
    onProgress: (now) => {
      progress.value = now;
    },
    onRead: takeIn,
  });

  /** Adds the articles of some tabs, once those that were asked for before are read. */
  function read(tabIds: readonly number[]): Promise<void> {
    if (tabIds.length === 0) return Promise.resolve();
    troubles.value = [];
    if (progress.peek() === undefined) progress.value = 'loading';
    return readings.read(tabIds);
  }

  async function takeIn(outcome: ReadingOutcome): Promise<void> {
    for (const [url, tabId] of outcome.tabOf) tabOf.set(url, tabId);
    troubles.value = [...troubles.peek(), ...outcome.troubles];
    changed.value = new Set([...changed.peek()].filter((url) => !outcome.tabOf.has(url)));
    if (outcome.drawn.length > 0) {
      saved.value = undefined;
      drawn.push(...outcome.drawn);
      // Onto what is there now: the reader has gone on meanwhile.
      show(outcome.drawn.reduce(addDrawn, collection.peek()));
    }
    progress.value = undefined;
    await lookUpKnown();
  }

  async function refreshTabs(): Promise<void> {
    tabs.value = await listOpenTabs();
    own.value = await listOwnGlossaries();
  }

  async function lookForChanges(): Promise<void> {
    const now = new Set<string>();
    for (const [url, tabId] of tabOf) {
      if (!(await isUnchanged(tabId, collection.peek(), url))) now.add(url);
    }
    changed.value = now;
  }

  return {
    settings,
    collection,
    steps,
    progress,
    troubles,
    known,
    current,
    merging,
    own,
    tabs,
    saved,
    failure,
    acting,
    changed,
    uiLanguage,
    t,
    queue,
    read,

    select(key: string): void {
      current.value = key;
    },

    decide: (key: string, decision: Decision) => step(changeTerm(collection.peek(), key, { decision })),

    edit: (key: string, changes: Partial<Pick<CollectedTerm, 'forms' | 'category' | 'definition'>>) =>
      step(changeTerm(collection.peek(), key, changes)),

    /** First time: this one is to be merged; second time: into this one. */
    merge(key: string): void {
      const from = merging.peek();
      merging.value = from === undefined ? key : undefined;
      if (from === undefined || from === key) return;
      step(mergeTerms(collection.peek(), key, from));
      current.value = key;
    },

    stopMerging(): void {
      merging.value = undefined;
    },

    /** Takes the last step back. */
    stepBack(): void {
      const last = steps.peek().at(-1);
      if (last === undefined) return;
      steps.value = steps.peek().slice(0, -1);
      show(drawn.slice(last.drawnCount).reduce(addDrawn, last.collection));
    },

    /** Forgets all articles and terms; can be taken back. */
    startOver(): void {
      readings.forget();
      // Loaded again, the page does not begin with the tab that it was opened for.
      history.replaceState(null, '', location.pathname);
      step(EMPTY_COLLECTION);
      progress.value = undefined;
      troubles.value = [];
      saved.value = undefined;
    },

    readAgain: () => read([...changed.peek()].flatMap((url) => tabOf.get(url) ?? [])),

    async save(target: SaveTarget): Promise<void> {
      if (acting.peek()) return;
      acting.value = true;
      const whole = collection.peek();
      const terms = acceptedTerms(whole);
      try {
        const undo = await saveCollection(whole, target);
        const stored = target.kind === 'new' ? undefined : own.peek().find(({ id }) => id === target.id);
        const name = target.kind === 'new' ? target.name : (Object.values(stored?.name ?? {})[0] ?? '');
        const into = stored ?? { enabled: true };
        failure.value = undefined;
        saved.value = { count: terms.length, name, into, undo, terms };
        steps.value = [];
        // What is saved is no draft any more; the rest may still be.
        show(takeOut(collection.peek(), terms));
        await refreshTabs();
        await lookUpKnown();
      } catch (error) {
        console.error(error);
        failure.value = 'save';
        await refreshTabs();
      } finally {
        acting.value = false;
      }
    },

    async unsave(): Promise<void> {
      const last = saved.peek();
      if (last === undefined || acting.peek()) return;
      acting.value = true;
      try {
        await takeBack(last.undo);
        saved.value = undefined;
        // What was decided since stays, and so do the steps that take it back.
        steps.value = steps
          .peek()
          .map((each) => ({ ...each, collection: putBack(each.collection, last.terms) }));
        show(putBack(collection.peek(), last.terms));
        await refreshTabs();
      } catch (error) {
        console.error(error);
        failure.value = 'undo';
      } finally {
        acting.value = false;
      }
    },

    async showPage(): Promise<void> {
      const tabId = [...tabOf.values()][0];
      if (tabId !== undefined) await browser.tabs.update(tabId, { active: true });
    },

    refreshTabs,

    /** Reads what is stored and the tab named in the address, and goes on to notice changes. */
    async start(): Promise<void> {
      watchSettings((next) => {
        settings.value = next;
      });
      document.addEventListener('visibilitychange', () => {
        if (document.hidden || progress.peek() !== undefined) return;
        void lookForChanges();
        void refreshTabs();
      });
      settings.value = await loadSettings();
      show(await loadDraft());
      const tabId = Number(new URLSearchParams(location.search).get('tab'));
      progress.value = undefined;
      await refreshTabs();
      if (Number.isInteger(tabId) && tabId > 0) void read([tabId]);
      else void lookUpKnown();
    },
  };
}

export type DraftState = ReturnType<typeof createDraftState>;
