import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createDraftState, type DraftState } from '@/entrypoints/draft/state';
import type { Article } from '@/lib/extraction/article';
import type { Candidate } from '@/lib/extraction/candidate';
import {
  chooseForGlossary,
  createGlossary,
  listGlossaries,
  readConcepts,
} from '@/lib/storage/glossary-store';
import { plainGlossary } from '../../support/stored-glossary';
import { waitFor, waitUntil } from '../../support/wait';

/** What each tab's article has as its terms, by the number of the tab. */
const TERMS: Record<number, string[]> = { 1: ['甲港', '乙港'], 2: ['乙港', '丙港'], 3: ['丁港'] };

const browser = vi.hoisted(() => ({ fake: {} as Record<string, unknown> }));
vi.mock('wxt/browser', () => ({ browser: browser.fake }));
vi.mock('@/lib/messaging/page-copy', () => ({
  listOpenTabs: async () => [],
  copyPage: async (tabId: number) => ({ html: String(tabId), url: urlOf(tabId) }),
}));
vi.mock('@/lib/page/article-reader', () => ({
  readArticle: ({ html }: { html: string }) =>
    html in TERMS ? { ok: true, article: articleOf(Number(html)) } : { ok: false, reason: 'none' },
}));

function urlOf(tabId: number): string {
  return `https://news.example/${tabId}`;
}

function articleOf(tabId: number): Article {
  const text = `${TERMS[tabId]?.join('、')}都是地方。`;
  return { source: { url: urlOf(tabId), title: `第${tabId}篇` }, blocks: [{ kind: 'text', text }] };
}

function candidatesOf({ source, blocks }: Article): Candidate[] {
  const whole = { block: 0, start: 0, end: blocks[0]?.text.length ?? 0 };
  return (TERMS[Number(source.url.split('/').at(-1))] ?? []).map((text) => ({
    key: text,
    forms: [{ key: text, text, count: 1 }],
    score: 1,
    evidence: [],
    category: 'place',
    places: [whole],
    explanation: { kind: 'first', text: blocks[0]?.text ?? '', place: whole },
  }));
}

/** Readings that wait for their end, in the order in which they began. */
const readings: (() => void)[] = [];

/** Extracts as the worker does, when it is told to. */
class WaitingWorker {
  onmessage: ((event: { data: object }) => void) | undefined;

  postMessage(article: Article): void {
    readings.push(() => this.onmessage?.({ data: { kind: 'done', candidates: candidatesOf(article) } }));
  }

  terminate(): void {
    this.onmessage = undefined;
  }
}

async function endReading(): Promise<void> {
  (await waitUntil(() => readings.shift()))();
}

beforeEach(async () => {
  const { fakeStorage } = await import('../../support/fake-browser');
  Object.assign(browser.fake, {
    i18n: { getUILanguage: () => 'en' },
    runtime: {
      sendMessage: async () => ({ ok: true, reply: { matches: [], revision: 0, senses: [] } }),
    },
    tabs: { get: async (tabId: number) => ({ title: `Tab ${tabId}` }) },
    storage: fakeStorage(),
  });
  readings.length = 0;
  vi.stubGlobal('Worker', WaitingWorker);
  vi.stubGlobal('location', { search: '?tab=1', pathname: '/draft.html' });
  vi.stubGlobal('history', { replaceState: vi.fn() });
  vi.stubGlobal('document', { addEventListener: () => undefined, hidden: false });
});

/** The page with the article of tab 1. */
async function openDraft(): Promise<DraftState> {
  const state = createDraftState();
  await state.start();
  await endReading();
  await waitUntil(() => state.progress.peek() === undefined);
  return state;
}

/** The tab of each article, and its terms with what was decided about each. */
function shown({ collection }: DraftState) {
  const { articles, terms } = collection.peek();
  return {
    articles: articles.map(({ source }) => source.title),
    terms: Object.fromEntries(terms.map(({ key, decision }) => [key, decision])),
  };
}

describe('while an article is read', () => {
  it('what the reader decides about the others stays', async () => {
    const state = await openDraft();
    const reading = state.read([2]);
    state.decide('甲港', 'accepted');
    await endReading();
    await reading;
    expect(shown(state)).toEqual({
      articles: ['第1篇', '第2篇'],
      terms: { 甲港: 'accepted', 乙港: 'open', 丙港: 'open' },
    });
  });

  it('another one waits, and both are added; what gave none is told of both', async () => {
    const state = await openDraft();
    const both = Promise.all([state.read([2, 8]), state.read([3, 9])]);
    await endReading();
    await endReading();
    await both;
    expect(shown(state).articles).toEqual(['第1篇', '第2篇', '第3篇']);
    expect(state.troubles.peek().map(({ title }) => title)).toEqual(['Tab 8', 'Tab 9']);
  });

  it('all can be forgotten: neither it nor those that wait are added then', async () => {
    const state = await openDraft();
    const both = Promise.all([state.read([2]), state.read([3])]);
    await waitUntil(() => readings.length > 0);
    state.startOver();
    expect(state.progress.peek()).toBeUndefined();
    await endReading();
    await both;
    expect(shown(state)).toEqual({ articles: [], terms: {} });
    const again = state.read([3]);
    await endReading();
    await again;
    expect(shown(state).articles).toEqual(['第3篇']);
  });
});

describe('a step that is taken back', () => {
  it('leaves the articles that were added since', async () => {
    const state = await openDraft();
    state.decide('甲港', 'accepted');
    const reading = state.read([2]);
    await endReading();
    await reading;
    state.decide('丙港', 'accepted');
    state.stepBack();
    state.stepBack();
    expect(shown(state)).toEqual({
      articles: ['第1篇', '第2篇'],
      terms: { 甲港: 'open', 乙港: 'open', 丙港: 'open' },
    });
  });

  it('is the forgetting of all: what was added since is there beside it', async () => {
    const state = await openDraft();
    state.startOver();
    const reading = state.read([3]);
    await endReading();
    await reading;
    state.stepBack();
    expect(shown(state).articles).toEqual(['第1篇', '第3篇']);
  });
});

it('a draft that is begun anew does not begin with the tab of the address when it is loaded again', async () => {
  const state = await openDraft();
  state.startOver();
  expect(history.replaceState).toHaveBeenCalledWith(null, '', '/draft.html');
});

describe('saving', () => {
  const madeSince = async (before: readonly { id: string }[]) =>
    (await listGlossaries()).filter(({ id }) => before.every((each) => each.id !== id));

  it('takes a double click for one wish, and so does taking it back', async () => {
    const state = await openDraft();
    state.decide('甲港', 'accepted');
    const before = await listGlossaries();
    const target = { kind: 'new', name: '港口' } as const;
    await Promise.all([state.save(target), state.save(target)]);
    expect(await madeSince(before)).toHaveLength(1);
    await Promise.all([state.unsave(), state.unsave()]);
    expect(await madeSince(before)).toEqual([]);
    expect(state.failure.peek()).toBeUndefined();
    expect(shown(state).terms).toEqual({ 甲港: 'accepted', 乙港: 'open' });
  });

  it('drops what is saved, and nothing that was decided meanwhile', async () => {
    const state = await openDraft();
    state.decide('甲港', 'accepted');
    const before = await listGlossaries();
    const saving = state.save({ kind: 'new', name: '港口' });
    state.decide('乙港', 'accepted');
    await saving;
    const [made] = await madeSince(before);
    expect((await readConcepts(made?.id as never)).map(({ terms }) => terms[0].text)).toEqual(['甲港']);
    await waitFor(() => expect(shown(state).terms).toEqual({ 乙港: 'accepted' }));
  });

  it('tells of a glossary that is switched off', async () => {
    const glossary = plainGlossary([]);
    const { id, name } = glossary;
    await createGlossary(glossary);
    await chooseForGlossary(id, { enabled: false });
    const state = await openDraft();
    state.decide('甲港', 'accepted');
    await state.save({ kind: 'existing', id });
    expect(state.saved.peek()).toMatchObject({ count: 1, name: name['en'], into: { enabled: false } });
  });
});
