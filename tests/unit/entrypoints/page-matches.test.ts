import 'fake-indexeddb/auto';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { CalmFilter } from '@/entrypoints/background/calm-filter';
import { matchBlocks } from '@/entrypoints/background/page-matches';
import { ReaderChoices } from '@/entrypoints/background/reader-choices';
import { makeMarkRule, type RuleScope } from '@/lib/glossary/mark-rule';
import type { ConceptId, GlossaryId } from '@/lib/glossary/model';
import { chooseForGlossary, createGlossary, readEnabledGlossaries } from '@/lib/storage/glossary-store';
import { addMarkRule, listMarkRules, removeMarkRule } from '@/lib/storage/mark-rules';
import { compileTermIndex } from '@/lib/term-index/compile';
import { plainConcept, plainGlossary } from '../../support/stored-glossary';

const fake = await vi.hoisted(async () => {
  const { fakeStorage } = await import('../../support/fake-browser');
  return { storage: fakeStorage() };
});

vi.mock('wxt/browser', () => ({ browser: fake }));
vi.mock('@/entrypoints/background/lexicon-provider', async () => {
  const { readLexicon } = await import('../../support/lexicon');
  const lexicon = readLexicon();
  return { lexiconIfLoaded: () => lexicon, getLexicon: async () => lexicon };
});

const ADDRESS = 'https://a.example/page';
const CHONGQING = 'chongqing' as GlossaryId;
const NINGBO = 'ningbo' as GlossaryId;
const HERE: RuleScope = { kind: 'page', address: ADDRESS };

/** What is marked of a text on the page with that address. */
async function marked(text: string): Promise<string[]> {
  const { glossaries, revision } = await readEnabledGlossaries();
  const index = compileTermIndex(glossaries, revision);
  const choices = await new ReaderChoices().on(index, ADDRESS);
  const { matches } = await matchBlocks(index, [text], { choices, calm: new CalmFilter() });
  return Array.from({ length: matches.length / 4 }, (_, at) =>
    text.slice(matches[at * 4 + 1], matches[at * 4 + 2]),
  );
}

const forbid = (glossaryId: GlossaryId, concept: string, scope: RuleScope) =>
  addMarkRule(makeMarkRule({ glossaryId, conceptId: concept as ConceptId, scope, headword: concept }));

beforeAll(async () => {
  const concepts = [plainConcept('江北', { category: 'district' }), '江北机场'];
  await createGlossary({ ...plainGlossary(concepts, CHONGQING), categories: { district: { zh: '区' } } });
  await createGlossary(plainGlossary(['江北', '海曙'], NINGBO));
});

afterEach(async () => {
  for (const { id } of await listMarkRules()) await removeMarkRule(id);
  await chooseForGlossary(NINGBO, { sites: undefined });
  delete fake.storage.local.items['settings'];
});

const TEXT = '江北，江北机场，海曙。';

describe('what is marked on a page', () => {
  it('is all, unless the reader wants less', async () => {
    expect(await marked(TEXT)).toEqual(['江北', '江北机场', '海曙']);
  });

  it('has a term as long as one of its meanings is wanted there', async () => {
    await forbid(CHONGQING, '江北', HERE);
    expect(await marked(TEXT)).toEqual(['江北', '江北机场', '海曙']);
    await forbid(NINGBO, '江北', { kind: 'page', address: 'https://a.example/other' });
    expect(await marked(TEXT)).toEqual(['江北', '江北机场', '海曙']);
    await forbid(NINGBO, '江北', { kind: 'everywhere' });
    expect(await marked(TEXT)).toEqual(['江北机场', '海曙']);
  });

  it('has none whose meanings are left out by a rule and by the sites of a glossary', async () => {
    await forbid(CHONGQING, '江北', HERE);
    await chooseForGlossary(NINGBO, { sites: ['b.example'] });
    expect(await marked(TEXT)).toEqual(['江北机场']);
  });

  it('has nothing inside a term that is not wanted', async () => {
    await forbid(CHONGQING, '江北机场', HERE);
    expect(await marked(TEXT)).toEqual(['江北', '海曙']);
  });

  it.each([
    [{ minLength: 3 }, ['江北机场']],
    // The other glossary's 江北 has no category.
    [{ skippedCategories: { chongqing: ['district'] } }, ['江北', '江北机场', '海曙']],
  ])('is as calm as %j', async (calm, expected) => {
    await fake.storage.local.set({ settings: { calm } });
    expect(await marked(TEXT)).toEqual(expected);
  });

  it('has no term of which one meaning is of no wanted category, and the other is for other sites', async () => {
    await fake.storage.local.set({ settings: { calm: { skippedCategories: { chongqing: ['district'] } } } });
    await chooseForGlossary(NINGBO, { sites: ['b.example'] });
    expect(await marked(TEXT)).toEqual(['江北机场']);
  });
});
