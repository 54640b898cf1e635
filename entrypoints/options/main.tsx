import { type JSX, render } from 'preact';
import { browser } from 'wxt/browser';
import { PageLanguage } from '@/components/controls/PageLanguage';
import { AboutSection } from '@/components/options/AboutSection';
import { AppearanceSection } from '@/components/options/AppearanceSection';
import { BackupSection } from '@/components/options/BackupSection';
import { LanguageSection } from '@/components/options/LanguageSection';
import { ManagedNotice } from '@/components/options/ManagedNotice';
import { MarkingSection } from '@/components/options/MarkingSection';
import { OptionsFrame } from '@/components/options/OptionsFrame';
import { SectionBoundary } from '@/components/options/SectionBoundary';
import { SitesSection } from '@/components/options/SitesSection';
import { Toast } from '@/components/options/Toast';
import { ExchangeView } from './ExchangeView';
import { Glossaries } from './Glossaries';
import { KeysView } from './KeysView';
import { SubscriptionsView } from './SubscriptionsView';
import { createOptionsState, type OptionsState } from './state';

function enabledGlossaries({ glossaries }: OptionsState) {
  const list = glossaries.list.glossaries.value;
  return list.kind === 'ready' ? list.value.filter(({ enabled }) => enabled) : [];
}

function CurrentSection({ state }: { state: OptionsState }): JSX.Element {
  const t = state.t.value;
  const uiLanguage = state.uiLanguage.value;
  const settings = state.settings.value;
  switch (state.navigation.route.value.section) {
    case 'glossaries':
      return <Glossaries state={state} />;
    case 'subscriptions':
      return (
        <SubscriptionsView
          state={state.subscriptions}
          shared={state.navigation.route.value.subscribe ?? ''}
          {...{ t, uiLanguage }}
        />
      );
    case 'exchange':
      return (
        <ExchangeView
          exchange={state.exchange}
          glossaries={state.glossaries.list.glossaries.value}
          {...{ t, uiLanguage }}
        />
      );
    case 'backup':
      return (
        <BackupSection
          snapshots={state.backup.snapshots.value}
          asked={state.backup.asked.value}
          trouble={state.backup.trouble.value}
          onSave={() => void state.backup.save()}
          onFile={(file) => void state.backup.openFile(file)}
          onSnapshot={(id) => void state.backup.openSnapshot(id)}
          onRestore={() => void state.backup.restoreChosen()}
          onCancel={state.backup.cancel}
          {...{ t, uiLanguage }}
        />
      );
    case 'appearance':
      return (
        <AppearanceSection
          look={settings.underline}
          openOn={settings.openOn}
          hoverDelayMs={settings.hoverDelayMs}
          onOpenOn={(openOn) => void state.set({ openOn })}
          onLook={(underline) => void state.set({ underline })}
          onHoverDelay={(hoverDelayMs) => void state.set({ hoverDelayMs })}
          t={t}
        />
      );
    case 'marking':
      return (
        <MarkingSection
          calm={settings.calm}
          look={settings.underline}
          glossaries={enabledGlossaries(state)}
          onCalm={(change) => void state.change((all) => ({ ...all, calm: change(all.calm) }))}
          {...{ t, uiLanguage }}
        />
      );
    case 'sites':
      return (
        <SitesSection
          sites={settings.pausedSites}
          managed={state.policy.value.pausedSites}
          onPause={(site) => void state.setSite(site, false)}
          onResume={(site) => void state.setSite(site, true)}
          rules={state.rules.rules.value}
          onRemoveRule={(rule) => void state.removeRule(rule)}
          t={t}
        />
      );
    case 'keys':
      return <KeysView t={t} />;
    case 'language':
      return (
        <LanguageSection
          setting={settings}
          browserLanguage={state.browserLanguage}
          onUiLanguage={(language) => void state.set({ uiLanguage: language })}
          onDefinitionLanguage={(definitionLanguage) => void state.set({ definitionLanguage })}
          {...{ t, uiLanguage }}
        />
      );
    case 'about':
      return (
        <AboutSection
          version={browser.runtime.getManifest().version}
          welcomeUrl={browser.runtime.getURL('/welcome.html')}
          t={t}
        />
      );
  }
}

function Root({ state }: { state: OptionsState }): JSX.Element {
  const t = state.t.value;
  return (
    <PageLanguage language={state.uiLanguage.value} title={t('options.title')}>
      <OptionsFrame
        section={state.navigation.route.value.section}
        page={state.glossaries.open.parts.value === undefined ? 'section' : 'glossary'}
        saved={state.notices.saved.value}
        toast={<Toast message={state.notices.toast.value} onDismiss={state.notices.dismiss} t={t} />}
        t={t}
      >
        <ManagedNotice
          section={state.navigation.route.value.section}
          locked={state.policy.value.settings}
          t={t}
        />
        <SectionBoundary key={state.navigation.route.value.section} t={t}>
          <CurrentSection state={state} />
        </SectionBoundary>
      </OptionsFrame>
    </PageLanguage>
  );
}

const state = createOptionsState();
const root = document.getElementById('root');
// Drawn after the settings are there, or else with the defaults: nothing then flickers.
void state.start().finally(() => {
  if (root !== null) render(<Root state={state} />, root);
});
