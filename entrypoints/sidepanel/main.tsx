import { type JSX, render } from 'preact';
import { browser } from 'wxt/browser';
import { PageLanguage } from '@/components/controls/PageLanguage';
import { PageList } from '@/components/page-list/PageList';
import { TermCard } from '@/components/popover/TermCard';
import type { PageTerm } from '@/lib/messaging/protocol';
import { foldText } from '@/lib/text/fold-text';
import { createPanelState, type PanelState } from './state';

function troubleText({ t, trouble }: PanelState): string | undefined {
  const what = trouble.value;
  if (what === undefined) return undefined;
  if (what === 'saveFailed') return t.value('options.saveFailed');
  if (what === 'noAnswer') return t.value('popup.failed');
  return what === 'exportFailed' ? t.value('list.exportFailed') : t.value('popup.gone', { term: what.gone });
}

function exportedText({ t, exported }: PanelState): string | undefined {
  const done = exported.value;
  if (done === undefined) return undefined;
  const { count } = done;
  return done.way === 'copy' ? t.value('list.copied', { count }) : t.value('list.saved', { count });
}

function placeText({ t, page, shown }: PanelState): string | undefined {
  const { view } = page.value;
  const at = shown.value;
  if (at === undefined || view.kind !== 'listed') return undefined;
  const term = view.terms.find(({ key }) => key === at.key);
  return term && t.value('list.place', { term: term.headword, place: at.place, count: term.count });
}

function Card({ state, term }: { state: PanelState; term: PageTerm }): JSX.Element | null {
  const senses = state.senses.value.get(term.key);
  if (senses === undefined) return null;
  return (
    <TermCard
      senses={senses}
      t={state.t.value}
      uiLanguage={state.uiLanguage.value}
      definitionLanguage={state.definitionLanguage.value}
      onDefinitionLanguage={(definitionLanguage) => void state.set({ definitionLanguage })}
    />
  );
}

function Root({ state }: { state: PanelState }): JSX.Element {
  const t = state.t.value;
  return (
    <PageLanguage language={state.uiLanguage.value} title={t('popup.title')}>
      <PageList
        t={t}
        uiLanguage={state.uiLanguage.value}
        view={state.page.value.view}
        enabled={state.settings.value.enabled}
        siteActive={state.siteActive.value}
        trouble={troubleText(state)}
        order={state.settings.value.pageListOrder}
        shown={state.shown.value}
        open={state.open.value}
        card={(term) => <Card state={state} term={term} />}
        fold={foldText}
        exported={exportedText(state)}
        onEnable={() => void state.set({ enabled: true })}
        onResume={() => void state.resume()}
        onOpenOptions={() => void browser.runtime.openOptionsPage()}
        onOrder={(order) => void state.setOrder(order)}
        onJump={(term, back) => void state.jump(term, back)}
        onToggle={(term) => void state.toggle(term)}
        onExport={(groups, format, way) => void state.export(groups, format, way)}
      />
      <p class="unseen" role="status">
        {placeText(state)}
      </p>
    </PageLanguage>
  );
}

const state = createPanelState();
const root = document.getElementById('root');
// Drawn after the settings are there, or else with the defaults: nothing then flickers.
void state.start().finally(() => {
  if (root !== null) render(<Root state={state} />, root);
});
