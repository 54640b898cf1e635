import { computed, signal } from '@preact/signals';
import { type JSX, render } from 'preact';
import { browser } from 'wxt/browser';
import { PageLanguage } from '@/components/controls/PageLanguage';
import { Welcome } from '@/components/welcome/Welcome';
import { WelcomeExample } from '@/components/welcome/WelcomeExample';
import type { SenseDescription } from '@/lib/glossary/sense-description';
import { resolveDefinitionLanguage, resolveUiLanguage } from '@/lib/i18n/resolve-language';
import { createTranslator } from '@/lib/i18n/translator';
import type { DefinitionLanguage } from '@/lib/settings/languages';
import { DEFAULT_SETTINGS, type Settings } from '@/lib/settings/settings';
import { loadSettings, watchSettings } from '@/lib/storage/settings-store';
import { loadExampleSenses } from './example-senses';

const settings = signal<Settings>(DEFAULT_SETTINGS);
const senses = signal<ReadonlyMap<string, readonly SenseDescription[]>>(new Map());
const exampleFailed = signal(false);
/** Chosen in the example; a try-out, so it is not stored. */
const chosenLanguage = signal<DefinitionLanguage | undefined>(undefined);

const uiLanguage = computed(() =>
  resolveUiLanguage(settings.value.uiLanguage, [browser.i18n.getUILanguage(), ...navigator.languages]),
);
const translator = computed(() => createTranslator(uiLanguage.value));
const definitionLanguage = computed<DefinitionLanguage>(() => {
  if (chosenLanguage.value !== undefined) return chosenLanguage.value;
  return resolveDefinitionLanguage(settings.value.definitionLanguage, uiLanguage.value);
});

function Root(): JSX.Element {
  const t = translator.value;
  return (
    <PageLanguage language={uiLanguage.value} title={t('welcome.title')}>
      <Welcome t={t} onOpenOptions={() => void browser.runtime.openOptionsPage()}>
        {exampleFailed.value ? (
          <p>{t('welcome.noExample')}</p>
        ) : (
          <WelcomeExample
            senses={senses.value}
            look={settings.value.underline}
            hoverDelayMs={settings.value.hoverDelayMs}
            definitionLanguage={definitionLanguage.value}
            onDefinitionLanguage={(language) => {
              chosenLanguage.value = language;
            }}
            t={t}
            uiLanguage={uiLanguage.value}
          />
        )}
      </Welcome>
    </PageLanguage>
  );
}

async function start(): Promise<void> {
  watchSettings((next) => {
    settings.value = next;
  });
  try {
    settings.value = await loadSettings();
    senses.value = await loadExampleSenses();
  } catch (error) {
    console.error(error);
    exampleFailed.value = true;
  }
}

const root = document.getElementById('root');
void start().then(() => {
  if (root !== null) render(<Root />, root);
});
