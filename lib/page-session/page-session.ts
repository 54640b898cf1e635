import { computed, signal } from '@preact/signals';
import { browser } from 'wxt/browser';
import { describeGroups, studyLabels } from '@/components/page-list/study-sheet';
import type { GlossaryId } from '@/lib/glossary/model';
import type { SenseDescription } from '@/lib/glossary/sense-description';
import { localDay } from '@/lib/i18n/local-day';
import { resolveDefinitionLanguage, resolveUiLanguage } from '@/lib/i18n/resolve-language';
import { createTranslator } from '@/lib/i18n/translator';
import { ask } from '@/lib/messaging/messenger';
import { openDraft } from '@/lib/messaging/open-draft';
import { type ReadPage, readPage } from '@/lib/messaging/page-reader';
import type { ContentToBackground, PageTerm, PageToBackground } from '@/lib/messaging/protocol';
import type { TermGroup } from '@/lib/page-list/arrange';
import { EXPORT_WRITERS, type ExportFormat } from '@/lib/page-list/export';
import type { RejectedListedTerm } from '@/lib/page-list/page-view';
import type { Stop } from '@/lib/page-list/stops';
import type { PageListOrder } from '@/lib/settings/page-list-order';
import { DEFAULT_SETTINGS, isActiveOn, type Settings, siteOf, withSite } from '@/lib/settings/settings';
import { listGlossaries } from '@/lib/storage/glossary-store';
import { watchCounts } from '@/lib/storage/page-counts';
import { watchRevision } from '@/lib/storage/revision-signal';
import { changeSettings, loadSettings, watchSettings } from '@/lib/storage/settings-store';
import { fileName, saveFile } from './take-away';

/**
 * Most changes of a page change the number of its marks, which is heard of at once; this is for the others. The
 * panel may stay open all day, and each time wakes the background.
 */
const REFRESH_MS = 4000;

/** How soon a page is asked again that is still being looked up in changed glossaries, and how often at most. */
const PENDING_MS = 250;
const PENDING_TRIES = 20;

type Trouble = 'saveFailed' | 'exportFailed' | 'noAnswer' | { gone: string };

const LOADING: ReadPage = { address: undefined, title: '', view: { kind: 'loading' } };

/**
 * What the side panel and the toolbar popup show of a tab's page, and what their controls do. Starts nothing until
 * `start()`.
 */
export function createPageSession() {
  const settings = signal<Settings>(DEFAULT_SETTINGS);
  const page = signal<ReadPage>(LOADING);
  const shown = signal<{ key: string; place: number } | undefined>(undefined);
  const open = signal<ReadonlySet<string>>(new Set());
  const senses = signal<ReadonlyMap<string, readonly SenseDescription[]>>(new Map());
  const trouble = signal<Trouble | undefined>(undefined);
  /** Whose concepts are the reader's to change here. */
  const own = signal<ReadonlySet<GlossaryId>>(new Set());
  const rejected = signal<readonly RejectedListedTerm[] | 'failed' | undefined>(undefined);
  const exported = signal<{ way: 'copy' | 'save'; count: number } | undefined>(undefined);

  const uiLanguage = computed(() =>
    resolveUiLanguage(settings.value.uiLanguage, [browser.i18n.getUILanguage(), ...navigator.languages]),
  );
  const t = computed(() => createTranslator(uiLanguage.value));
  const site = computed(() => siteOf(page.value.address));
  const definitionLanguage = computed(() =>
    resolveDefinitionLanguage(settings.value.definitionLanguage, uiLanguage.value),
  );

  let tabId: number | undefined;
  /** For each term: which of its places was gone to last. */
  const lastStops = new Map<string, Stop>();
  let rejectedWanted = false;
  /** `again`: something changed while the page was being read. */
  let reading: 'no' | 'yes' | 'again' = 'no';
  /** How often in a row the page was still being looked up. */
  let waits = 0;
  let waiting: ReturnType<typeof setTimeout> | undefined;

  async function refresh(): Promise<void> {
    if (reading !== 'no') {
      reading = 'again';
      return;
    }
    do {
      reading = 'yes';
      const of = tabId;
      const { pending, ...next } = of === undefined ? unreadable() : await readPage(of);
      if (of === tabId && !(pending && waitOnce())) {
        if (!pending) waits = 0;
        show(next);
        await readRejected();
      }
    } while ((reading as string) === 'again');
    reading = 'no';
  }

  /** What stands is kept until the page has been looked up anew; `false`: it has been waited for long enough. */
  function waitOnce(): boolean {
    if (waits === PENDING_TRIES) return false;
    waits++;
    clearTimeout(waiting);
    waiting = setTimeout(() => void refresh(), PENDING_MS);
    return true;
  }

  /** A list that reads as before leaves what stands alone, and with it the reader's place in it. */
  function show(next: ReadPage): void {
    if (JSON.stringify(next) === JSON.stringify(page.peek())) return;
    const { address, view: before } = page.peek();
    if (address !== next.address) forgetPlaces();
    page.value = next;
    if (revisionOf(before) !== revisionOf(next.view)) senses.value = new Map();
    void describeOpen();
  }

  /** What was said and done about the page before means nothing on the next one. */
  function forgetPlaces(): void {
    lastStops.clear();
    shown.value = undefined;
    trouble.value = undefined;
    exported.value = undefined;
    rejected.value = undefined;
  }

  function follow(found: number | undefined): void {
    if (found !== tabId) {
      tabId = found;
      forgetPlaces();
      page.value = LOADING;
      open.value = new Set();
      waits = 0;
    }
    void refresh();
  }

  /** Asks what the terms mean, in their order; each is asked for by the first of its forms. */
  async function describe(terms: readonly PageTerm[]): Promise<SenseDescription[][]> {
    const { view } = page.peek();
    if (view.kind !== 'listed' || terms.length === 0) return terms.map(() => []);
    const forms = terms.map(({ forms: [first = 0] }) => first);
    const request = { revision: view.revision, forms };
    return (await ask<PageToBackground, 'describeForms'>('describeForms', request)).senses;
  }

  async function describeOpen(): Promise<void> {
    const { view } = page.peek();
    if (view.kind !== 'listed') return;
    const wanted = view.terms.filter(({ key }) => open.peek().has(key) && !senses.peek().has(key));
    if (wanted.length === 0) return;
    const of = tabId;
    try {
      const found = await describe(wanted);
      if (of !== tabId || view.revision !== revisionOf(page.peek().view)) return;
      const described = wanted.map(({ key }, at) => [key, found[at] ?? []] as const);
      senses.value = new Map([...senses.peek(), ...described]);
    } catch (error) {
      console.error(error);
      if (of !== tabId) return;
      trouble.value = 'noAnswer';
      // Open and empty they would be taken for terms without a meaning.
      const undescribed = new Set(wanted.map(({ key }) => key));
      open.value = new Set([...open.peek()].filter((key) => !undescribed.has(key)));
    }
  }

  /** Reads the whole page once more: only while a reader looks at the answer. */
  async function readRejected(): Promise<void> {
    const of = tabId;
    if (!rejectedWanted || of === undefined || page.peek().view.kind !== 'listed') return;
    try {
      const { terms } = await ask<PageToBackground, 'getRejectedTerms'>('getRejectedTerms', { tabId: of });
      if (of !== tabId || JSON.stringify(terms) === JSON.stringify(rejected.peek())) return;
      rejected.value = terms;
    } catch (error) {
      console.error(error);
      if (of === tabId) rejected.value = 'failed';
    }
  }

  async function readOwn(): Promise<void> {
    try {
      const glossaries = await listGlossaries();
      own.value = new Set(glossaries.filter(({ origin }) => origin === 'own').map(({ id }) => id));
    } catch (error) {
      // What belongs to whom is then as it was; the list says itself that it cannot be read.
      console.error(error);
    }
  }

  /** Does what a button is for; whether it went well, which the list else says. */
  async function attempt(deed: () => Promise<unknown>): Promise<boolean> {
    try {
      await deed();
      trouble.value = undefined;
      return true;
    } catch (error) {
      console.error(error);
      trouble.value = 'noAnswer';
      return false;
    }
  }

  async function change(next: (settings: Settings) => Settings): Promise<void> {
    try {
      settings.value = await changeSettings(next);
      trouble.value = undefined;
    } catch (error) {
      console.error(error);
      trouble.value = 'saveFailed';
      settings.value = { ...settings.peek() };
    }
  }

  /** The text of the terms in a format. Their definitions are asked for only now. */
  async function write(groups: readonly TermGroup<PageTerm>[], format: ExportFormat) {
    const { title, address = '' } = page.peek();
    const found = await describe(groups.flatMap(({ terms }) => terms));
    const languages = { uiLanguage: uiLanguage.value, definitionLanguage: definitionLanguage.value };
    const date = localDay(Date.now());
    const sheet = {
      title: title || address,
      address,
      date,
      groups: describeGroups(groups, found, languages),
    };
    const writer = EXPORT_WRITERS[format];
    return {
      text: writer.write(sheet, studyLabels(t.value)),
      count: sheet.groups.reduce((sum, { terms }) => sum + terms.length, 0),
      name: fileName(site.value, date, writer.extension),
      writer,
    };
  }

  return {
    settings,
    page,
    shown,
    open,
    senses,
    trouble,
    exported,
    rejected,
    own,
    site,
    uiLanguage,
    definitionLanguage,
    t,
    siteActive: computed(() => isActiveOn({ ...settings.value, enabled: true }, site.value)),

    set: (changed: Partial<Settings>) => change((all) => ({ ...all, ...changed })),
    setOrder: (pageListOrder: PageListOrder) => change((all) => ({ ...all, pageListOrder })),

    setSiteActive(active: boolean): Promise<void> {
      const host = site.peek();
      return host === undefined ? Promise.resolve() : change((all) => withSite(all, host, active));
    },

    async step(back: boolean): Promise<void> {
      const of = tabId;
      if (of === undefined) return;
      await attempt(async () => {
        const request = { tabId: of, back };
        const { stepped } = await ask<PageToBackground, 'stepToTerm'>('stepToTerm', request);
        if (!stepped) await refresh();
      });
    },

    async edit({ glossary, concept }: SenseDescription): Promise<void> {
      const which = { glossary: glossary.id, concept: concept.id };
      await attempt(() => ask<ContentToBackground, 'editConcept'>('editConcept', which));
    },

    /** Whether the form for a term of the reader's own opens. */
    async addNote(): Promise<boolean> {
      const of = tabId;
      return of !== undefined && attempt(() => ask<PageToBackground, 'addNote'>('addNote', { tabId: of }));
    },

    async showRejected(wanted: boolean): Promise<void> {
      rejectedWanted = wanted;
      await readRejected();
    },

    async jump(term: PageTerm, back: boolean): Promise<void> {
      const { view } = page.peek();
      const of = tabId;
      if (of === undefined || view.kind !== 'listed') return;
      const { key, forms, headword } = term;
      const from = lastStops.get(key);
      const request = { tabId: of, revision: view.revision, forms, back, ...(from && { from }) };
      try {
        const { place } = await ask<PageToBackground, 'goToTerm'>('goToTerm', request);
        if (of !== tabId) return;
        if (place !== undefined) lastStops.set(key, place.stop);
        shown.value = place && { key, place: place.nth + 1 };
        trouble.value = place === undefined ? { gone: headword } : undefined;
      } catch (error) {
        console.error(error);
        if (of === tabId) trouble.value = 'noAnswer';
      }
    },

    /** Begins a glossary from the article in the tab; whether that is so. */
    async draft(): Promise<boolean> {
      const of = tabId;
      return of !== undefined && attempt(() => openDraft(of));
    },

    async toggle({ key }: PageTerm): Promise<void> {
      const next = new Set(open.peek());
      if (!next.delete(key)) next.add(key);
      open.value = next;
      trouble.value = undefined;
      await describeOpen();
    },

    async export(groups: readonly TermGroup<PageTerm>[], format: ExportFormat, way: 'copy' | 'save') {
      exported.value = undefined;
      try {
        const { text, count, name, writer } = await write(groups, format);
        if (way === 'copy') await navigator.clipboard.writeText(text);
        else saveFile(name, writer.fileStart + text, writer.mediaType);
        exported.value = { way, count };
        trouble.value = undefined;
      } catch (error) {
        console.error(error);
        trouble.value = 'exportFailed';
      }
    },

    /** Reads the settings and goes on to follow a tab: `watchTab` calls back with it, and each time it has changed. */
    async start(watchTab: (onTab: (tabId: number | undefined) => void) => void): Promise<void> {
      watchSettings((next) => {
        settings.value = next;
        void refresh();
      });
      watchRevision(() => {
        void refresh();
        void readOwn();
      });
      watchCounts((changed) => {
        if (changed === tabId) void refresh();
      });
      watchTab(follow);
      setInterval(() => {
        if (!document.hidden) void refresh();
      }, REFRESH_MS);
      void readOwn();
      settings.value = await loadSettings();
    },
  };
}

function revisionOf(view: ReadPage['view']): number | undefined {
  return view.kind === 'listed' ? view.revision : undefined;
}

function unreadable(): ReadPage & { pending: boolean } {
  return { ...LOADING, pending: false, view: { kind: 'unreadable', reason: 'other' } };
}

export type PageSession = ReturnType<typeof createPageSession>;
