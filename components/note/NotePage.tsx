import { Check } from 'lucide';
import type { JSX } from 'preact';
import { Brand } from '@/components/controls/Brand';
import { Icon } from '@/components/controls/Icon';
import { type Marking, savedText } from '@/components/controls/target-texts';
import { NoteForm, type NoteFormProps } from './NoteForm';

export interface NotePageProps extends NoteFormProps {
  /** What has been done, once it is. */
  done: 'saved' | 'deleted' | 'undone' | undefined;
  /** Of the glossary in which it was saved. */
  into: Marking;
  /** There is nothing to write on: the page was opened without a selection, or its concept is gone. */
  empty: boolean;
  onUndo(): void;
}

/** The small window in which a reader writes a term down. */
export function NotePage(props: NotePageProps): JSX.Element {
  const { done, empty, t } = props;
  return (
    <div class="note">
      <header class="note-head">
        <Brand name={t('product.name')} size={22} />
      </header>
      <main>
        <h1>{t(props.existing ? 'note.editTitle' : 'note.title')}</h1>
        {done === undefined ? (
          empty ? (
            <p class="note-done">{t('note.empty')}</p>
          ) : (
            <NoteForm {...props} />
          )
        ) : (
          <div class="note-done" role="status">
            <p class="note-sign">
              <Icon node={Check} size={18} /> {doneText(props, done)}
            </p>
            <div class="note-actions">
              <span class="spring" />
              {done !== 'undone' && (
                <button type="button" class="button" onClick={props.onUndo}>
                  {t('note.undo')}
                </button>
              )}
              <button type="button" class="button primary" onClick={props.onCancel}>
                {t('note.close')}
              </button>
            </div>
          </div>
        )}
        {done !== undefined && props.trouble !== undefined && (
          <p class="trouble" role="alert">
            {props.trouble}
          </p>
        )}
      </main>
    </div>
  );
}

function doneText(
  { note: { term }, into, t, uiLanguage }: NotePageProps,
  done: 'saved' | 'deleted' | 'undone',
): string {
  return done === 'saved'
    ? savedText('note.done.saved', into, { term }, t, uiLanguage)
    : t(`note.done.${done}`, { term });
}
