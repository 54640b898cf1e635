import { computed, signal } from '@preact/signals';
import { browser } from 'wxt/browser';
import { describeGroups, studyLabels } from '@/components/page-list/study-sheet';
import type { SenseDescription } from '@/lib/glossary/sense-description';
import { localDay } from '@/lib/i18n/local-day';
import { resolveDefinitionLanguage, resolveUiLanguage } from '@/lib/i18n/resolve-language';
import { createTranslator } from '@/lib/i18n/translator';
import { ask } from '@/lib/messaging/messenger';
import { openDraft } from '@/lib/messaging/open-draft';
import type { ContentToBackground, PageTerm, PageToBackground } from '@/lib/messaging/protocol';
import type { TermGroup } from '@/lib/page-list/arrange';
import { EXPORT_WRITERS, type ExportFormat } from '@/lib/page-list/export';
import type { Stop } from '@/lib/page-list/stops';
import type { PageListOrder } from '@/lib/settings/page-list-order';
import { DEFAULT_SETTINGS, isActiveOn, type Settings, siteOf, withSite } from '@/lib/settings/settings';
import { watchCounts } from '@/lib/storage/page-counts';
import { watchRevision } from '@/lib/storage/revision-signal';
import { changeSettings, loadSettings, watchSettings } from '@/lib/storage/settings-store';
import { createFollowedPage } from './followed-page';
import { fileName, saveFile } from './take-away';
import { createTermCards, describeTerms } from './term-cards';

/**
 * Most changes of a page change the number of its marks, which is heard of at once; this is for the others. The
 * panel may stay open all day, and each time wakes the background.
 */
const REFRESH_MS = 4000;

type Trouble = 'saveFailed' | 'exportFailed' | 'noAnswer' | { gone: string };

/**
 * What the side panel and the toolbar popup show of a tab's page, and what their controls do. Starts nothing until
 * `start()`.
 */
export function createPageSession() {
  const settings = signal<Settings>(DEFAULT_SETTINGS);
  /** To which of its places the page was taken last, from 1. */
  const shown = signal<{ key: string; place: number } | undefined>(undefined);
  const trouble = signal<Trouble | undefined>(undefined);
  const exported = signal<{ way: 'copy' | 'save'; count: number } | undefined>(undefined);
  /** For each term: which of its places was gone to last. */
  const lastStops = new Map<string, Stop>();

  const followed = createFollowedPage({
    // What was said and done about the page before means nothing on the next one.
    left(to) {
      lastStops.clear();
      shown.value = undefined;
      trouble.value = undefined;
      exported.value = undefined;
      if (to === 'tab') cards.foldAll();
    },
    read() {
      const { view } = page.peek();
      const at = shown.peek();
      const term = view.kind === 'listed' ? view.terms.find(({ key }) => key === at?.key) : undefined;
      // Of a term that now has fewer places that was none of them.
      if (at !== undefined && at.place > (term?.count ?? 0)) shown.value = undefined;
      void cards.describeOpen();
    },
  });
  const cards = createTermCards(followed, () => {
    trouble.value = 'noAnswer';
  });
  const { page } = followed;

  const uiLanguage = computed(() =>
    resolveUiLanguage(settings.value.uiLanguage, [browser.i18n.getUILanguage(), ...navigator.languages]),
  );
  const t = computed(() => createTranslator(uiLanguage.value));
  const site = computed(() => siteOf(page.value.address));
  const definitionLanguage = computed(() =>
    resolveDefinitionLanguage(settings.value.definitionLanguage, uiLanguage.value),
  );

  /**
   * Does what a button is for; whether it went well. What came of it is said on the page that it was done on: on the
   * next one it would be taken for that one's.
   */
  async function attempt<T>(
    deed: (tabId: number) => Promise<T>,
    { failed = 'noAnswer', done }: { failed?: Trouble; done?(result: T): void } = {},
  ): Promise<boolean> {
    const during = followed.visit;
    if (during === undefined) return false;
    try {
      const result = await deed(during.tabId);
      if (during === followed.visit) {
        trouble.value = undefined;
        done?.(result);
      }
      return true;
    } catch (error) {
      console.error(error);
      if (during === followed.visit) trouble.value = failed;
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
    const from = page.peek();
    const { title, address = '' } = from;
    const host = site.peek();
    const found = await describeTerms(
      from,
      groups.flatMap(({ terms }) => terms),
    );
    if (found.every((senses) => senses.length === 0))
      throw new Error('The glossaries have changed meanwhile');
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
      name: fileName(host, date, writer.extension),
      writer,
    };
  }

  return {
    settings,
    page,
    shown,
    open: cards.open,
    senses: cards.senses,
    trouble,
    exported,
    rejected: followed.rejected,
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
      await attempt((tabId) => ask<PageToBackground, 'stepToTerm'>('stepToTerm', { tabId, back }), {
        done: ({ stepped }) => {
          if (!stepped) void followed.refresh();
        },
      });
    },

    async edit({ glossary, concept }: SenseDescription): Promise<void> {
      const which = { glossary: glossary.id, concept: concept.id };
      await attempt(() => ask<ContentToBackground, 'editConcept'>('editConcept', which));
    },

    /** Whether the form for a term of the reader's own opens. */
    addNote: () => attempt((tabId) => ask<PageToBackground, 'addNote'>('addNote', { tabId })),

    /** Begins a glossary from the article in the tab; whether that is so. */
    draft: () => attempt(openDraft),

    showRejected: followed.showRejected,

    async jump({ key, stands, headword }: PageTerm, back: boolean): Promise<void> {
      const { view } = page.peek();
      if (view.kind !== 'listed') return;
      const { revision } = view;
      const from = lastStops.get(key);
      const goTo = (tabId: number) =>
        ask<PageToBackground, 'goToTerm'>('goToTerm', {
          tabId,
          revision,
          stands,
          back,
          ...(from && { from }),
        });
      await attempt(goTo, {
        done: ({ place }) => {
          if (place !== undefined) lastStops.set(key, place.stop);
          shown.value = place && { key, place: place.nth + 1 };
          if (place === undefined) trouble.value = { gone: headword };
        },
      });
    },

    async toggle(term: PageTerm): Promise<void> {
      trouble.value = undefined;
      await cards.toggle(term);
    },

    async export(groups: readonly TermGroup<PageTerm>[], format: ExportFormat, way: 'copy' | 'save') {
      exported.value = undefined;
      const takeAway = async (): Promise<number> => {
        const { text, count, name, writer } = await write(groups, format);
        if (way === 'copy') await navigator.clipboard.writeText(text);
        else saveFile(name, writer.fileStart + text, writer.mediaType);
        return count;
      };
      await attempt(takeAway, {
        failed: 'exportFailed',
        done: (count) => {
          exported.value = { way, count };
        },
      });
    },

    /** Reads the settings and goes on to follow a tab: `watchTab` calls back with it, and each time it has changed. */
    async start(watchTab: (onTab: (tabId: number | undefined) => void) => void): Promise<void> {
      watchSettings((next) => {
        settings.value = next;
        void followed.refresh();
      });
      watchRevision(() => void followed.refresh());
      watchCounts((changed) => {
        if (changed === followed.visit?.tabId) void followed.refresh();
      });
      watchTab(followed.follow);
      setInterval(() => {
        if (!document.hidden) void followed.refresh();
      }, REFRESH_MS);
      settings.value = await loadSettings();
    },
  };
}

export type PageSession = ReturnType<typeof createPageSession>;
