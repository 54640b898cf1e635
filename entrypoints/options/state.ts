import { computed, signal } from '@preact/signals';
import { browser } from 'wxt/browser';
import type { GlossaryId } from '@/lib/glossary/model';
import { resolveUiLanguage } from '@/lib/i18n/resolve-language';
import { createTranslator } from '@/lib/i18n/translator';
import { DEFAULT_SETTINGS, type Settings, withSite } from '@/lib/settings/settings';
import { changeSettings, loadSettings, watchSettings } from '@/lib/storage/settings-store';
import { createGlossaryState } from './glossary-state';
import { parseRoute } from './route';
import { createSubscriptionState } from './subscription-state';

/** Long enough to be noticed at the edge of the eye, then out of the way. */
const SIGN_MS = 2200;

/** The state of the options page, and what its controls do. */
export function createOptionsState() {
  const settings = signal<Settings>(DEFAULT_SETTINGS);
  const route = signal(parseRoute(location.hash));
  const sign = signal<'saved' | 'saveFailed' | undefined>(undefined);
  const glossaries = createGlossaryState(() => route.value.glossary);
  const subscriptions = createSubscriptionState();

  const browserLanguages = [browser.i18n.getUILanguage(), ...navigator.languages];
  const uiLanguage = computed(() => resolveUiLanguage(settings.value.uiLanguage, browserLanguages));
  let signTimer: ReturnType<typeof setTimeout> | undefined;

  /** Shows how a change went. A failure stays until the next change. */
  async function signing(change: Promise<unknown>): Promise<void> {
    clearTimeout(signTimer);
    try {
      await change;
      sign.value = 'saved';
      signTimer = setTimeout(() => {
        sign.value = undefined;
      }, SIGN_MS);
    } catch (error) {
      console.error(error);
      sign.value = 'saveFailed';
    }
  }

  async function store(change: (settings: Settings) => Settings): Promise<void> {
    const before = settings.peek();
    // Shown at once, as the control that was used shows it; taken back if it can't be kept.
    settings.value = change(before);
    try {
      settings.value = await changeSettings(change);
    } catch (error) {
      settings.value = before;
      throw error;
    }
  }

  const onHashChange = (): void => {
    route.value = parseRoute(location.hash);
  };

  return {
    settings,
    route,
    sign,
    glossaries,
    subscriptions,
    uiLanguage,
    browserLanguage: resolveUiLanguage('auto', browserLanguages),
    t: computed(() => createTranslator(uiLanguage.value)),
    definitionLanguage: computed(() => {
      const set = settings.value.definitionLanguage;
      return set === 'auto' ? (uiLanguage.value === 'en' ? 'en' : 'zh') : set;
    }),

    set: (changed: Partial<Settings>) => signing(store((all) => ({ ...all, ...changed }))),
    setSite: (site: string, active: boolean) => signing(store((all) => withSite(all, site, active))),
    setGlossary: (id: GlossaryId, enabled: boolean) => signing(glossaries.setEnabled(id, enabled)),

    /** Reads what is stored and follows it; returns a function that stops it. */
    async start(): Promise<() => void> {
      addEventListener('hashchange', onHashChange);
      const stopWatching = watchSettings((next) => {
        settings.value = next;
      });
      const stopSubscriptions = subscriptions.watch();
      void glossaries.load();
      void subscriptions.load();
      settings.value = await loadSettings();
      return () => {
        removeEventListener('hashchange', onHashChange);
        stopWatching();
        stopSubscriptions();
        glossaries.stop();
      };
    },
  };
}

export type OptionsState = ReturnType<typeof createOptionsState>;
