import type { Article } from '@/lib/extraction/article';
import type { Candidate } from '@/lib/extraction/candidate';
import type { ExtractionReply } from '@/lib/segmenter/protocol';

/**
 * Draws the candidates from articles, in a worker that is there for just that: it loads the segmenter and ends
 * when the last article is through, and its 60 MB with it.
 *
 * @param onProgress called with the number of the article and the share of it that is done
 * @throws {Error} if the segmenter can't be loaded or the worker breaks
 */
export async function extractInWorker(
  articles: readonly Article[],
  onProgress: (article: number, done: number) => void,
): Promise<Candidate[][]> {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  try {
    const found: Candidate[][] = [];
    for (const [number, article] of articles.entries()) {
      onProgress(number, 0);
      found.push(await extractOne(worker, article, (done) => onProgress(number, done)));
    }
    return found;
  } finally {
    worker.terminate();
  }
}

function extractOne(
  worker: Worker,
  article: Article,
  onProgress: (done: number) => void,
): Promise<Candidate[]> {
  return new Promise((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<ExtractionReply>) => {
      if (data.kind === 'progress') onProgress(data.done);
      else if (data.kind === 'done') resolve(data.candidates);
      else if (data.kind === 'failed') reject(new Error(data.message));
    };
    worker.onerror = (event) => reject(new Error(event.message || 'The worker could not be started'));
    worker.postMessage(article);
  });
}
