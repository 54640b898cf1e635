import type { PageToBackground } from '@/lib/messaging/protocol';
import type { RejectedListedTerm } from '@/lib/page-list/page-view';
import { cutSentence, SENTENCE_REACH } from '@/lib/page-list/sentence';
import { findMatches } from '@/lib/term-index/find';
import type { Sense } from '@/lib/term-index/forms';
import { sensesOnPage } from '@/lib/term-index/page-senses';
import { findRejections } from '@/lib/term-index/rejections';
import type { TermIndex } from '@/lib/term-index/term-index';
import { describeSenses } from './describe';
import { askGuide, framesWithTerms, replyIn } from './guide';
import { getLexicon } from './lexicon-provider';
import { chooseForms, leaveOut, type Wishes } from './page-matches';

/** More would be no list but a second page. */
const MOST_LISTED = 200;

type Undescribed = Omit<RejectedListedTerm, 'headword' | 'language'> & { sense: Sense };

/**
 * The places of a tab that have a term's characters and are not marked: for each term and reason, the first. Of terms
 * that the reader does not want marked there, none.
 */
export async function listRejectedTerms(
  tabId: number,
  index: TermIndex,
  wishes: Wishes,
): Promise<ReturnType<PageToBackground['getRejectedTerms']>> {
  const lexicon = await getLexicon();
  const { isWanted } = wishes.choices;
  const found = new Map<string, Undescribed>();
  for (const frameId of await framesWithTerms(tabId)) {
    const blocks = replyIn(await askGuide({ tabId, frameId }, 'listBlocks', {}))?.blocks ?? [];
    const all = blocks.map((block) => findMatches(index, block, lexicon));
    const marked = await leaveOut(index, all, wishes);
    const rejections = findRejections(index, blocks, { lexicon, marked });
    const wanted = await chooseForms(index, () => rejections.map(({ form }) => form), wishes);
    for (const { form, text, span, reason } of rejections) {
      if (wanted?.has(form) === false) continue;
      const key = `${form} ${JSON.stringify(reason)}`;
      const known = found.get(key);
      if (known !== undefined) {
        known.count++;
        continue;
      }
      const [sense] = found.size < MOST_LISTED ? sensesOnPage(index, form, { isWanted }) : [];
      if (sense === undefined) continue;
      const block = blocks[text] ?? '';
      const from = Math.max(0, span.start - SENTENCE_REACH);
      const around = block.slice(from, span.end + SENTENCE_REACH);
      const sentence = cutSentence(around, span.start - from, span.end - span.start);
      found.set(key, { key, sense, count: 1, sentence, reason });
    }
  }
  const rejected = [...found.values()];
  const described = await describeSenses(
    index,
    rejected.map(({ sense }) => sense),
  );
  return {
    terms: rejected.flatMap(({ sense: _sense, ...rest }, at): RejectedListedTerm[] => {
      const term = described[at]?.term;
      return term === undefined ? [] : [{ ...rest, headword: term.text, language: term.language }];
    }),
  };
}
