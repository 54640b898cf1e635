import { FileX } from 'lucide';
import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { Notice } from '@/components/controls/Notice';
import { problemText } from '@/components/options/problem-text';
import type { Translate } from '@/lib/i18n/translator';
import { FileInput } from './FileInput';
import type { FileReport } from './import-view';

export interface UnreadFileProps {
  /** Empty if it was pasted. */
  name: string;
  report: FileReport;
  onFile(file: File): void;
  onCancel(): void;
  t: Translate;
}

/** A file of which nothing could be made: why, what could be read instead, and the way to another one. */
export function UnreadFile({ name, report, onFile, onCancel, t }: UnreadFileProps): JSX.Element {
  const [first] = report.problems;
  const id = useId();
  return (
    <Notice icon={FileX} title={t('import.unread', { name: name === '' ? t('import.pasted') : name })} urgent>
      {first !== undefined && <p>{problemText(t, first)}</p>}
      <p>{t('import.accepted', { formats: t('import.formats') })}</p>
      <div class="actions">
        <label class="button primary file-button" for={id}>
          {t('import.chooseOther')}
          <FileInput id={id} label={t('import.chooseOther')} onFile={onFile} />
        </label>
        <button type="button" class="button" onClick={onCancel}>
          {t('import.cancel')}
        </button>
      </div>
    </Notice>
  );
}
