import type { PageToBackground } from '@/lib/messaging/protocol';
import type { RejectedListedTerm } from '@/lib/page-list/page-view';
import { cutSentence, SENTENCE_REACH } from '@/lib/page-list/sentence';
import type { Sense } from '@/lib/term-index/forms';
import { sensesOnPage } from '@/lib/term-index/page-senses';
import { findRejections } from '@/lib/term-index/rejections';
import type { TermIndex } from '@/lib/term-index/term-index';
import { describeSenses } from './describe';
import { askGuide, framesWithTerms, replyIn } from './guide';
import { getLexicon } from './lexicon-provider';
import type { PageChoices } from './reader-choices';

/** More would be no list but a second page. */
const MOST_LISTED = 200;

type Undescribed = Omit<RejectedListedTerm, 'headword' | 'language'> & { sense: Sense };

/** The places of a tab that have a term's characters and are not marked: for each term and reason, the first. */
export async function listRejectedTerms(
  tabId: number,
  index: TermIndex,
  choices: PageChoices,
): Promise<ReturnType<PageToBackground['getRejectedTerms']>> {
  const lexicon = await getLexicon();
  const { isWanted } = choices;
  const found = new Map<string, Undescribed>();
  for (const frameId of await framesWithTerms(tabId)) {
    const blocks = replyIn(await askGuide({ tabId, frameId }, 'listBlocks', {}))?.blocks ?? [];
    for (const { form, text, span, reason } of findRejections(index, blocks, lexicon)) {
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
