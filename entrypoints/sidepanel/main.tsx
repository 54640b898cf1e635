import { type JSX, render } from 'preact';
import { browser } from 'wxt/browser';
import { PageLanguage } from '@/components/controls/PageLanguage';
import { PageList } from '@/components/page-list/PageList';
import { listProps } from '@/lib/page-session/list-props';
import { placeText, troubleText } from '@/lib/page-session/messages';
import { createPageSession, type PageSession } from '@/lib/page-session/page-session';
import { watchTab } from '@/lib/page-session/tab-watch';

function Root({ session }: { session: PageSession }): JSX.Element {
  return (
    <PageLanguage language={session.uiLanguage.value} title={session.t.value('popup.title')}>
      <PageList
        {...listProps(session)}
        view={session.page.value.view}
        enabled={session.settings.value.enabled}
        siteActive={session.siteActive.value}
        trouble={troubleText(session)}
        onEnable={() => void session.set({ enabled: true })}
        onResume={() => void session.setSiteActive(true)}
        onAdd={() => void session.addNote()}
        onOpenOptions={() => void browser.runtime.openOptionsPage()}
        onDraft={() => void session.draft()}
      />
      <p class="unseen" role="status">
        {placeText(session)}
      </p>
    </PageLanguage>
  );
}

const session = createPageSession();
const root = document.getElementById('root');
// Drawn after the settings are there, or else with the defaults: nothing then flickers.
void session.start(watchTab).finally(() => {
  if (root !== null) render(<Root session={session} />, root);
});
