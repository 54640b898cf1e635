import { consequenceText, placeText, problemText } from '@/components/options/problem-text';
import type { GlossaryId } from '@/lib/glossary/model';
import { problemTable } from '@/lib/glossary-import/problem-table';
import type { WriteFormat } from '@/lib/glossary-import/write-formats';
import { saveFile } from '@/lib/page-session/take-away';
import { createImport, type ImportParts } from './import-state';
import type { ImportReply, ImportRequest } from './import-worker';

/** What comes in and goes out on the options page. */
export function createExchange(parts: ImportParts) {
  const importing = createImport(parts);
  return {
    importing,

    /** Follows files that are dragged onto the page, wherever it is; returns a function that stops it. */
    watchDrops(onTaken: () => void): () => void {
      const onDragOver = (event: DragEvent): void => {
        if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
      };
      const onDrop = (event: DragEvent): void => {
        const files = [...(event.dataTransfer?.files ?? [])];
        if (files.length === 0) return;
        event.preventDefault();
        onTaken();
        void importing.takeFiles(files);
      };
      addEventListener('dragover', onDragOver);
      addEventListener('drop', onDrop);
      return () => {
        removeEventListener('dragover', onDragOver);
        removeEventListener('drop', onDrop);
      };
    },

    saveProblems(): void {
      const stage = importing.stage.peek();
      if (stage.kind !== 'review') return;
      const t = parts.t();
      const text = problemTable([...stage.report.problems, ...(stage.plan?.problems ?? [])], {
        headings: [
          t('import.column.severity'),
          t('import.column.place'),
          t('import.column.concept'),
          t('import.column.value'),
          t('import.column.reason'),
        ],
        consequence: (problem) => consequenceText(t, problem),
        place: (at) => placeText(t, at),
        reason: (problem) => problemText(t, problem),
      });
      saveFile(`${stage.name === '' ? 'pangzhu' : stage.name}.problems.csv`, text, 'text/csv');
    },

    async write(id: GlossaryId, format: WriteFormat, way: 'copy' | 'save'): Promise<void> {
      const { text, extension, mediaType } = await writeInWorker({ kind: 'write', id, format });
      if (way === 'copy') await navigator.clipboard.writeText(text.replace(/^\ufeff/, ''));
      else saveFile(`${id}.${extension}`, text, mediaType);
    },
  };
}

export type Exchange = ReturnType<typeof createExchange>;

/** A worker of its own: an import that is being looked at keeps its. */
async function writeInWorker(request: ImportRequest): Promise<ImportReply & { kind: 'written' }> {
  const worker = new Worker(new URL('./import-worker.ts', import.meta.url), { type: 'module' });
  try {
    const reply = await new Promise<ImportReply>((resolve, reject) => {
      worker.onmessage = ({ data }: MessageEvent<ImportReply>) => resolve(data);
      worker.onerror = ({ message }) => reject(new Error(message));
      worker.postMessage(request);
    });
    if (reply.kind === 'written') return reply;
    throw new Error(reply.kind === 'failed' ? reply.message : `Unexpected ${reply.kind}`);
  } finally {
    worker.terminate();
  }
}
