import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { CalmFilter } from '@/entrypoints/background/calm-filter';
import { ReaderChoices } from '@/entrypoints/background/reader-choices';
import { listRejectedTerms } from '@/entrypoints/background/rejected-terms';
import { makeMarkRule } from '@/lib/glossary/mark-rule';
import type { ConceptId, GlossaryId } from '@/lib/glossary/model';
import { openDatabase } from '@/lib/storage/database';
import { chooseForGlossary, createGlossary, readEnabledGlossaries } from '@/lib/storage/glossary-store';
import { addMarkRule } from '@/lib/storage/mark-rules';
import { compileTermIndex } from '@/lib/term-index/compile';
import { plainConcept, plainGlossary } from '../../support/stored-glossary';

const fake = await vi.hoisted(async () => {
  const { fakeFrames, fakeStorage } = await import('../../support/fake-browser');
  return { ...fakeFrames(), storage: fakeStorage() };
});

vi.mock('wxt/browser', () => ({ browser: fake }));

// It comes over `fetch` from the package.
vi.mock('@/entrypoints/background/lexicon-provider', async () => {
  const lexicon = (await import('../../support/lexicon')).readLexicon();
  return { getLexicon: async () => lexicon, lexiconIfLoaded: () => lexicon };
});

const PLACES = 'places' as GlossaryId;

/** What a page says of why it is not marked: 长江 reads across the edge of the one, and the other needs a neighbour. */
const TEXT = '长江北岸。果园港。天府。';

async function listed(): Promise<string[]> {
  const { glossaries, revision } = await readEnabledGlossaries();
  const index = compileTermIndex(glossaries, revision);
  const choices = await new ReaderChoices().on(index, 'https://a.example/page');
  const { terms } = await listRejectedTerms(7, index, { choices, calm: new CalmFilter() });
  return terms.map(({ headword, reason }) => `${headword} ${reason.kind}`);
}

beforeEach(async () => {
  const database = await openDatabase();
  for (const name of database.objectStoreNames) await database.clear(name);
  fake.storage.local.items['settings'] = {};
  fake.frames.set(0, () => ({ blocks: [TEXT] }));
  const [tianfu] = plainConcept('天府').terms;
  const ambiguous = plainConcept('天府', { terms: [{ ...tianfu, ambiguous: true }] });
  const concepts = [plainConcept('江北', { category: 'district' }), '果园港', ambiguous];
  await createGlossary({
    ...plainGlossary(concepts, PLACES),
    categories: { district: { en: 'Districts' } },
  });
});

describe('what is not marked on a page', () => {
  it.each<[string, () => unknown, string[]]>([
    ['is listed with its reason', () => undefined, ['江北 words']],
    ['is not listed where the reader wants it left unmarked', () => leaveUnmarked('江北'), []],
    [
      'is not listed for its category, which is left out',
      () => {
        fake.storage.local.items['settings'] = { calm: { skippedCategories: { [PLACES]: ['district'] } } };
      },
      [],
    ],
    [
      'is not listed for a glossary of other sites',
      () => chooseForGlossary(PLACES, { sites: ['b.example'] }),
      [],
    ],
    [
      'has no context from what is left unmarked',
      () => leaveUnmarked('果园港'),
      ['江北 words', '天府 context'],
    ],
  ])('%s', async (_name, choose, expected) => {
    await choose();
    expect(await listed()).toEqual(expected);
  });
});

const leaveUnmarked = (term: string) =>
  addMarkRule(
    makeMarkRule({
      glossaryId: PLACES,
      conceptId: term as ConceptId,
      scope: { kind: 'site', site: 'a.example' },
      headword: term,
    }),
  );
