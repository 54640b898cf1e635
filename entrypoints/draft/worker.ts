import type { Article } from '@/lib/extraction/article';
import { extractCandidates } from '@/lib/extraction/extract';
import { loadLexicon } from '@/lib/lexicon/lexicon';
import { loadJieba } from '@/lib/segmenter/jieba';
import type { ExtractionReply } from '@/lib/segmenter/protocol';

/** Steps smaller than this nobody sees. */
const LEAST_STEP = 0.02;

const say = (reply: ExtractionReply): void => postMessage(reply);

async function load() {
  const [segment, packed] = await Promise.all([
    loadJieba(),
    fetch('/generated/lexicon.bin').then((answer) => answer.arrayBuffer()),
  ]);
  // The first cut unpacks the dictionary.
  segment('预热');
  return { segment, lexicon: loadLexicon(packed) };
}

const tools = load();

addEventListener('message', ({ data }: MessageEvent<Article>) => {
  void (async () => {
    try {
      const loaded = await tools;
      let said = 0;
      const onProgress = (done: number): void => {
        if (done - said < LEAST_STEP) return;
        said = done;
        say({ kind: 'progress', done });
      };
      const candidates = extractCandidates(data, { ...loaded, onProgress });
      say({ kind: 'done', candidates });
    } catch (error) {
      say({ kind: 'failed', message: String(error) });
    }
  })();
});
