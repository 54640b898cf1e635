import type { FileReport, PlanReport } from '@/components/options/exchange/import-view';
import type { Glossary, GlossaryHeader, GlossaryId } from '@/lib/glossary/model';
import type { FileOptions, ReadingProgress } from '@/lib/glossary-import/parse-file';
import { parseGlossaryFile } from '@/lib/glossary-import/parse-file';
import type { ImportMode, ImportPlan } from '@/lib/glossary-import/plan';
import { isOpenRelation, NO_OPEN_RELATIONS, type OpenRelations } from '@/lib/glossary-import/relations';
import { settleImport } from '@/lib/glossary-import/settle';
import { WRITERS } from '@/lib/glossary-import/write-file';
import type { WriteFormat } from '@/lib/glossary-import/write-formats';
import { changeConcepts } from '@/lib/storage/concept-changes';
import { asGlossary } from '@/lib/storage/glossary-copies';
import {
  createGlossary,
  type GlossaryOrigin,
  listGlossaries,
  readConcepts,
  replaceGlossary,
} from '@/lib/storage/glossary-store';
import { doUndoably, type Undo } from '@/lib/storage/undo';
import { summarizeChanges } from '@/lib/updates/change-summary';

/**
 * Reads files, works out what importing them would do, and does it, off the page's own thread. The file and
 * what was made of it stay here; the page gets what it shows.
 */

/** Where the concepts of a file go. */
export type ImportTarget =
  | { kind: 'new'; id: GlossaryId; name: GlossaryHeader['name'] }
  | { kind: 'existing'; id: GlossaryId; mode: ImportMode };

/** What the page asks for. */
export type ImportRequest =
  | { kind: 'read'; bytes?: Uint8Array; options: FileOptions }
  | { kind: 'plan'; target: ImportTarget }
  | { kind: 'store' }
  /** Of what is stored. */
  | { kind: 'write'; id: GlossaryId; format: WriteFormat };

/** What the page hears; each request ends with `done` of its kind or `failed`. */
export type ImportReply =
  | { kind: 'progress'; progress: ReadingProgress }
  | { kind: 'read'; report: FileReport }
  | { kind: 'plan'; report: PlanReport }
  | { kind: 'stored'; id: GlossaryId; revision: number; undo: Undo }
  | { kind: 'written'; text: string; extension: string; mediaType: string }
  | { kind: 'failed'; name: string; message: string };

let bytes: Uint8Array = new Uint8Array();
let file: Glossary | undefined;
let relations: OpenRelations = NO_OPEN_RELATIONS;
/** What is to be done; `edition` of the glossary that is there already. */
let planned: { own: boolean; plan: ImportPlan; glossary: Glossary; edition: number | undefined } | undefined;

const scope = self as unknown as {
  postMessage(reply: ImportReply): void;
  addEventListener(type: 'message', listener: (event: { data: ImportRequest }) => void): void;
};

/** Often enough for a bar that moves, seldom enough not to cost anything. */
const PROGRESS_EVERY_MS = 100;

/** Lets a stage's first report through, and others now and then. */
function throttle(tell: (progress: ReadingProgress) => void): (progress: ReadingProgress) => void {
  let toldMs = 0;
  let stage: ReadingProgress['stage'] | undefined;
  return (progress) => {
    const now = performance.now();
    if (progress.stage === stage && now - toldMs < PROGRESS_EVERY_MS) return;
    toldMs = now;
    stage = progress.stage;
    tell(progress);
  };
}

function read(options: FileOptions): FileReport {
  file = undefined;
  planned = undefined;
  const parsed = parseGlossaryFile(bytes, {
    ...options,
    onProgress: throttle((progress) => scope.postMessage({ kind: 'progress', progress })),
  });
  if (!parsed.ok) {
    return {
      reading: parsed.reading,
      problems: parsed.problems,
      header: undefined,
      conceptCount: 0,
      skipped: 0,
    };
  }
  file = parsed.glossary;
  relations = parsed.relations;
  const { concepts, ...header } = parsed.glossary;
  return {
    reading: parsed.reading,
    // Where the file goes decides whether these are any.
    problems: parsed.problems.filter((problem) => !isOpenRelation(problem)),
    header,
    conceptCount: concepts.length,
    skipped: parsed.skipped,
  };
}

async function plan(target: ImportTarget): Promise<PlanReport> {
  if (file === undefined) throw new Error('There is no file to import');
  planned = undefined;
  const existing = target.kind === 'new' ? undefined : await readStored(target.id);
  const incoming = target.kind === 'new' ? { ...file, id: target.id, name: target.name } : file;
  const mode = target.kind === 'new' ? 'replace' : target.mode;
  const own = existing === undefined || existing.origin === 'own';
  const settled = settleImport(existing?.glossary, incoming, mode, { fixedHeader: !own, relations });
  if (!settled.ok) {
    const changes = summarizeChanges({ added: [], changed: [], removed: [], unchanged: 0 });
    return { changes, kept: 0, unchanged: 0, problems: settled.problems };
  }
  planned = { own, plan: settled.plan, glossary: settled.glossary, edition: existing?.edition };
  const { kept, unchanged } = settled.plan;
  const changes = summarizeChanges(settled.plan);
  return { changes, kept: kept.length, unchanged, problems: settled.problems };
}

/** A glossary as it is stored, with what the reader changed in it, its edition and whose it is. */
async function readStored(
  id: GlossaryId,
): Promise<{ glossary: Glossary; edition: number; origin: GlossaryOrigin }> {
  const stored = (await listGlossaries()).find((each) => each.id === id);
  if (stored === undefined) throw new Error(`There is no glossary ${id}`);
  return {
    glossary: asGlossary(stored, await readConcepts(id)),
    edition: stored.edition,
    origin: stored.origin,
  };
}

async function store(): Promise<ImportReply> {
  if (planned === undefined) throw new Error('There is no plan to carry out');
  const { own, plan: found, glossary, edition } = planned;
  const { revision, undo } = await doUndoably([glossary.id], () => {
    if (edition === undefined) return createGlossary(glossary);
    if (own) return replaceGlossary(glossary, { origin: 'own', edition });
    // Somebody else's: what is different lies over it as the reader's own edits.
    const put = [...found.added, ...found.changed.map(({ after }) => after)];
    return changeConcepts(glossary.id, { put }, { edition });
  });
  planned = undefined;
  return { kind: 'stored', id: glossary.id, revision, undo };
}

async function write(id: GlossaryId, format: WriteFormat): Promise<ImportReply> {
  const target = await readStored(id);
  const { write: toText, extension, mediaType } = WRITERS[format];
  return { kind: 'written', text: toText(target.glossary), extension, mediaType };
}

async function answer(request: ImportRequest): Promise<ImportReply> {
  switch (request.kind) {
    case 'read':
      if (request.bytes !== undefined) bytes = request.bytes;
      return { kind: 'read', report: read(request.options) };
    case 'plan':
      return { kind: 'plan', report: await plan(request.target) };
    case 'store':
      return store();
    case 'write':
      return write(request.id, request.format);
  }
}

scope.addEventListener('message', ({ data }) => {
  void answer(data)
    .catch((error: unknown): ImportReply => {
      console.error(error);
      const { name, message } = error instanceof Error ? error : new Error(String(error));
      return { kind: 'failed', name, message };
    })
    .then((reply) => scope.postMessage(reply));
});
