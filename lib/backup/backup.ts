import * as v from 'valibot';
import { FORMAT, FORMAT_VERSION } from '@/lib/glossary/format';
import { MAX_FILE_LENGTH } from '@/lib/glossary/limits';
import type { Glossary } from '@/lib/glossary/model';
import type { Overlay } from '@/lib/glossary/overlay';
import { type Mending, mendEdits, mendGlossary } from './mend';

/**
 * Everything that a reader has made, as one file. Settings, rules and subscriptions are each other's subjects:
 * they are carried as they are, and checked by those who read them.
 */

const BACKUP_FORMAT = 'pangzhu-backup';
const BACKUP_VERSION = 1;

/** A glossary with all that the reader chose for it and made of it. */
export interface BackupGlossary {
  /** The publisher's, without the overlay. */
  glossary: Glossary;
  origin: 'embedded' | 'own' | 'subscribed';
  enabled: boolean;
  colour?: string;
  sites?: readonly string[];
  overlay?: Overlay;
}

/** A record that only its own subject understands. */
export interface BackupRecord {
  id: string;
  [key: string]: unknown;
}

export interface Backup {
  /** When, ISO 8601; empty for a state that was never written down. */
  created: string;
  settings: unknown;
  /** In the reader's order. */
  glossaries: readonly BackupGlossary[];
  rules: readonly BackupRecord[];
  subscriptions: readonly BackupRecord[];
}

/** Why a text is no backup: what it is, or the place (a path) of the first thing that is wrong. */
export type BackupProblem =
  | { kind: 'too-long' | 'not-json' | 'not-a-backup' | 'newer-version' }
  | { kind: 'invalid'; at: string };

/** A backup, and what of it had to be mended or left out. */
export type ParsedBackup =
  | { ok: true; backup: Backup; mendings: readonly Mending[] }
  | { ok: false; problem: BackupProblem };

const RecordSchema = v.looseObject({ id: v.pipe(v.string(), v.nonEmpty()) });

const BackupSchema = v.object({
  created: v.string(),
  settings: v.unknown(),
  glossaries: v.array(
    v.object({
      glossary: v.looseObject({}),
      origin: v.picklist(['embedded', 'own', 'subscribed']),
      enabled: v.boolean(),
      colour: v.exactOptional(v.string()),
      sites: v.exactOptional(v.array(v.string())),
      overlay: v.exactOptional(v.object({ put: v.array(v.looseObject({})), hidden: v.array(v.string()) })),
    }),
  ),
  rules: v.array(RecordSchema),
  subscriptions: v.array(RecordSchema),
});

/** The text of a backup file. */
export function serializeBackup({ created, settings, glossaries, rules, subscriptions }: Backup): string {
  return `${JSON.stringify({
    format: BACKUP_FORMAT,
    formatVersion: BACKUP_VERSION,
    created,
    settings,
    glossaries: glossaries.map(({ glossary, ...rest }) => ({
      glossary: { format: FORMAT, formatVersion: FORMAT_VERSION, ...glossary },
      ...rest,
    })),
    rules,
    subscriptions,
  })}\n`;
}

/**
 * Reads a backup file. Every glossary is checked as an imported file would be: parts of headers and concepts that break a
 * rule are mended or left out. With anything else wrong none of it is used.
 */
export function parseBackup(text: string): ParsedBackup {
  if (text.length > 2 * MAX_FILE_LENGTH) return fail({ kind: 'too-long' });
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return fail({ kind: 'not-json' });
  }
  const { format, formatVersion } = (value ?? {}) as { format?: unknown; formatVersion?: unknown };
  if (format !== BACKUP_FORMAT) return fail({ kind: 'not-a-backup' });
  if (formatVersion !== BACKUP_VERSION) return fail({ kind: 'newer-version' });
  const parsed = v.safeParse(BackupSchema, value);
  if (!parsed.success) return fail({ kind: 'invalid', at: v.getDotPath(parsed.issues[0]) ?? '' });
  const glossaries: BackupGlossary[] = [];
  const mendings: Mending[] = [];
  const taken = new Set(parsed.output.glossaries.map(({ glossary }) => glossary['id']));
  for (const [at, { glossary: file, overlay, ...rest }] of parsed.output.glossaries.entries()) {
    const place = `glossaries.${at}`;
    const mended = mendGlossary(file, taken);
    if (!mended.ok) return fail({ kind: 'invalid', at: `${place}.${mended.problem?.at.path ?? ''}` });
    const { glossary } = mended;
    taken.add(glossary.id);
    mendings.push(...mended.mendings);
    if (overlay === undefined) {
      glossaries.push({ ...rest, glossary });
      continue;
    }
    const edits = mendEdits(overlay.put, glossary);
    if (!edits.ok) return fail({ kind: 'invalid', at: `${place}.overlay` });
    mendings.push(...edits.mendings);
    const hidden = overlay.hidden as unknown as Overlay['hidden'];
    glossaries.push({ ...rest, glossary, overlay: { put: edits.glossary.concepts, hidden } });
  }
  const ids = new Set(glossaries.map(({ glossary }) => glossary.id));
  if (ids.size < glossaries.length) return fail({ kind: 'invalid', at: 'glossaries' });
  return { ok: true, backup: { ...parsed.output, glossaries } as Backup, mendings };
}

function fail(problem: BackupProblem): ParsedBackup {
  return { ok: false, problem };
}
