import type { PageToBackground } from '@/lib/messaging/protocol';
import type { RejectedListedTerm } from '@/lib/page-list/page-view';
import { cutSentence, SENTENCE_REACH } from '@/lib/page-list/sentence';
import { findRejections } from '@/lib/term-index/rejections';
import type { TermIndex } from '@/lib/term-index/term-index';
import { describeSenses } from './describe';
import { askGuide, framesWithTerms } from './guide';
import { getLexicon } from './lexicon-provider';

/** More would be no list but a second page. */
const MOST_LISTED = 200;

/** The places of a tab that have a term's characters and are not marked: for each term and reason, the first. */
export async function listRejectedTerms(
  tabId: number,
  getIndex: () => Promise<TermIndex>,
): Promise<ReturnType<PageToBackground['getRejectedTerms']>> {
  const [index, lexicon] = await Promise.all([getIndex(), getLexicon()]);
  const terms = new Map<string, RejectedListedTerm>();
  for (const frameId of await framesWithTerms(tabId)) {
    const blocks = (await askGuide({ tabId, frameId }, 'listBlocks', {}))?.blocks ?? [];
    for (const { form, text, span, reason } of findRejections(index, blocks, lexicon)) {
      const key = `${form} ${JSON.stringify(reason)}`;
      const known = terms.get(key);
      if (known !== undefined) {
        known.count++;
        continue;
      }
      if (terms.size === MOST_LISTED) continue;
      const [sense] = await describeSenses(index, form);
      if (sense === undefined) continue;
      const block = blocks[text] ?? '';
      const from = Math.max(0, span.start - SENTENCE_REACH);
      const around = block.slice(from, span.end + SENTENCE_REACH);
      const { text: headword, language } = sense.term;
      const sentence = cutSentence(around, span.start - from, span.end - span.start);
      terms.set(key, { key, headword, language, count: 1, sentence, reason });
    }
  }
  return { terms: [...terms.values()] };
}
