import { tag } from 'jieba-wasm';
import type { ArticleBlock } from '@/lib/extraction/article';
import type { Candidate } from '@/lib/extraction/candidate';
import { extractCandidates } from '@/lib/extraction/extract';
import { readLexicon } from '../../support/lexicon';

const lexicon = readLexicon();

/** What is found in paragraphs; a line that begins with `# ` is a heading. */
export function extractFrom(lines: readonly string[], onProgress?: (done: number) => void): Candidate[] {
  const blocks = lines.map(
    (line): ArticleBlock =>
      line.startsWith('# ') ? { kind: 'heading', text: line.slice(2) } : { kind: 'text', text: line },
  );
  const source = { url: 'https://news.example/1', title: '' };
  return extractCandidates(
    { source, blocks },
    { segment: (text) => tag(text, true), lexicon, ...(onProgress && { onProgress }) },
  );
}
