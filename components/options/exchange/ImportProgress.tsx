import type { JSX } from 'preact';
import type { ReadingProgress, ReadingStage } from '@/lib/glossary-import/parse-file';
import type { Translate } from '@/lib/i18n/translator';
import type { ImportStage } from './import-view';

export interface ImportProgressProps {
  stage: ImportStage & { kind: 'fetching' | 'reading' };
  onCancel(): void;
  t: Translate;
}

/** How far an import has come, and the way out of it. What is done is announced, the numbers are only shown. */
export function ImportProgress({ stage, onCancel, t }: ImportProgressProps): JSX.Element {
  const share = stage.kind === 'fetching' ? shareOf(stage) : overallShare(stage.progress);
  const what =
    stage.kind === 'fetching'
      ? t('import.fetching', { address: stage.address })
      : t(`import.stage.${stage.progress.stage}`);
  return (
    <div class="import-waiting">
      <p role="status">{what}</p>
      <progress
        aria-label={t('import.progress')}
        max={1}
        {...(share === undefined ? {} : { value: share })}
      />
      <p class="hint" aria-hidden="true">
        {numbersOf(stage, t)}
      </p>
      <button type="button" class="button" onClick={onCancel}>
        {t('import.cancel')}
      </button>
    </div>
  );
}

function shareOf({ done, total }: { done: number; total: number }): number | undefined {
  return total === 0 ? undefined : Math.min(1, done / total);
}

/** Where on the bar the stages begin, by the time that they take in most formats. */
const BEGINS: Readonly<Record<ReadingStage, readonly [start: number, end: number]>> = {
  decoding: [0, 0.05],
  parsing: [0.05, 0.55],
  checking: [0.55, 1],
};

function overallShare(progress: ReadingProgress): number {
  const [start, end] = BEGINS[progress.stage];
  return start + (end - start) * (shareOf(progress) ?? 0);
}

function numbersOf(stage: ImportProgressProps['stage'], t: Translate): string {
  if (stage.kind === 'fetching') {
    const [done, total] = [stage.done, stage.total].map((bytes) => Math.round(bytes / 100_000) / 10);
    if (stage.total > 0) return t('import.megabytesOf', { done: done ?? 0, total: total ?? 0 });
    return stage.done > 0 ? t('import.megabytes', { done: done ?? 0 }) : '';
  }
  const { stage: step, done, total } = stage.progress;
  if (total === 0) return '';
  if (step === 'checking') return t('import.entriesDone', { done, total });
  return t('import.percent', { share: Math.floor((100 * done) / total) });
}
