import { type JSX, render } from 'preact';
import { PageLanguage } from '@/components/controls/PageLanguage';
import type { NoteField } from '@/components/note/NoteForm';
import { NotePage } from '@/components/note/NotePage';
import { refusalText } from '@/components/options/refusal-text';
import { reasonOf } from '@/lib/i18n/reason-of';
import { OutdatedError } from '@/lib/storage/glossary-store';
import { createNoteState, type NoteState } from './state';

function troubleText({ t, trouble }: NoteState): string | undefined {
  const what = trouble.value;
  if (what === undefined) return undefined;
  if (what === 'noTerm') return t.value('note.noTerm');
  if (what === 'noName') return t.value('note.noName');
  if ('unfit' in what) return what.unfit;
  const { error } = what;
  if (error instanceof OutdatedError) return t.value('note.outdated');
  return refusalText(t.value, error) ?? t.value('note.failed', { reason: reasonOf(error) });
}

function invalidField({ trouble }: NoteState): NoteField | undefined {
  const what = trouble.value;
  if (what === 'noTerm') return 'term';
  if (what === 'noName') return 'newName';
  return what !== undefined && 'unfit' in what ? what.field : undefined;
}

function Root({ state }: { state: NoteState }): JSX.Element {
  const t = state.t.value;
  const existing = state.base.value !== undefined;
  return (
    <PageLanguage
      language={state.uiLanguage.value}
      title={`${t(existing ? 'note.editTitle' : 'note.title')} · ${t('product.name')}`}
    >
      <NotePage
        note={state.note.value}
        onNote={state.setNote}
        existing={existing}
        // A concept is changed where it is, whoever's glossary that is: the store keeps it as an edit of the reader's.
        glossaries={existing ? state.all.value : state.own.value}
        chosen={state.chosen.value}
        onChoose={state.choose}
        newName={state.newName.value}
        onNewName={state.rename}
        known={state.known.value}
        trouble={troubleText(state)}
        invalid={invalidField(state)}
        done={state.done.value}
        into={state.into.value}
        empty={state.empty.value}
        onSave={() => void state.save()}
        onDelete={() => void state.remove()}
        onUndo={() => void state.takeBack()}
        onCancel={() => window.close()}
        t={t}
        uiLanguage={state.uiLanguage.value}
      />
    </PageLanguage>
  );
}

const state = createNoteState();
const root = document.getElementById('root');
void state.start().finally(() => {
  if (root === null) return;
  render(<Root state={state} />, root);
  // The term is there already: what is to be written is its definition.
  root.querySelector('textarea')?.focus();
});
