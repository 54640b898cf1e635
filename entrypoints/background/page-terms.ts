import { askFrame, MessageError } from '@/lib/messaging/messenger';
import type { PageTerm, PageToBackground, ToContent } from '@/lib/messaging/protocol';
import { cutSentence } from '@/lib/page-list/sentence';
import { dropFrames, type FrameCounts, readCounts, setCount, totalOf } from '@/lib/storage/page-counts';
import type { TermIndex } from '@/lib/term-index/term-index';
import { showCount } from './badge';
import { describeSenses } from './describe';

type FrameForms = ReturnType<ToContent['listForms']> & { frameId: number };

/** A frame that is going away may leave a question without any answer, not even an error. */
const LONGEST_SILENCE_MS = 3000;

/** The forms of one frame, or `undefined` if there is no content script in it any more. */
async function askForForms(tabId: number, frameId: number): Promise<FrameForms | undefined> {
  const silence = new Promise<undefined>((resolve) => setTimeout(resolve, LONGEST_SILENCE_MS, undefined));
  try {
    const answer = askFrame<ToContent, 'listForms'>({ tabId, frameId }, 'listForms', {});
    const forms = await Promise.race([answer, silence]);
    return forms && { frameId, ...forms };
  } catch (error) {
    if (error instanceof MessageError) return undefined;
    throw error;
  }
}

/** Asks every frame that has reported a count, and forgets those that no longer answer. */
async function askAllFrames(tabId: number): Promise<FrameForms[]> {
  // The top frame is asked in any case: it may have marked nothing yet.
  const frameIds = new Set([0, ...Object.keys(await readCounts(tabId)).map(Number)]);
  const answers = await Promise.all([...frameIds].map((frameId) => askForForms(tabId, frameId)));
  const frames = answers.filter((answer) => answer !== undefined).sort((a, b) => a.frameId - b.frameId);
  const gone = [...frameIds].filter((frameId) => !frames.some((frame) => frame.frameId === frameId));
  if (gone.length > 0) await dropFrames(tabId, gone);
  return frames;
}

/** A new page has started in a tab: the counts of frames that were the old page's go. */
export async function refreshCounts(tabId: number): Promise<FrameCounts> {
  const frames = await askAllFrames(tabId);
  let counts: FrameCounts = {};
  for (const { frameId, forms } of frames) {
    counts = await setCount(
      tabId,
      frameId,
      forms.reduce((sum, { count }) => sum + count, 0),
    );
  }
  await showCount(tabId, totalOf(counts));
  return counts;
}

/** The terms marked in a tab, over all its frames; what is most frequent first. */
export async function listPageTerms(
  tabId: number,
  getIndex: () => Promise<TermIndex>,
): Promise<ReturnType<PageToBackground['getPageTerms']>> {
  const frames = await askAllFrames(tabId);
  const index = await getIndex();
  const terms = new Map<string, PageTerm>();
  for (const { frameId, forms, revision } of frames) {
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
        places: [],
        ...(first.category === undefined ? {} : { category: first.category }),
      };
      term.count += count;
      term.places.push({ frameId, form, count });
      terms.set(key, term);
    }
  }
  const sorted = [...terms.values()].sort((a, b) => b.count - a.count);
  return {
    reachable: frames.some(({ frameId }) => frameId === 0),
    revision: index.revision,
    total: sorted.reduce((sum, { count }) => sum + count, 0),
    terms: sorted,
  };
}
