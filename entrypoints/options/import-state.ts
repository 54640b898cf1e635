import { signal } from '@preact/signals';
import type { ImportChoice, ImportStage, ReadingChoices } from '@/components/options/exchange/import-view';
import type { GlossarySummary } from '@/components/options/glossary-view';
import { refusalText } from '@/components/options/refusal-text';
import { failureText } from '@/components/options/subscriptions/failure-text';
import { guessProseLanguage } from '@/lib/glossary/formats/guess-language';
import { MAX_FILE_BYTES } from '@/lib/glossary/limits';
import { pickLanguage } from '@/lib/glossary/localized';
import { freeId } from '@/lib/glossary/merge';
import type { GlossaryHeader, GlossaryId } from '@/lib/glossary/model';
import { plainName } from '@/lib/glossary/plain-name';
import { type FileHint, makeId } from '@/lib/glossary-import/header';
import type { ReadingProgress } from '@/lib/glossary-import/parse-file';
import { localDay } from '@/lib/i18n/local-day';
import { reasonOf } from '@/lib/i18n/reason-of';
import type { Translate } from '@/lib/i18n/translator';
import { readRevision } from '@/lib/storage/glossary-store';
import { announceRevision } from '@/lib/storage/revision-signal';
import type { Undo } from '@/lib/storage/undo';
import { decodePath, readAddress } from '@/lib/subscriptions/address';
import { download } from '@/lib/subscriptions/download';
import { DOWNLOAD_LIMITS } from '@/lib/subscriptions/fetch-glossary';
import type { ImportReply, ImportRequest, ImportTarget } from './import-worker';

/** What a file is, as far as the place that it came from tells. */
interface Incoming {
  name: string;
  type: string;
  bytes: Uint8Array;
  /** What it is called and known by where nothing says so. */
  hint?: Required<Pick<FileHint, 'id' | 'title'>>;
}

const BEGUN: ReadingProgress = { stage: 'decoding', done: 0, total: 0 };

export interface ImportParts {
  glossaries(): readonly GlossarySummary[];
  t(): Translate;
  /** The browser's or the reader's language, for the name of a glossary that says none. */
  nameLanguage(): string;
  /** A glossary that is there is about to become another one. */
  beforeReplacing(): Promise<void>;
  /** An import was stored. */
  onStored(undo: Undo, name: string): void;
}

/**
 * One import after the other: a file is picked, read in a worker, looked at, and stored or dropped. Nothing is
 * stored before the reader says so; dropping an import ends its worker, whatever that is doing.
 */
export function createImport({ glossaries, t, nameLanguage, beforeReplacing, onStored }: ImportParts) {
  const stage = signal<ImportStage>({ kind: 'pick', trouble: '' });
  let worker: Worker | undefined;
  let fetching: AbortController | undefined;
  /** Grows with every question; answers to earlier ones are dropped. */
  let asked = 0;
  let source: Incoming | undefined;

  const drop = (trouble = ''): void => {
    asked += 1;
    fetching?.abort();
    worker?.terminate();
    worker = undefined;
    source = undefined;
    stage.value = { kind: 'pick', trouble };
  };

  /** Asks the worker; resolves with its last word, or never, if something else was asked meanwhile. */
  function ask(request: ImportRequest): Promise<ImportReply> {
    worker ??= new Worker(new URL('./import-worker.ts', import.meta.url), { type: 'module' });
    const own = worker;
    asked += 1;
    const number = asked;
    return new Promise((resolve, reject) => {
      own.onmessage = ({ data }: MessageEvent<ImportReply>) => {
        if (number !== asked) return;
        if (data.kind !== 'progress') resolve(data);
        else if (stage.peek().kind === 'reading') {
          stage.value = { kind: 'reading', name: source?.name ?? '', progress: data.progress };
        }
      };
      own.onerror = (event) => {
        if (number === asked) reject(new Error(event.message));
      };
      // The file itself goes over: it is not needed here any more, and would be there twice.
      own.postMessage(request, request.kind === 'read' && request.bytes ? [request.bytes.buffer] : []);
    });
  }

  async function attempt(act: () => Promise<void>): Promise<void> {
    try {
      await act();
    } catch (error) {
      console.error(error);
      drop(t()('import.failed', { reason: reasonOf(error) }));
    }
  }

  const read = (bytes: Uint8Array | undefined, choices: ReadingChoices): Promise<void> =>
    attempt(async () => {
      if (source === undefined) return;
      const { name, type, hint } = source;
      const before = stage.peek();
      if (before.kind !== 'review') stage.value = { kind: 'reading', name, progress: BEGUN };
      const options = { name, type, today: localDay(Date.now()), ...hint, ...choices };
      const reply = await ask({ kind: 'read', ...(bytes && { bytes }), options });
      if (reply.kind !== 'read') return fail(reply);
      const { report } = reply;
      const choice = before.kind === 'review' ? before.choice : chooseTarget(report.header);
      stage.value = {
        kind: 'review',
        name,
        report,
        choices,
        choice,
        plan: undefined,
        storing: false,
        trouble: '',
      };
      if (report.header !== undefined) await plan(choice);
    });

  /** A glossary that the file names and that is the reader's own is brought up to date; else a new one is made. */
  function chooseTarget(header: GlossaryHeader | undefined): ImportChoice {
    const own = glossaries().find(({ id, origin }) => id === header?.id && origin === 'own');
    if (own !== undefined) return { kind: 'existing', id: own.id, mode: 'update' };
    const name =
      header === undefined ? '' : (header.name[pickLanguage(header.name, nameLanguage()) ?? ''] ?? '');
    return { kind: 'new', name };
  }

  function targetOf(choice: ImportChoice, header: GlossaryHeader | undefined): ImportTarget {
    if (choice.kind === 'existing') return choice;
    const given = plainName(choice.name);
    const unchanged = header !== undefined && (given === '' || Object.values(header.name).includes(given));
    const name = unchanged ? header.name : { [guessProseLanguage(given)]: given };
    const id = unchanged ? header.id : (makeId(given) as GlossaryId);
    const taken = new Set(glossaries().map((glossary) => glossary.id));
    return { kind: 'new', id: taken.has(id) ? freeId(id, taken) : id, name };
  }

  const plan = (choice: ImportChoice): Promise<void> =>
    attempt(async () => {
      const before = stage.peek();
      if (before.kind !== 'review') return;
      stage.value = { ...before, choice, plan: undefined };
      const reply = await ask({ kind: 'plan', target: targetOf(choice, before.report.header) });
      if (reply.kind !== 'plan') return fail(reply);
      const now = stage.peek();
      if (now.kind === 'review') stage.value = { ...now, plan: reply.report };
    });

  function fail(reply: ImportReply): void {
    const trouble =
      reply.kind === 'failed'
        ? (refusalText(t(), reply) ?? t()('import.failed', { reason: reply.message }))
        : '';
    const now = stage.peek();
    if (now.kind === 'review') stage.value = { ...now, storing: false, trouble };
    else drop(trouble);
  }

  const take = (incoming: Incoming): Promise<void> => {
    drop();
    source = incoming;
    return read(incoming.bytes, {});
  };

  return {
    stage,

    cancel(): void {
      const now = stage.peek();
      const storing = now.kind === 'review' && now.storing;
      // Ending the worker ends its transaction: all of it is stored or nothing.
      drop();
      // It may just have been stored when the reader changed their mind: then everybody has to know.
      if (storing) void attempt(async () => announceRevision(await readRevision()));
    },

    /** Takes a file that was picked or dropped; of several none, since each needs a look. */
    takeFiles: (files: readonly File[]): Promise<void> =>
      attempt(async () => {
        const [file, ...more] = files;
        if (file === undefined) return;
        drop();
        if (more.length > 0) return drop(t()('import.oneFile', { count: files.length }));
        if (file.size > MAX_FILE_BYTES) {
          return drop(t()('problem.file-too-large', { length: file.size, limit: MAX_FILE_BYTES }));
        }
        stage.value = { kind: 'reading', name: file.name, progress: BEGUN };
        const number = asked;
        const bytes = new Uint8Array(await file.arrayBuffer());
        if (number === asked) await take({ name: file.name, type: file.type, bytes });
      }),

    takeText: (text: string): Promise<void> =>
      take({
        name: '',
        type: '',
        bytes: new TextEncoder().encode(text),
        // Two texts that don't say what they are have nothing to do with each other.
        hint: { title: t()('import.pasted'), id: crypto.randomUUID() },
      }),

    takeAddress: (typed: string): Promise<void> =>
      attempt(async () => {
        const wanted = readAddress(typed);
        if (!wanted.ok) return drop(t()(`subscriptions.problem.${wanted.problem}`));
        drop();
        const { address } = wanted.value;
        stage.value = { kind: 'fetching', address, done: 0, total: 0 };
        const number = asked;
        fetching = new AbortController();
        const answer = await download(address, {
          validators: {},
          limits: DOWNLOAD_LIMITS,
          signal: fetching.signal,
          meter(done, total) {
            if (number === asked) stage.value = { kind: 'fetching', address, done, total };
          },
        });
        if (number !== asked) return;
        if (answer.kind === 'failed') return drop(failureText(answer.failure, t()));
        if (answer.kind === 'not-modified') return drop();
        const name = decodePath(new URL(address).pathname).split('/').at(-1) ?? '';
        await take({ name, type: answer.contentType, bytes: answer.bytes });
      }),

    setChoices(choices: ReadingChoices): void {
      void read(undefined, choices);
    },

    setChoice(choice: ImportChoice): void {
      void plan(choice);
    },

    store: (): Promise<void> =>
      attempt(async () => {
        const before = stage.peek();
        if (before.kind !== 'review' || before.plan === undefined || before.storing) return;
        stage.value = { ...before, storing: true, trouble: '' };
        const { counts } = before.plan.changes;
        if (before.choice.kind === 'existing' && counts.changed + counts.removed > 0) {
          const number = asked;
          await beforeReplacing();
          // Given up meanwhile.
          if (number !== asked) return;
        }
        const reply = await ask({ kind: 'store' });
        if (reply.kind !== 'stored') return fail(reply);
        await announceRevision(reply.revision);
        const { choice, plan: planned } = before;
        const { added, changed, removed } = planned.changes.counts;
        worker?.terminate();
        worker = undefined;
        stage.value = { kind: 'done', id: reply.id, name: before.name, count: added + changed + removed };
        onStored(reply.undo, choice.kind === 'new' ? choice.name : before.name);
      }),
  };
}

export type ImportState = ReturnType<typeof createImport>;
