import { computed, signal } from '@preact/signals';
import { browser } from 'wxt/browser';
import type { MarkRule } from '@/lib/glossary/mark-rule';
import { GLOSSARY_TEXTS } from '@/lib/i18n/glossary-texts';
import { resolveDefinitionLanguage, resolveUiLanguage } from '@/lib/i18n/resolve-language';
import { createTranslator } from '@/lib/i18n/translator';
import { NO_POLICY, type Policy } from '@/lib/settings/policy';
import { DEFAULT_SETTINGS, type Settings, withSite } from '@/lib/settings/settings';
import { forgetEviction, wasEvicted } from '@/lib/storage/eviction';
import { loadPolicy, watchPolicy } from '@/lib/storage/policy-store';
import { changeSettings, loadSettings, watchSettings } from '@/lib/storage/settings-store';
import { createBackupState } from './backup-state';
import { createExchange } from './exchange-state';
import { createGlossaryDesk } from './glossary-desk';
import { createNavigation } from './navigation';
import { createNotices } from './notices';
import { createRuleState } from './rule-state';
import { createSubscriptionState } from './subscription-state';

/** The state of the options page, and what its controls do. */
export function createOptionsState() {
  const settings = signal<Settings>(DEFAULT_SETTINGS);
  const rules = createRuleState();
  const policy = signal<Policy>(NO_POLICY);
  const subscriptions = createSubscriptionState();
  const browserLanguages = [browser.i18n.getUILanguage(), ...navigator.languages];
  const uiLanguage = computed(() => resolveUiLanguage(settings.value.uiLanguage, browserLanguages));
  const t = computed(() => createTranslator(uiLanguage.value, GLOSSARY_TEXTS));
  const notices = createNotices(t);
  const navigation = createNavigation();
  const evicted = signal(false);
  const backup = createBackupState(notices, t);
  const glossaries = createGlossaryDesk({ navigation, notices, backup, t, uiLanguage });
  const exchange = createExchange({
    glossaries: () => {
      const loaded = glossaries.list.glossaries.peek();
      return loaded.kind === 'ready' ? loaded.value : [];
    },
    t: () => t.peek(),
    nameLanguage: () => uiLanguage.peek(),
    beforeReplacing: () => backup.keep('import'),
    onStored: (undo, name) =>
      void notices.undoable(Promise.resolve(undo), {
        said: 'import.doneToast',
        params: { name },
        undo: glossaries.list.undo,
      }),
  });

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

  return {
    settings,
    policy,
    navigation,
    evicted,
    notices,
    glossaries,
    exchange,
    rules,
    removeRule: (rule: MarkRule) => notices.signing(rules.remove(rule)),
    backup,
    subscriptions,
    uiLanguage,
    t,
    browserLanguage: resolveUiLanguage('auto', browserLanguages),
    definitionLanguage: computed(() =>
      resolveDefinitionLanguage(settings.value.definitionLanguage, uiLanguage.value),
    ),

    change: (edit: (settings: Settings) => Settings) => notices.signing(store(edit)),
    set: (changed: Partial<Settings>) => notices.signing(store((all) => ({ ...all, ...changed }))),
    setSite: (site: string, active: boolean) => notices.signing(store((all) => withSite(all, site, active))),

    /** The reader has seen that the browser cleared the store. */
    async onEvictionSeen(): Promise<void> {
      evicted.value = false;
      await forgetEviction();
    },

    /** Reads what is stored and follows it; returns a function that stops it. */
    async start(): Promise<() => void> {
      const stopNavigation = navigation.start();
      const stopWatching = watchSettings((next) => {
        settings.value = next;
      });
      const readPolicy = async (): Promise<void> => {
        policy.value = await loadPolicy();
      };
      const stopPolicy = watchPolicy(() => void readPolicy());
      const stopSubscriptions = subscriptions.watch();
      const stopRules = rules.start();
      const stopDrops = exchange.watchDrops(() => navigation.go('#exchange'));
      void glossaries.list.load().then(backup.start);
      void subscriptions.load();
      evicted.value = await wasEvicted();
      await readPolicy();
      settings.value = await loadSettings();
      return () => {
        stopNavigation();
        stopWatching();
        stopPolicy();
        stopDrops();
        stopSubscriptions();
        stopRules();
        glossaries.stop();
      };
    },
  };
}

export type OptionsState = ReturnType<typeof createOptionsState>;
