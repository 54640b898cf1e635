import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { noteCount, refreshCounts } from '@/entrypoints/background/frame-counts';
import { listPageTerms } from '@/entrypoints/background/page-terms';
import { ReaderChoices } from '@/entrypoints/background/reader-choices';
import { makeMarkRule } from '@/lib/glossary/mark-rule';
import type { ConceptId, GlossaryId } from '@/lib/glossary/model';
import { chooseForGlossary, createGlossary, readEnabledGlossaries } from '@/lib/storage/glossary-store';
import { addMarkRule, removeMarkRule } from '@/lib/storage/mark-rules';
import { readCounts } from '@/lib/storage/page-counts';
import { compileTermIndex } from '@/lib/term-index/compile';
import { findMatches } from '@/lib/term-index/find';
import type { TermIndex } from '@/lib/term-index/term-index';
import { plainGlossary } from '../../support/stored-glossary';
import { waitFor } from '../../support/wait';

const fake = await vi.hoisted(async () => {
  const { fakeFrames, fakeStorage } = await import('../../support/fake-browser');
  const badge = { text: '' };
  const action = {
    setBadgeText: async ({ text }: { text: string }) => {
      badge.text = text;
    },
    setBadgeBackgroundColor: async () => undefined,
  };
  return { ...fakeFrames(), storage: fakeStorage(), action, badge };
});

vi.mock('wxt/browser', () => ({ browser: fake }));

const TAB = 7;
const ADDRESS = 'https://a.example/page';

let index: TermIndex;

/** A frame with a text, as its guide and its content script answer for it. */
function frame(text: string): (message: { name: string }) => object {
  const forms = findMatches(index, text).map(({ start, end, form }) => ({
    form,
    text: text.slice(start, end),
    count: 1,
    around: text,
    at: start,
  }));
  return ({ name }) =>
    name === 'countMarks'
      ? { count: forms.length }
      : { revision: index.revision, forms, outdated: false, drawn: false, pdf: false };
}

async function compile(): Promise<void> {
  const { glossaries, revision } = await readEnabledGlossaries();
  index = compileTermIndex(glossaries, revision);
}

/** Of each term: headword, glossary of each of its senses, and the frames it stands in. */
async function listed(): Promise<[string, string[], number[]][]> {
  const choices = await new ReaderChoices().on(index, ADDRESS);
  const { terms } = await listPageTerms(TAB, index, choices);
  return terms.map(({ headword, means, stands }) => [
    headword,
    means.map(({ glossary }) => index.glossaryIds[glossary] ?? ''),
    stands.map(({ frameId }) => frameId),
  ]);
}

beforeEach(async () => {
  if (index === undefined) {
    await createGlossary(plainGlossary(['江北', '渝中', '两江新区'], 'chongqing'));
    await createGlossary(plainGlossary(['江北', '海曙', '鄞州'], 'ningbo'));
  }
  await compile();
  fake.frames.clear();
  fake.badge.text = '';
  for (const key of Object.keys(fake.storage.session.items)) delete fake.storage.session.items[key];
});

describe('the terms of a page', () => {
  it('mean first what the terms beside them say', async () => {
    fake.frames.set(0, frame('江北、海曙和鄞州'));
    expect(await listed()).toContainEqual(['江北', ['ningbo', 'chongqing'], [0]]);
    fake.frames.set(0, frame('江北和渝中'));
    expect(await listed()).toContainEqual(['江北', ['chongqing', 'ningbo'], [0]]);
  });

  it('mean in each frame what they mean there, and are two where that differs', async () => {
    fake.frames.set(0, frame('江北、渝中'));
    fake.frames.set(4, frame('江北、海曙'));
    fake.frames.set(5, frame('江北、鄞州'));
    for (const frameId of [4, 5]) await noteCount(TAB, frameId, 2);
    const terms = await listed();
    expect(terms).toContainEqual(['江北', ['chongqing', 'ningbo'], [0]]);
    expect(terms).toContainEqual(['江北', ['ningbo', 'chongqing'], [4, 5]]);
  });

  it('mean nothing that the reader does not want there', async () => {
    fake.frames.set(0, frame('江北、海曙、鄞州'));
    const glossaryId = 'ningbo' as GlossaryId;
    const rule = makeMarkRule({
      glossaryId,
      conceptId: '江北' as ConceptId,
      scope: { kind: 'site', site: 'a.example' },
      headword: '江北',
    });
    await addMarkRule(rule);
    expect(await listed()).toContainEqual(['江北', ['chongqing'], [0]]);
    await removeMarkRule(rule.id);
    await chooseForGlossary(glossaryId, { sites: ['b.example'] });
    await compile();
    fake.frames.set(0, frame('江北、海曙、鄞州'));
    expect(await listed()).toEqual([['江北', ['chongqing'], [0]]]);
    await chooseForGlossary(glossaryId, { sites: undefined });
  });
});

describe('a frame that keeps silent', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout'] }));
  afterEach(() => void vi.useRealTimers());

  /** Lets what has been asked go unanswered for as long as the background waits. */
  async function waitInVain<T>(asked: Promise<T>): Promise<T> {
    let isDone = false;
    const done = asked.finally(() => {
      isDone = true;
    });
    while (!isDone) {
      await vi.advanceTimersByTimeAsync(1000);
      // The store answers in its own time.
      await new Promise((resolve) => setImmediate(resolve));
    }
    return done;
  }

  it('is in the list again as soon as it answers', async () => {
    await noteCount(TAB, 0, 1);
    await noteCount(TAB, 4, 2);
    fake.frames.set(0, frame('渝中'));
    fake.frames.set(4, () => new Promise(() => {}));
    expect((await waitInVain(listed())).map(([headword]) => headword)).toEqual(['渝中']);
    fake.frames.set(4, frame('江北、海曙'));
    expect((await waitInVain(listed())).map(([headword]) => headword).sort()).toEqual(
      ['江北', '海曙', '渝中'].sort(),
    );
  });

  it('counts for the badge again as soon as it answers', async () => {
    await noteCount(TAB, 4, 2);
    let answer: (reply: object) => void = () => {};
    fake.frames.set(0, frame('渝中'));
    fake.frames.set(
      4,
      () =>
        new Promise((resolve) => {
          answer = resolve;
        }),
    );
    await waitInVain(refreshCounts(TAB));
    expect(fake.badge.text).toBe('1');
    answer({ count: 2 });
    await waitFor(() => expect(fake.badge.text).toBe('3'));
  });

  it('is forgotten once it is gone', async () => {
    await noteCount(TAB, 0, 1);
    await noteCount(TAB, 4, 2);
    fake.frames.set(0, frame('渝中'));
    await waitInVain(listed());
    expect(await readCounts(TAB)).toEqual({ 0: 1 });
    expect(fake.badge.text).toBe('1');
  });
});
