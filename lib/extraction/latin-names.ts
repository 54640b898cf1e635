import type { SeenBlock } from './seen-block';

/** Small words that may stand inside an English name: Belt and Road, University of Hong Kong. */
const LINKING = /^(?:of|and|the|for|in|de|la|von|van|&)$/;
const WORD = /[a-z\u00c0-\u024f][a-z0-9\u00c0-\u024f'’+&-]*/g;

/** Of a page's own furniture, or too common to be a term alone. */
const COMMON =
  /^(?:the|this|that|these|those|it|he|she|we|they|you|i|in|on|at|by|to|if|as|and|but|or|for|from|with|a|an|is|are|was|not|no|yes|http|https|www|com|cn|html|jpg|png|gif|pdf|app|copyright|icp|reserved|all|mr|mrs|ms|p|br|div|span|more|read|by|photo|caption)$/;

const isUpper = (character: string | undefined): boolean =>
  character !== undefined && character !== character.toLowerCase();

/** A run of capitalised Latin words, or one in capitals: code units of the seen text. */
export function findLatinNames({ text, starts, source }: SeenBlock): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  let open: { start: number; end: number; words: number } | undefined;
  let pendingEnd = -1;
  const close = (): void => {
    if (open !== undefined && isName(open)) found.push({ start: open.start, end: open.end });
    open = undefined;
    pendingEnd = -1;
  };
  const isName = ({ start, end, words }: { start: number; end: number; words: number }): boolean => {
    const word = text.slice(start, end);
    if (words > 1) return !/^(?:the|a|an) [a-z]+$/.test(word);
    if (COMMON.test(word) || word.length < 2) return false;
    const capitals = [...word].filter((_, at) => isUpper(source[starts[start + at] ?? 0])).length;
    const opensSentence = start === 0 || /[·!?。！？"“:]\s*$/.test(text.slice(Math.max(0, start - 3), start));
    return capitals > 1 || !opensSentence;
  };
  for (const { index, 0: word } of text.matchAll(WORD)) {
    const end = index + word.length;
    const joined = open !== undefined && /^ $/.test(text.slice(pendingEnd, index));
    const capital = isUpper(source[starts[index] ?? 0]);
    if (!joined) close();
    if (open === undefined) {
      if (capital) {
        open = { start: index, end, words: 1 };
        pendingEnd = end;
      }
    } else if (capital) {
      open = { start: open.start, end, words: open.words + 1 };
      pendingEnd = end;
    } else if (LINKING.test(word)) pendingEnd = end;
    else close();
  }
  close();
  return found;
}
