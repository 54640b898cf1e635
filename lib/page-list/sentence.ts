/** Code units that are read on each side of a term to find its sentence. */
export const SENTENCE_REACH = 120;

/** A sentence, split at the term it is shown for. */
export interface Sentence {
  before: string;
  term: string;
  after: string;
}

/** What ends a sentence, with the quotes and brackets that close after it. A full stop does before a blank only. */
const SENTENCE_END = /(?:[。！？!?…]+|\.(?=\s|$))["'”’」』）)]*/g;

const BLANKS = /\s+/g;

/**
 * The sentence round a term, from the text that stands around it. White space is one blank, as the page
 * shows it. Where the sentence goes on past what was read, an ellipsis stands.
 *
 * @param around up to `SENTENCE_REACH` code units on each side of the term
 * @param at where in it the term starts
 * @example
 * cutSentence('晚了。果园港亮灯。走吧。', 3, 3)  // → { before: '', term: '果园港', after: '亮灯。' }
 */
export function cutSentence(around: string, at: number, length: number): Sentence {
  const before = around.slice(0, at);
  const after = around.slice(at + length);
  const lastEnd = [...before.matchAll(SENTENCE_END)].at(-1);
  const firstEnd = after.matchAll(SENTENCE_END).next().value;
  const from = lastEnd === undefined ? 0 : lastEnd.index + lastEnd[0].length;
  const to = firstEnd === undefined ? after.length : firstEnd.index + firstEnd[0].length;
  const cutBefore = lastEnd === undefined && before.length >= SENTENCE_REACH;
  const cutAfter = firstEnd === undefined && after.length >= SENTENCE_REACH;
  return {
    before: (cutBefore ? '…' : '') + wholeCharacters(before.slice(from)).replace(BLANKS, ' ').trimStart(),
    term: around.slice(at, at + length).replace(BLANKS, ' '),
    after: wholeCharacters(after.slice(0, to)).replace(BLANKS, ' ').trimEnd() + (cutAfter ? '…' : ''),
  };
}

/** Without the half of a character that the cut may have left at either end. */
function wholeCharacters(text: string): string {
  return text.replace(/^[\udc00-\udfff]|[\ud800-\udbff]$/g, '');
}
