import { diffConcepts } from '@/lib/glossary/diff';
import type { LocalizedText } from '@/lib/glossary/model';
import { applyOverlay } from '@/lib/glossary/overlay';
import type { Backup, BackupGlossary } from './backup';

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
  const glossaries: GlossaryPreview[] = [];
  for (const [id, each] of after) {
    const old = before.get(id);
    const change = compare(old, each);
    if (old === undefined) glossaries.push({ ...change, kind: 'added' });
    else if (change.added + change.changed + change.removed > 0 || !sameChoices(old, each)) {
      glossaries.push({ ...change, kind: 'changed' });
    }
  }
  for (const [id, each] of before) {
    // The embedded one stays, whatever a backup holds.
    if (!after.has(id) && each.origin !== 'embedded') {
      glossaries.push({ ...compare(each, undefined), kind: 'removed' });
    }
  }
  const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
  return {
    glossaries,
    settings: !same(now.settings, then.settings),
    rules: !same(now.rules, then.rules),
    subscriptions: !same(now.subscriptions, then.subscriptions),
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
