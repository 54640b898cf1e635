import { signal } from '@preact/signals';
import { type JSX, render } from 'preact';
import { useRef } from 'preact/hooks';
import { ChoiceGroup } from '@/components/controls/ChoiceGroup';
import { PageLanguage } from '@/components/controls/PageLanguage';
import { targetName } from '@/components/controls/target-texts';
import { ArticlePreview } from '@/components/draft/ArticlePreview';
import { DraftNotices } from '@/components/draft/DraftNotices';
import { DraftPage } from '@/components/draft/DraftPage';
import { SaveBar } from '@/components/draft/SaveBar';
import { ShortcutList } from '@/components/draft/ShortcutList';
import { TabPicker } from '@/components/draft/TabPicker';
import { TermDetails } from '@/components/draft/TermDetails';
import { TermQueue } from '@/components/draft/TermQueue';
import type { Decision } from '@/lib/extraction/collection';
import type { GlossaryId } from '@/lib/glossary/model';
import { createDraftState } from './state';

const state = createDraftState();

type Shown = 'all' | Decision;
const SHOWN: readonly Shown[] = ['all', 'open', 'accepted', 'rejected'];

/** More than this is seldom looked at; the rest is a click away. */
const FIRST_TERMS = 120;

const shown = signal<Shown>('all');
const everything = signal(false);
const chosenArticle = signal<number | undefined>(undefined);

function Root(): JSX.Element {
  const t = state.t.value;
  const uiLanguage = state.uiLanguage.value;
  const { articles } = state.collection.value;
  const articleNumber = shownArticle();
  return (
    <PageLanguage language={uiLanguage} title={t('draft.pageTitle')}>
      <DraftPage
        sources={articles.map(({ source }) => source)}
        shownArticle={articleNumber}
        canStepBack={state.steps.value.length > 0}
        t={t}
        uiLanguage={uiLanguage}
        picker={<TabPicker tabs={state.tabs.value} t={t} onRead={(tabIds) => void state.read(tabIds)} />}
        onShowArticle={(number) => {
          chosenArticle.value = number;
        }}
        onStepBack={state.stepBack}
        onStartOver={state.startOver}
      >
        <DraftNotices
          troubles={state.troubles.value}
          changed={articles.flatMap(({ source }) =>
            state.changed.value.has(source.url) ? [source.title] : [],
          )}
          saved={state.saved.value}
          failure={state.failure.value}
          acting={state.acting.value}
          t={t}
          uiLanguage={uiLanguage}
          onReadAgain={() => void state.readAgain()}
          onUnsave={() => void state.unsave()}
          onShowPage={() => void state.showPage()}
        />
        <Progress />
        {articles.length > 0 ? <Review /> : <Empty />}
      </DraftPage>
    </PageLanguage>
  );
}

function Progress(): JSX.Element {
  const t = state.t.value;
  const progress = state.progress.value;
  const known = typeof progress === 'object' ? progress : undefined;
  const share = known === undefined ? undefined : (known.article + known.done) / known.articles;
  return (
    <div class="draft-progress" role="status" hidden={progress === undefined}>
      {progress !== undefined && (
        <>
          <span>{t('draft.reading')}</span>
          <progress aria-label={t('draft.reading')} value={share} max={1} />
        </>
      )}
    </div>
  );
}

function Empty(): JSX.Element | null {
  const t = state.t.value;
  return state.progress.value === undefined ? <p class="draft-empty">{t('draft.empty')}</p> : null;
}

/** The article in which the current term stands, unless the reader chose another one. */
function shownArticle(): number {
  const { articles, terms } = state.collection.value;
  const current = terms.find(({ key }) => key === state.current.value);
  const wanted = chosenArticle.value ?? current?.findings[0]?.article ?? 0;
  return Math.min(wanted, Math.max(0, articles.length - 1));
}

function Review(): JSX.Element {
  const t = state.t.value;
  const uiLanguage = state.uiLanguage.value;
  const { articles, terms } = state.collection.value;
  const currentKey = state.current.value;
  const current = terms.find(({ key }) => key === currentKey);
  const list = useRef<HTMLDivElement>(null);
  const headword = useRef<HTMLInputElement>(null);
  const category = useRef<HTMLSelectElement>(null);
  const fitting = state.queue.value.filter(
    ({ decision }) => shown.value === 'all' || decision === shown.value,
  );
  const listed = everything.value ? fitting : fitting.slice(0, FIRST_TERMS);
  const number = shownArticle();
  const article = articles[number];
  const count = (of: Shown): number => terms.filter(({ decision }) => of === 'all' || decision === of).length;
  const toList = (): void => list.current?.querySelector<HTMLElement>('[role=listbox]')?.focus();
  const select = (key: string): void => {
    chosenArticle.value = undefined;
    state.select(key);
  };
  return (
    <>
      <div class="review">
        <div class="review-list" ref={list}>
          <ChoiceGroup
            label={t('draft.shown')}
            layout="row"
            value={shown.value}
            choices={SHOWN.map((value) => ({ value, label: `${t(`draft.shown.${value}`)} ${count(value)}` }))}
            onChange={(value) => {
              shown.value = value;
            }}
          />
          <TermQueue
            terms={listed}
            current={currentKey}
            merging={state.merging.value}
            known={state.known.value}
            t={t}
            uiLanguage={uiLanguage}
            onSelect={select}
            onDecide={state.decide}
            onMerge={state.merge}
            onStopMerging={state.stopMerging}
            onEdit={() => headword.current?.select()}
            onCategory={() => category.current?.focus()}
            onStepBack={state.stepBack}
          />
          {listed.length < fitting.length && (
            <button
              type="button"
              class="button"
              onClick={() => {
                everything.value = true;
              }}
            >
              {t('draft.showRest', { count: fitting.length - listed.length })}
            </button>
          )}
          <ShortcutList t={t} />
        </div>
        <div class="review-side">
          {current !== undefined && (
            <TermDetails
              term={current}
              articles={articles}
              t={t}
              headwordRef={headword}
              categoryRef={category}
              onEdit={(changes) => state.edit(current.key, changes)}
              onDecide={(decision) =>
                state.decide(current.key, current.decision === decision ? 'open' : decision)
              }
              onMerge={() => {
                state.merge(current.key);
                toList();
              }}
              onDone={toList}
            />
          )}
          {article !== undefined && (
            <ArticlePreview
              key={article.source.url + article.blocks.length}
              article={article}
              number={number}
              terms={terms}
              current={current}
              t={t}
            />
          )}
        </div>
      </div>
      <SaveBar
        count={count('accepted')}
        name={t('draft.nameOf', { title: articles[0]?.source.title || t('draft.title') })}
        acting={state.acting.value}
        targets={state.own.value.map((each) => ({ id: each.id, name: targetName(each, t, uiLanguage) }))}
        t={t}
        onSave={(target) => {
          void state.save(target.kind === 'new' ? target : { kind: 'existing', id: target.id as GlossaryId });
        }}
      />
    </>
  );
}

const root = document.getElementById('root');
void state.start().finally(() => {
  if (root !== null) render(<Root />, root);
});
