import { diffConcepts } from '@/lib/glossary/diff';
import type { LocalizedText } from '@/lib/glossary/model';
import { applyOverlay } from '@/lib/glossary/overlay';
import type { Backup, BackupGlossary, BackupRecord } from './backup';
import { restoredSubscriptions, stayingUnder } from './managed';

/** What a restore would do to one glossary. */
export interface GlossaryPreview {
  name: LocalizedText;
  /** `added`: not there now; `removed`: not in the backup; `changed`: other concepts or choices. */
  kind: 'added' | 'removed' | 'changed';
  /** Concepts that would come, change and go. */
  added: number;
  changed: number;
  removed: number;
}

/** What a restore would change. */
export interface BackupPreview {
  /** Only those to which something would happen. */
  glossaries: readonly GlossaryPreview[];
  settings: boolean;
  rules: boolean;
  subscriptions: boolean;
}

/** Compares what is stored with what a backup would put in its place. */
export function previewRestore(now: Backup, then: Backup): BackupPreview {
  const before = new Map(now.glossaries.map((each) => [each.glossary.id, each]));
  const after = new Map(then.glossaries.map((each) => [each.glossary.id, each]));
  const stays = stayingUnder(now.subscriptions);
  const glossaries: GlossaryPreview[] = [];
  for (const [id, restored] of after) {
    const old = before.get(id);
    const each =
      old !== undefined && stays(id, old.origin) ? { ...restored, glossary: old.glossary } : restored;
    const change = compare(old, each);
    if (old === undefined) glossaries.push({ ...change, kind: 'added' });
    else if (change.added + change.changed + change.removed > 0 || !sameChoices(old, each)) {
      glossaries.push({ ...change, kind: 'changed' });
    }
  }
  for (const [id, each] of before) {
    if (!after.has(id) && !stays(id, each.origin)) {
      glossaries.push({ ...compare(each, undefined), kind: 'removed' });
    }
  }
  const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
  // Where the id stands among the rest is another matter in a file than in the store.
  const idFirst = (records: readonly BackupRecord[]) => records.map(({ id, ...rest }) => [id, rest]);
  const subscriptions = restoredSubscriptions(now.subscriptions, then.subscriptions);
  return {
    glossaries,
    settings: !same(now.settings, then.settings),
    rules: !same(idFirst(now.rules), idFirst(then.rules)),
    subscriptions: !same(idFirst(now.subscriptions), idFirst(subscriptions)),
  };
}

function compare(
  before: BackupGlossary | undefined,
  after: BackupGlossary | undefined,
): Omit<GlossaryPreview, 'kind'> {
  const seen = (each: BackupGlossary | undefined) =>
    each === undefined
      ? []
      : each.overlay === undefined
        ? each.glossary.concepts
        : applyOverlay(each.glossary.concepts, each.overlay);
  const { added, changed, removed } = diffConcepts(seen(before), seen(after));
  const name = (after ?? before)?.glossary.name ?? {};
  return { name, added: added.length, changed: changed.length, removed: removed.length };
}

function sameChoices(a: BackupGlossary, b: BackupGlossary): boolean {
  const {
    glossary: { concepts: _concepts, ...header },
    overlay: _overlay,
    ...choices
  } = a;
  const {
    glossary: { concepts: _others, ...otherHeader },
    overlay: _other,
    ...otherChoices
  } = b;
  return JSON.stringify([header, choices]) === JSON.stringify([otherHeader, otherChoices]);
}
