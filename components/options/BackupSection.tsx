import { Archive, Download, FolderOpen } from 'lucide';
import type { JSX } from 'preact';
import { Dialog } from '@/components/controls/Dialog';
import { Icon } from '@/components/controls/Icon';
import { Notice } from '@/components/controls/Notice';
import { problemText } from '@/components/options/problem-text';
import { tagText } from '@/components/popover/sense-texts';
import type { Mending } from '@/lib/backup/mend';
import type { BackupPreview } from '@/lib/backup/preview';
import type { MessageKey, Translate } from '@/lib/i18n/translator';
import type { UiLanguage } from '@/lib/settings/languages';

/** A state that can be gone back to. */
export interface SnapshotRow {
  id: number;
  takenMs: number;
  /** What was about to be done, or `daily`. */
  reason: string;
  glossaryCount: number;
  conceptCount: number;
}

/** What a restore would do, and what of the backup it can't put back as it was. */
export interface AskedRestore extends BackupPreview {
  mendings: readonly Mending[];
}

export interface BackupSectionProps {
  snapshots: readonly SnapshotRow[];
  /** While the reader is asked whether to restore. */
  asked: AskedRestore | undefined;
  /** Why what was chosen can't be restored. */
  trouble: string | undefined;
  onSave(): void;
  onFile(file: File): void;
  onSnapshot(id: number): void;
  onRestore(): void;
  onCancel(): void;
  t: Translate;
  uiLanguage: UiLanguage;
}

const REASONS: Readonly<Record<string, MessageKey>> = {
  daily: 'backup.reason.daily',
  delete: 'backup.reason.delete',
  import: 'backup.reason.import',
  merge: 'backup.reason.merge',
  restore: 'backup.reason.restore',
};

/** Everything in one file, and the states that were kept by themselves. */
export function BackupSection(props: BackupSectionProps): JSX.Element {
  const { snapshots, asked, trouble, t, uiLanguage } = props;
  const dates = new Intl.DateTimeFormat(uiLanguage, { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <>
      <p class="intro">{t('backup.intro')}</p>
      <p class="section-actions">
        <button type="button" class="button" onClick={props.onSave}>
          <Icon node={Download} size={15} />
          {t('backup.save')}
        </button>
        <label class="button file-button">
          <Icon node={FolderOpen} size={15} />
          {t('backup.open')}
          <input
            type="file"
            accept=".json,application/json"
            class="unseen"
            onChange={(event) => {
              const [file] = event.currentTarget.files ?? [];
              // The same file again is a choice too.
              event.currentTarget.value = '';
              if (file !== undefined) props.onFile(file);
            }}
          />
        </label>
      </p>
      <p class="trouble" role="alert">
        {trouble}
      </p>
      <h2 class="section-head">{t('backup.snapshots')}</h2>
      <p class="hint">{t('backup.snapshotsHint')}</p>
      {snapshots.length === 0 && <Notice icon={Archive} title={t('backup.none')} />}
      <ul class="ruled snapshots">
        {snapshots.map(({ id, takenMs, reason, glossaryCount, conceptCount }) => (
          <li key={id} class="lint-row">
            <span>
              {dates.format(takenMs)}
              <small>
                {t(REASONS[reason] ?? 'backup.reason.daily')} ·{' '}
                {t('backup.glossaries', { count: glossaryCount })} ·{' '}
                {t('glossaries.concepts', { count: conceptCount })}
              </small>
            </span>
            <button type="button" class="button small" onClick={() => props.onSnapshot(id)}>
              {t('backup.restore')}
            </button>
          </li>
        ))}
      </ul>
      {asked !== undefined && <RestoreDialog {...props} asked={asked} />}
    </>
  );
}

function RestoreDialog(props: BackupSectionProps & { asked: AskedRestore }): JSX.Element {
  const { asked, onRestore, onCancel, t, uiLanguage } = props;
  const others = (['settings', 'rules', 'subscriptions'] as const).filter((part) => asked[part]);
  const nothing = asked.glossaries.length === 0 && others.length === 0;
  return (
    <Dialog title={t('backup.ask')} onCancel={onCancel}>
      <p>{t(nothing ? 'backup.nothing' : 'backup.askHint')}</p>
      <ul class="preview">
        {asked.glossaries.map(({ name, kind, ...counts }) => {
          const { text } = tagText(name, uiLanguage);
          const concepts = (['added', 'changed', 'removed'] as const)
            .filter((each) => counts[each] > 0)
            .map((each) => t(`subscriptions.${each}`, { count: counts[each] }));
          return (
            <li key={`${kind} ${text}`}>
              <b>{text}</b> {t(`backup.${kind}`)}{' '}
              {concepts.length > 0 && <small>{t('backup.counts', { list: concepts.join(' · ') })}</small>}
            </li>
          );
        })}
        {others.map((part) => (
          <li key={part}>
            <b>{t(`backup.part.${part}`)}</b> {t('backup.changed')}
          </li>
        ))}
      </ul>
      {asked.mendings.length > 0 && <MendingList mendings={asked.mendings} {...{ t, uiLanguage }} />}
      <div class="form-foot">
        <button type="button" class="button primary" disabled={nothing} onClick={onRestore}>
          {t('backup.restore')}
        </button>
        <button type="button" class="button" autofocus onClick={onCancel}>
          {t('options.cancel')}
        </button>
      </div>
    </Dialog>
  );
}

/** Enough to see of what kind they are; a long list would hide the buttons. */
const SHOWN_MENDINGS = 5;

function MendingList({
  mendings,
  t,
  uiLanguage,
}: Pick<BackupSectionProps, 't' | 'uiLanguage'> & { mendings: readonly Mending[] }): JSX.Element {
  const more = mendings.length - SHOWN_MENDINGS;
  return (
    <>
      <p class="mended">{t('backup.mended', { count: mendings.length })}</p>
      <ul class="preview">
        {mendings.slice(0, SHOWN_MENDINGS).map(({ glossary, name, problem }) => (
          <li key={`${name} ${problem.at.path} ${problem.code}`}>
            <b>{name}</b> {problemText(t, problem)}
            <small>
              {tagText(glossary, uiLanguage).text} ·{' '}
              {t(problem.severity === 'error' ? 'backup.mendedWhole' : 'backup.mendedPart')}
            </small>
          </li>
        ))}
        {more > 0 && <li>{t('backup.mendedMore', { count: more })}</li>}
      </ul>
    </>
  );
}
