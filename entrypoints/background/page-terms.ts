import type { SenseDescription } from '@/lib/glossary/sense-description';
import type { PageTerm, PageToBackground, ToGuide } from '@/lib/messaging/protocol';
import { cutSentence } from '@/lib/page-list/sentence';
import { type Sense, senseKey } from '@/lib/term-index/forms';
import { countTerms, sensesOnPage } from '@/lib/term-index/page-senses';
import type { TermIndex } from '@/lib/term-index/term-index';
import { describeSenses } from './describe';
import { forgetFrames } from './frame-counts';
import { askGuide, framesWithTerms } from './guide';
import type { PageChoices } from './reader-choices';

type AnsweredFrame = ReturnType<ToGuide['listForms']> & { frameId: number };

/** Asks every frame that has reported a count, and forgets those that are gone. */
async function askAllFrames(tabId: number): Promise<{ frames: AnsweredFrame[]; isSilent: boolean }> {
  const asked = await Promise.all(
    (await framesWithTerms(tabId)).map(async (frameId) => ({
      frameId,
      answer: await askGuide({ tabId, frameId }, 'listForms', {}),
    })),
  );
  const gone = asked.filter(({ answer }) => answer.kind === 'gone').map(({ frameId }) => frameId);
  await forgetFrames(tabId, gone);
  return {
    frames: asked
      .flatMap(({ frameId, answer }) => (answer.kind === 'answered' ? [{ frameId, ...answer.reply }] : []))
      .sort((a, b) => a.frameId - b.frameId),
    // Others are asked again the next time.
    isSilent: asked.some(({ frameId, answer }) => frameId === 0 && answer.kind === 'silent'),
  };
}

/** A form of a frame with what it means there. */
interface MeantForm {
  frameId: number;
  listed: AnsweredFrame['forms'][number];
  senses: { sense: Sense; description: SenseDescription }[];
}

/** What the forms of each frame mean, in the order in which a popover there has it: its own terms are its context. */
async function readMeanings(
  index: TermIndex,
  frames: readonly AnsweredFrame[],
  choices: PageChoices,
): Promise<MeantForm[]> {
  const meant = frames.flatMap(({ frameId, forms }) => {
    const termsOnPage = countTerms(
      index,
      forms.map(({ form }) => form),
    );
    const page = { termsOnPage, isWanted: choices.isWanted };
    return forms.map((listed) => ({ frameId, listed, senses: sensesOnPage(index, listed.form, page) }));
  });
  const described = await describeListed(
    index,
    meant.flatMap(({ senses }) => senses),
  );
  return meant.map(({ senses, ...form }) => ({
    ...form,
    senses: senses.flatMap((sense) => {
      const description = described.get(senseKey(sense));
      return description === undefined ? [] : [{ sense, description }];
    }),
  }));
}

type Described = ReadonlyMap<string, SenseDescription | undefined>;

let last: { index: TermIndex; described: Described } | undefined;

/** What senses mean, by `senseKey`. An open list asks for the same every few seconds: what it has is not read again. */
async function describeListed(index: TermIndex, senses: readonly Sense[]): Promise<Described> {
  const known: Described = last?.index === index ? last.described : new Map();
  const unknown = senses.filter((sense) => !known.has(senseKey(sense)));
  const read = (await describeSenses(index, unknown)).values();
  const described = new Map(
    senses.map((sense) => {
      const key = senseKey(sense);
      return [key, known.has(key) ? known.get(key) : read.next().value];
    }),
  );
  last = { index, described };
  return described;
}

/** The terms marked in a tab, over all its frames, in order of first appearance. */
export async function listPageTerms(
  tabId: number,
  index: TermIndex,
  choices: PageChoices,
): Promise<ReturnType<PageToBackground['getPageTerms']>> {
  const { frames, isSilent } = await askAllFrames(tabId);
  const current = frames.filter(({ revision }) => revision === index.revision);
  const terms = new Map<string, PageTerm>();
  for (const { frameId, listed: found, senses } of await readMeanings(index, current, choices)) {
    const [first] = senses;
    if (first === undefined) continue;
    const { glossary, concept, category } = first.description;
    const { form, text, count, around, at } = found;
    const key = `${glossary.id}/${concept.id}`;
    const term = terms.get(key) ?? {
      key,
      headword: concept.terms[0].text,
      language: concept.terms[0].language,
      text,
      count: 0,
      sentence: cutSentence(around, at, text.length),
      senses: senses.length,
      means: senses.map(({ sense }) => sense),
      stands: [],
      ...(category === undefined ? {} : { category }),
    };
    term.count += count;
    const here = term.stands.find((frame) => frame.frameId === frameId);
    if (here === undefined) term.stands.push({ frameId, forms: [form] });
    else here.forms.push(form);
    terms.set(key, term);
  }
  const listed = [...terms.values()];
  return {
    reachable: frames.some(({ frameId }) => frameId === 0),
    silent: isSilent,
    revision: index.revision,
    total: listed.reduce((sum, { count }) => sum + count, 0),
    terms: listed,
    drawn: frames.some(({ drawn }) => drawn),
    pending: frames.some(
      ({ revision, forms, outdated }) => outdated || (revision !== index.revision && forms.length > 0),
    ),
    pdf: frames.some(({ frameId, pdf }) => frameId === 0 && pdf),
  };
}
