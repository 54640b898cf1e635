import { askFrame, MessageError } from '@/lib/messaging/messenger';
import type { PageTerm, PageToBackground, ToContent, ToGuide } from '@/lib/messaging/protocol';
import { cutSentence } from '@/lib/page-list/sentence';
import { dropFrames, readCounts, setCount, totalOf } from '@/lib/storage/page-counts';
import type { TermIndex } from '@/lib/term-index/term-index';
import { showCount } from './badge';
import { describeSenses } from './describe';
import { answerInTime, askGuide, framesWithTerms } from './guide';

type FrameForms = ReturnType<ToGuide['listForms']> & { frameId: number };

/** Asks every frame that has reported a count, and forgets those that no longer answer. */
async function askAllFrames(tabId: number): Promise<FrameForms[]> {
  const frameIds = await framesWithTerms(tabId);
  const answers = await Promise.all(
    frameIds.map(async (frameId) => {
      const forms = await askGuide({ tabId, frameId }, 'listForms', {});
      return forms && { frameId, ...forms };
    }),
  );
  const frames = answers.filter((answer) => answer !== undefined).sort((a, b) => a.frameId - b.frameId);
  const gone = frameIds.filter((frameId) => !frames.some((frame) => frame.frameId === frameId));
  if (gone.length > 0) await dropFrames(tabId, gone);
  return frames;
}

/** A new page has started in a tab: the counts of frames that were the old page's go. */
export async function refreshCounts(tabId: number): Promise<void> {
  await Promise.all(
    (await framesWithTerms(tabId)).map(async (frameId) => {
      const count = await countMarks({ tabId, frameId });
      return count === undefined ? dropFrames(tabId, [frameId]) : setCount(tabId, frameId, count);
    }),
  );
  await showCount(tabId, totalOf(await readCounts(tabId)));
}

/** How many terms a frame has marked; `undefined` if there is no content script in it any more. */
async function countMarks(frame: { tabId: number; frameId: number }): Promise<number | undefined> {
  try {
    return (await answerInTime(askFrame<ToContent, 'countMarks'>(frame, 'countMarks', {})))?.count;
  } catch (error) {
    if (error instanceof MessageError) return undefined;
    throw error;
  }
}

/** The terms marked in a tab, over all its frames; what is most frequent first. */
export async function listPageTerms(
  tabId: number,
  getIndex: () => Promise<TermIndex>,
): Promise<ReturnType<PageToBackground['getPageTerms']>> {
  const frames = await askAllFrames(tabId);
  const index = await getIndex();
  const terms = new Map<string, PageTerm>();
  for (const { forms, revision } of frames) {
    if (revision !== index.revision) continue;
    for (const { form, text, count, around, at } of forms) {
      const senses = await describeSenses(index, form);
      const [first] = senses;
      if (first === undefined) continue;
      const key = `${first.glossary.id}/${first.concept.id}`;
      const term = terms.get(key) ?? {
        key,
        headword: first.concept.terms[0].text,
        language: first.concept.terms[0].language,
        text,
        count: 0,
        order: terms.size,
        sentence: cutSentence(around, at, text.length),
        senses: senses.length,
        forms: [],
        ...(first.category === undefined ? {} : { category: first.category }),
      };
      term.count += count;
      if (!term.forms.includes(form)) term.forms.push(form);
      terms.set(key, term);
    }
  }
  const sorted = [...terms.values()].sort((a, b) => b.count - a.count);
  return {
    reachable: frames.some(({ frameId }) => frameId === 0),
    revision: index.revision,
    total: sorted.reduce((sum, { count }) => sum + count, 0),
    terms: sorted,
    drawn: frames.some(({ drawn }) => drawn),
    pending: frames.some(
      ({ revision, forms, outdated }) => outdated || (revision !== index.revision && forms.length > 0),
    ),
    pdf: frames.some(({ frameId, pdf }) => frameId === 0 && pdf),
  };
}
