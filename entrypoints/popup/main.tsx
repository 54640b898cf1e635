import { type JSX, render } from 'preact';
import { browser } from 'wxt/browser';
import { PageLanguage } from '@/components/controls/PageLanguage';
import { Popup } from '@/components/popup/Popup';
import { listProps } from '@/lib/page-session/list-props';
import { placeText, troubleText } from '@/lib/page-session/messages';
import { createPageSession, type PageSession } from '@/lib/page-session/page-session';
import { watchTab } from '@/lib/page-session/tab-watch';
import { fitWindow } from './fit-window';
import { findPanelOpener } from './panel-opener';

function openOptions(): void {
  void browser.runtime.openOptionsPage().then(() => window.close());
}

/** What has failed is said here. */
function closeIf(done: boolean): void {
  if (done) window.close();
}

interface RootProps {
  session: PageSession;
  openPanel: (() => Promise<void>) | undefined;
}

function Root({ session, openPanel }: RootProps): JSX.Element {
  return (
    <PageLanguage language={session.uiLanguage.value} title={session.t.value('popup.title')}>
      <Popup
        {...listProps(session)}
        view={session.page.value.view}
        enabled={session.settings.value.enabled}
        site={session.site.value}
        siteActive={session.siteActive.value}
        trouble={troubleText(session)}
        onEnabled={(enabled) => void session.set({ enabled })}
        onSiteActive={(active) => void session.setSiteActive(active)}
        onAdd={() => void session.addNote().then(closeIf)}
        onOpenOptions={openOptions}
        onDraft={() => void session.draft().then(closeIf)}
        onOpenPanel={openPanel && (() => void openPanel().then(() => window.close()))}
      />
      <p class="unseen" role="status">
        {placeText(session)}
      </p>
    </PageLanguage>
  );
}

fitWindow();
const session = createPageSession();
const root = document.getElementById('root');
// Drawn after the settings are there, or else with the defaults: nothing then flickers.
void Promise.allSettled([findPanelOpener(), session.start(watchTab)]).then(([opener]) => {
  const openPanel = opener.status === 'fulfilled' ? opener.value : undefined;
  if (root !== null) render(<Root session={session} openPanel={openPanel} />, root);
});
