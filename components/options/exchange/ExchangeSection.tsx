import { CircleCheck } from 'lucide';
import type { JSX } from 'preact';
import { Notice } from '@/components/controls/Notice';
import { glossaryHref } from '@/components/options/sections';
import { ExportForm, type ExportFormProps } from './ExportForm';
import { ImportProgress } from './ImportProgress';
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
          <a href={glossaryHref(stage.id)}>{t('import.show')}</a>
        </Notice>
      )}
      {isPicking && <ImportStart {...props} trouble={stage.kind === 'pick' ? stage.trouble : ''} />}
      {(stage.kind === 'fetching' || stage.kind === 'reading') && (
        <ImportProgress stage={stage} onCancel={props.onCancel} t={t} />
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
