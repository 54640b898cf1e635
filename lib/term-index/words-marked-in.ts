import type { Lexicon } from '@/lib/lexicon/lexicon';
import type { WordTree } from '@/lib/lexicon/packed-words';
import { findWordsHolding, type HoldingWords } from '@/lib/lexicon/words-holding';
import { decideBoundary } from '@/lib/matching/boundary';

/** Enough to see what is meant, and to exclude in one go. */
const MOST_WORDS = 12;

/**
 * As `findWordsHolding`, a dozen words a form, without the words in which a page would not be marked anyway: 眉山市 is told from
 * 峨眉山市 by the words around it, 国务 in 国务院 is not. Forms without any other word are left out.
 */
export function findWordsMarkedIn(
  { words, lexicon }: { words: WordTree; lexicon: Lexicon },
  forms: ReadonlySet<string>,
): Map<string, HoldingWords> {
  const found = new Map<string, HoldingWords>();
  for (const [form, holding] of findWordsHolding(words, forms)) {
    const isMarkedIn = (word: string): boolean => {
      const start = word.indexOf(form);
      return decideBoundary(word, { start, end: start + form.length }, lexicon).accepted;
    };
    const left: string[] = [];
    for (const word of holding.words) {
      if (isMarkedIn(word) && left.push(word) === MOST_WORDS) break;
    }
    if (left.length > 0) found.set(form, { ...holding, words: left });
  }
  return found;
}
