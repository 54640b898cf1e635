import { computed, signal } from '@preact/signals';
import { browser } from 'wxt/browser';
import { resolveUiLanguage } from '@/lib/i18n/resolve-language';
import { createTranslator } from '@/lib/i18n/translator';
import { Jumper } from '@/lib/messaging/jumper';
import { readPage } from '@/lib/messaging/page-reader';
import type { PageTerm } from '@/lib/messaging/protocol';
import type { PageView } from '@/lib/page-list/page-view';
import { DEFAULT_SETTINGS, isActiveOn, type Settings, siteOf, withSite } from '@/lib/settings/settings';
import { changeSettings, loadSettings, watchSettings } from '@/lib/storage/settings-store';

/** Often enough that the list keeps up with a page that is still filling; each time costs one message a frame. */
const REFRESH_MS = 1500;

/** The state of the popup: what it shows, and what its controls do. Starts nothing until `start()`. */
export function createPopupState() {
  const settings = signal<Settings>(DEFAULT_SETTINGS);
  const address = signal<string | undefined>(undefined);
  const view = signal<PageView<PageTerm>>({ kind: 'loading' });
  const shown = signal<string | undefined>(undefined);
  const trouble = signal<'saveFailed' | { gone: string } | undefined>(undefined);

  const uiLanguage = computed(() =>
    resolveUiLanguage(settings.value.uiLanguage, [browser.i18n.getUILanguage(), ...navigator.languages]),
  );
  const t = computed(() => createTranslator(uiLanguage.value));
  const site = computed(() => siteOf(address.value));

  let tabId: number | undefined;
  let jumper: Jumper | undefined;
  let refreshing = false;

  async function refresh(): Promise<void> {
    if (tabId === undefined || refreshing) return;
    refreshing = true;
    const page = await readPage(tabId).finally(() => {
      refreshing = false;
    });
    address.value = page.address;
    view.value = page.view;
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

  return {
    settings,
    uiLanguage,
    t,
    site,
    siteActive: computed(() => isActiveOn({ ...settings.value, enabled: true }, site.value)),
    view,
    shown,
    trouble,

    setEnabled: (enabled: boolean) => change((all) => ({ ...all, enabled })),

    setSiteActive(active: boolean): Promise<void> {
      const host = site.peek();
      return host === undefined ? Promise.resolve() : change((all) => withSite(all, host, active));
    },

    async jump(term: PageTerm): Promise<void> {
      const found = (await jumper?.jump(term)) !== undefined;
      shown.value = found ? term.key : undefined;
      trouble.value = found ? undefined : { gone: term.headword };
    },

    /**
     * Reads the settings, then goes on to fill the popup for a tab and to keep it up to date; returns a
     * function that stops it.
     */
    async start(findTab: Promise<number | undefined>): Promise<() => void> {
      const stopWatching = watchSettings((next) => {
        settings.value = next;
        void refresh();
      });
      void findTab.then((found) => {
        tabId = found;
        jumper = found === undefined ? undefined : new Jumper(found);
        if (found === undefined) view.value = { kind: 'unreadable', reason: 'other' };
        return refresh();
      });
      const timer = setInterval(() => void refresh(), REFRESH_MS);
      settings.value = await loadSettings();
      return () => {
        clearInterval(timer);
        stopWatching();
      };
    },
  };
}

export type PopupState = ReturnType<typeof createPopupState>;
