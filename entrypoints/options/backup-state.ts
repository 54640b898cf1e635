import { type ReadonlySignal, signal } from '@preact/signals';
import type { AskedRestore, SnapshotRow } from '@/components/options/BackupSection';
import { type Backup, type ParsedBackup, parseBackup, serializeBackup } from '@/lib/backup/backup';
import { previewRestore } from '@/lib/backup/preview';
import { localDay } from '@/lib/i18n/local-day';
import type { Translate } from '@/lib/i18n/translator';
import { saveFile } from '@/lib/page-session/take-away';
import { readBackup, restoreBackup } from '@/lib/storage/backup-store';
import { announceRevision } from '@/lib/storage/revision-signal';
import { listSnapshots, readSnapshot, takeDailySnapshot, takeSnapshot } from '@/lib/storage/snapshots';
import { failed } from './failure';
import type { Notices } from './notices';

/** Backups and snapshots: writing them, and going back to one after the reader has seen what that changes. */
export function createBackupState(notices: Notices, t: ReadonlySignal<Translate>) {
  const snapshots = signal<readonly SnapshotRow[]>([]);
  const asked = signal<AskedRestore | undefined>(undefined);
  const trouble = signal<string | undefined>(undefined);
  let chosen: Backup | undefined;

  async function load(): Promise<void> {
    snapshots.value = await listSnapshots();
  }

  /** Asks whether to go back to what was read, showing what would change. */
  async function ask(parsed: ParsedBackup | undefined): Promise<void> {
    if (parsed === undefined) return;
    if (!parsed.ok) {
      const { problem } = parsed;
      trouble.value = t.peek()(
        `backup.problem.${problem.kind}`,
        problem.kind === 'invalid' ? { at: problem.at } : {},
      );
      return;
    }
    chosen = parsed.backup;
    asked.value = { ...previewRestore(await readBackup(), parsed.backup), mendings: parsed.mendings };
  }

  /** What fails is told where backups are, and never left to be guessed. */
  async function attempt(act: () => Promise<void>): Promise<void> {
    trouble.value = undefined;
    try {
      await act();
    } catch (error) {
      trouble.value = t.peek()('backup.failed', { reason: failed(error).reason });
    }
  }

  async function restore(backup: Backup): Promise<void> {
    await announceRevision(await restoreBackup(backup));
    await load();
  }

  return {
    snapshots,
    asked,
    trouble,
    load,

    /** Before something is done that takes away a lot. If it fails the reader's act goes on: it has its own undo. */
    async keep(reason: string): Promise<void> {
      try {
        await takeSnapshot(reason, Date.now());
        await load();
      } catch (error) {
        console.warn('No snapshot was taken:', error);
      }
    },

    async start(): Promise<void> {
      try {
        await takeDailySnapshot(Date.now());
        await load();
      } catch (error) {
        console.warn('No snapshot was taken:', error);
      }
    },

    save: (): Promise<void> =>
      attempt(async () => {
        const nowMs = Date.now();
        const text = serializeBackup(await readBackup(new Date(nowMs).toISOString()));
        saveFile(`pangzhu-${localDay(nowMs)}.json`, text, 'application/json');
      }),

    openFile: (file: File): Promise<void> => attempt(async () => ask(parseBackup(await file.text()))),
    openSnapshot: (id: number): Promise<void> => attempt(async () => ask(await readSnapshot(id))),

    cancel(): void {
      asked.value = undefined;
      chosen = undefined;
    },

    async restoreChosen(): Promise<void> {
      const backup = chosen;
      this.cancel();
      if (backup === undefined) return;
      await attempt(async () => {
        const before = await readBackup();
        await this.keep('restore');
        const undo = async (): Promise<void> => {
          // What has been done since is in a snapshot too.
          await this.keep('restore');
          await restore(before);
        };
        await notices.undoable(restore(backup), { said: 'backup.restored', undo });
      });
    },
  };
}

export type BackupState = ReturnType<typeof createBackupState>;
