import { CircleCheck } from 'lucide';
import type { JSX } from 'preact';
import { Notice } from '@/components/controls/Notice';
import type { Translate } from '@/lib/i18n/translator';
import { ExportForm, type ExportFormProps } from './ExportForm';
import { ImportReview, type ImportReviewProps } from './ImportReview';
import { ImportStart, type ImportStartProps } from './ImportStart';
import type { ImportStage } from './import-view';

export type ExchangeSectionProps = Omit<ImportStartProps, 'trouble'> &
  Omit<ImportReviewProps, 'review'> &
  ExportFormProps & { stage: ImportStage };

/** Glossaries come in and go out. */
export function ExchangeSection(props: ExchangeSectionProps): JSX.Element {
  const { stage, t } = props;
  const isPicking = stage.kind === 'pick' || stage.kind === 'done';
  return (
    <div class="exchange">
      <h2>{t('import.title')}</h2>
      {stage.kind === 'done' && (
        <Notice icon={CircleCheck} title={t('import.done', { count: stage.count })}>
          <a href={`#glossaries/${encodeURIComponent(stage.id)}`}>{t('import.show')}</a>
        </Notice>
      )}
      {isPicking && <ImportStart {...props} trouble={stage.kind === 'pick' ? stage.trouble : ''} />}
      {(stage.kind === 'fetching' || stage.kind === 'reading') && (
        <Waiting text={waitingText(stage, t)} onCancel={props.onCancel} t={t} />
      )}
      {stage.kind === 'review' && <ImportReview {...props} review={stage} />}
      {isPicking && (
        <>
          <h2>{t('export.title')}</h2>
          <ExportForm {...props} />
        </>
      )}
    </div>
  );
}

function waitingText(stage: ImportStage & { kind: 'fetching' | 'reading' }, t: Translate): string {
  if (stage.kind === 'fetching') return t('import.fetching', { address: stage.address });
  return t(`import.stage.${stage.stage}`);
}

function Waiting({ text, onCancel, t }: { text: string; onCancel(): void; t: Translate }): JSX.Element {
  return (
    <div class="import-waiting" role="status">
      <progress aria-label={text} />
      <p>{text}</p>
      <button type="button" class="button" onClick={onCancel}>
        {t('import.cancel')}
      </button>
    </div>
  );
}
