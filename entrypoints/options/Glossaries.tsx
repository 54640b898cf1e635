import { TriangleAlert } from 'lucide';
import type { JSX } from 'preact';
import { Notice } from '@/components/controls/Notice';
import { GlossariesSection } from '@/components/options/GlossariesSection';
import { GlossaryPage } from '@/components/options/GlossaryPage';
import { CreateDialog, MergeDialog, UnsavedDialog } from '@/components/options/Questions';
import { StoreFailure } from '@/components/options/StoreFailure';
import type { OptionsState } from './state';

/** The list of glossaries or the one that is open, and the questions that are asked about them. */
export function Glossaries({ state }: { state: OptionsState }): JSX.Element {
  const { list } = state.glossaries;
  const { value } = list.glossaries;
  const t = state.t.value;
  if (value.kind === 'loading') return <p class="intro">{t('options.loading')}</p>;
  if (value.kind === 'failed') {
    return (
      <StoreFailure
        reason={value.reason}
        onRetry={() => void list.load()}
        onStartAfresh={() => void list.startAfresh()}
        t={t}
      />
    );
  }
  return (
    <>
      <ListOrPage state={state} />
      <Question state={state} />
    </>
  );
}

function ListOrPage({ state }: { state: OptionsState }): JSX.Element {
  const desk = state.glossaries;
  const t = state.t.value;
  const uiLanguage = state.uiLanguage.value;
  const parts = desk.open.parts.value;
  const { value } = desk.list.glossaries;
  if (parts !== undefined) {
    return (
      <GlossaryPage
        open={{
          ...parts,
          concept: desk.editor.view.value,
          details: desk.detailsEditor.view.value,
          tryOut: desk.tryOut.shown.value,
        }}
        onQuery={desk.open.setQuery}
        onOpen={desk.onOpen}
        onNew={desk.onNew}
        onDelete={desk.onDeleteConcept}
        concept={desk.concept}
        onRemedy={desk.onRemedy}
        onTryOut={desk.tryOut.setText}
        onTryAddress={desk.tryOut.setAddress}
        onTakePage={() => void desk.tryOut.takePage()}
        details={desk.details}
        hrefOf={desk.hrefOf}
        definitionLanguage={state.definitionLanguage.value}
        {...{ t, uiLanguage }}
      />
    );
  }
  return (
    <>
      {state.evicted.value && <Evicted state={state} />}
      <GlossariesSection
        glossaries={value.kind === 'ready' ? value.value : []}
        actions={desk.actions}
        onCreate={() => {
          desk.question.value = { kind: 'create' };
        }}
        {...{ t, uiLanguage }}
      />
    </>
  );
}

function Evicted({ state }: { state: OptionsState }): JSX.Element {
  const t = state.t.value;
  return (
    <Notice icon={TriangleAlert} title={t('options.evicted')} urgent>
      <p>{t('options.evictedHint')}</p>
      <p class="notice-action">
        <a class="button" href="#backup">
          {t('options.toBackup')}
        </a>{' '}
        <button type="button" class="button" onClick={() => void state.onEvictionSeen()}>
          {t('options.dismiss')}
        </button>
      </p>
    </Notice>
  );
}

function Question({ state }: { state: OptionsState }): JSX.Element | null {
  const desk = state.glossaries;
  const t = state.t.value;
  const uiLanguage = state.uiLanguage.value;
  const cancel = (): void => {
    desk.question.value = undefined;
  };
  if (state.navigation.pending.value !== undefined) {
    return <UnsavedDialog onDiscard={desk.onDiscard} onCancel={state.navigation.stay} t={t} />;
  }
  const asked = desk.question.value;
  if (asked === undefined) return null;
  if (asked.kind === 'create') {
    return (
      <CreateDialog
        onCreate={(name, language) => void desk.onCreate(name, language)}
        onCancel={cancel}
        {...{ t, uiLanguage }}
      />
    );
  }
  const { value } = desk.list.glossaries;
  return (
    <MergeDialog
      into={asked.into}
      glossaries={value.kind === 'ready' ? value.value : []}
      onMerge={(others) => desk.onMerge(asked.into, others)}
      onCancel={cancel}
      {...{ t, uiLanguage }}
    />
  );
}
