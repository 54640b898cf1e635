import { type JSX, render } from 'preact';
import { browser } from 'wxt/browser';
import { PageLanguage } from '@/components/controls/PageLanguage';
import { Popup } from '@/components/popup/Popup';
import { foldText } from '@/lib/text/fold-text';
import { findPanelOpener } from './panel-opener';
import { createPopupState, type PopupState } from './state';

/** The tab to speak of: the active one, or for tests `?tab=<id>`. */
async function findTab(): Promise<number | undefined> {
  const given = Number(new URLSearchParams(location.search).get('tab'));
  if (Number.isInteger(given) && given > 0) return given;
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab?.id;
}

function troubleText({ t, trouble }: PopupState): string | undefined {
  const what = trouble.value;
  if (what === undefined) return undefined;
  return what === 'saveFailed' ? t.value('options.saveFailed') : t.value('popup.gone', { term: what.gone });
}

function openOptions(): void {
  void browser.runtime.openOptionsPage().then(() => window.close());
}

interface RootProps {
  state: PopupState;
  openPanel: (() => Promise<void>) | undefined;
}

function Root({ state, openPanel }: RootProps): JSX.Element {
  const t = state.t.value;
  return (
    <PageLanguage language={state.uiLanguage.value} title={t('popup.title')}>
      <Popup
        t={t}
        uiLanguage={state.uiLanguage.value}
        enabled={state.settings.value.enabled}
        site={state.site.value}
        siteActive={state.siteActive.value}
        view={state.view.value}
        shown={state.shown.value}
        trouble={troubleText(state)}
        fold={foldText}
        onEnabled={(enabled) => void state.setEnabled(enabled)}
        onSiteActive={(active) => void state.setSiteActive(active)}
        onJump={(term) => void state.jump(term)}
        onOpenOptions={openOptions}
        onOpenPanel={openPanel && (() => void openPanel().then(() => window.close()))}
      />
    </PageLanguage>
  );
}

const state = createPopupState();
const root = document.getElementById('root');
// Drawn after the settings are there, or else with the defaults: nothing then flickers.
void Promise.allSettled([findPanelOpener(), state.start(findTab())]).then(([opener]) => {
  const openPanel = opener.status === 'fulfilled' ? opener.value : undefined;
  if (root !== null) render(<Root state={state} openPanel={openPanel} />, root);
});
