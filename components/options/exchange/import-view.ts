import type { Encoding } from '@/lib/glossary/formats/decode';
import type { Columns } from '@/lib/glossary/formats/table/columns';
import type { GlossaryHeader, GlossaryId, LanguageTag } from '@/lib/glossary/model';
import type { Problem } from '@/lib/glossary/problem';
import type { FileReading, ReadingProgress } from '@/lib/glossary-import/parse-file';
import type { ImportMode } from '@/lib/glossary-import/plan';
import type { ChangeSummary } from '@/lib/updates/change-summary';

/** What was found in a file. */
export interface FileReport {
  reading: FileReading;
  problems: readonly Problem[];
  /** Absent if nothing could be made of the file. */
  header: GlossaryHeader | undefined;
  conceptCount: number;
  /** Concepts that could not be taken. */
  skipped: number;
}

/** What an import would do. */
export interface PlanReport {
  /** Numbers of all, names of the first. */
  changes: ChangeSummary;
  /** In the file and already there, left as they are. */
  kept: number;
  unchanged: number;
  problems: readonly Problem[];
}

/** What the reader decided about a file after looking at it; the rest is found out. */
export interface ReadingChoices {
  encoding?: Encoding;
  columns?: Columns;
  language?: LanguageTag;
}

/** Where the concepts of a file go. */
export type ImportChoice =
  | { kind: 'new'; name: string }
  | { kind: 'existing'; id: GlossaryId; mode: ImportMode };

/** How far an import has come. */
export type ImportStage =
  | { kind: 'pick'; trouble: string }
  /** Bytes; `total` is 0 where the server doesn't say. */
  | { kind: 'fetching'; address: string; done: number; total: number }
  | { kind: 'reading'; name: string; progress: ReadingProgress }
  | {
      kind: 'review';
      name: string;
      report: FileReport;
      choices: ReadingChoices;
      choice: ImportChoice;
      /** Absent while it is worked out. */
      plan: PlanReport | undefined;
      storing: boolean;
      trouble: string;
    }
  | { kind: 'done'; id: GlossaryId; name: string; count: number };
