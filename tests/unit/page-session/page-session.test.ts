import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { PageTerm } from '@/lib/messaging/protocol';
import { createPageSession, type PageSession } from '@/lib/page-session/page-session';
import { waitFor } from '../../support/wait';

type Answer = (reply: unknown) => void;

const fake = await vi.hoisted(async () => {
  const { fakeStorage } = await import('../../support/fake-browser');
  /** What has been asked and not been answered yet, by message. */
  const asked = new Map<string, { reply: Answer; fail: (error: Error) => void }>();
  const term = {
    key: 'g/port',
    headword: '果园港',
    language: 'zh-Hans',
    text: '果园港',
    count: 2,
    senses: 1,
    sentence: { before: '', term: '果园港', after: '' },
    means: [{ glossary: 0, concept: 0, term: 0 }],
    stands: [{ frameId: 0, forms: [3] }],
  };
  const list = {
    reachable: true,
    silent: false,
    revision: 1,
    total: 2,
    drawn: false,
    pdf: false,
    pending: false,
  };
  /** Tabs whose page never answers. */
  const hung = new Set<number>();
  const readTerms = ({ tabId }: { tabId: number }): Promise<unknown> =>
    hung.has(tabId) ? new Promise(() => {}) : Promise.resolve({ ...list, terms: [{ ...term }] });
  const addresses = new Map([
    [1, 'https://a.example/'],
    [2, 'https://b.example/'],
  ]);
  const browser = {
    storage: fakeStorage(),
    i18n: { getUILanguage: () => 'zh-CN' },
    tabs: {
      get: async (id: number) => ({ id, url: addresses.get(id), title: '' }),
      query: async () => [],
      create: () => later('draft'),
    },
    runtime: {
      getURL: (path: string) => `extension:/${path}`,
      sendMessage: async ({ name, request }: { name: string; request: { tabId: number } }) => ({
        ok: true,
        reply: await (name === 'getPageTerms' ? readTerms(request) : later(name)),
      }),
    },
  };
  const later = (name: string): Promise<unknown> =>
    new Promise((reply, fail) => asked.set(name, { reply, fail }));
  return { asked, browser, term: term as unknown as PageTerm, addresses, hung };
});

vi.mock('wxt/browser', () => ({ browser: fake.browser }));

let session: PageSession;
let follow: (tabId: number | undefined) => void = () => {};

const isListed = (address: string) =>
  waitFor(() => expect(session.page.value).toMatchObject({ address, view: { kind: 'listed' } }));

const sense = {
  glossary: { id: 'g', name: { zh: '港口' }, updated: '2026-11-26', own: true },
  concept: {
    id: 'port',
    terms: [{ text: '果园港', language: 'zh-Hans', status: 'preferred' }],
    definitions: {},
    sources: [],
  },
  term: { text: '果园港', language: 'zh-Hans', status: 'preferred' },
} as never;

const groups = [{ category: undefined, terms: [fake.term] }];

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setInterval'] });
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  fake.asked.clear();
  fake.hung.clear();
  fake.term.count = 2;
  fake.addresses.set(1, 'https://a.example/');
  Object.defineProperty(navigator, 'clipboard', {
    configurable: true,
    value: { writeText: async () => undefined },
  });
  session = createPageSession();
  await session.start((onTab) => {
    follow = onTab;
  });
  follow(1);
  await isListed('https://a.example/');
});

afterEach(() => void vi.useRealTimers());

/** Each thing that can be done on a page: the message that it sends, what it is answered, what is then shown. */
const DEEDS: [string, (of: PageSession) => Promise<unknown>, string, unknown][] = [
  [
    'a jump',
    (of) => of.jump(fake.term, false),
    'goToTerm',
    { place: { stop: { frameId: 0, at: 0 }, nth: 0, count: 2 } },
  ],
  ['a jump to what is gone', (of) => of.jump(fake.term, false), 'goToTerm', {}],
  ['a step', (of) => of.step(false), 'stepToTerm', { stepped: true }],
  ['an edit', (of) => of.edit(sense), 'editConcept', { opened: true }],
  ['a note', (of) => of.addNote(), 'addNote', { opened: true }],
  ['a draft', (of) => of.draft(), 'draft', {}],
  ['an export', (of) => of.export(groups, 'markdown', 'copy'), 'describeSenses', { senses: [[sense]] }],
];

const said = ({ trouble, shown, exported }: PageSession) => ({
  trouble: trouble.value,
  shown: shown.value,
  exported: exported.value,
});
const NOTHING = { trouble: undefined, shown: undefined, exported: undefined };

/** Leaves the page by way of `to`, so that another one is listed. */
const LEAVES: [string, () => Promise<void>][] = [
  [
    'in another tab',
    async () => {
      follow(2);
      await isListed('https://b.example/');
    },
  ],
  [
    'on another page of the tab',
    async () => {
      fake.addresses.set(1, 'https://a.example/next');
      follow(1);
      await isListed('https://a.example/next');
    },
  ],
  [
    'back in the tab, after another one',
    async () => {
      follow(2);
      await isListed('https://b.example/');
      follow(1);
      await isListed('https://a.example/');
    },
  ],
];

describe.each(DEEDS)('what comes of %s', (_name, act, message, reply) => {
  it.each(LEAVES)('is not said %s', async (_where, leave) => {
    const deed = act(session);
    await waitFor(() => expect([...fake.asked.keys()]).toContain(message));
    await leave();
    fake.asked.get(message)?.reply(reply);
    await deed;
    expect(said(session)).toEqual(NOTHING);
  });

  it.each(LEAVES)('is no trouble %s', async (_where, leave) => {
    const deed = act(session);
    await waitFor(() => expect([...fake.asked.keys()]).toContain(message));
    await leave();
    fake.asked.get(message)?.fail(new Error('gone'));
    await deed;
    expect(said(session)).toEqual(NOTHING);
  });

  it('does not take back what went wrong on the next page', async () => {
    const deed = act(session);
    await waitFor(() => expect([...fake.asked.keys()]).toContain(message));
    follow(2);
    await isListed('https://b.example/');
    const { reply: answer } = fake.asked.get(message) ?? {};
    const failing = session.step(true);
    await waitFor(() => expect(fake.asked.get('stepToTerm')?.reply).not.toBe(answer));
    fake.asked.get('stepToTerm')?.fail(new Error('no answer'));
    await failing;
    answer?.(reply);
    await deed;
    expect(session.trouble.value).toBe('noAnswer');
  });

  it('is trouble where it fails', async () => {
    const deed = act(session);
    await waitFor(() => expect([...fake.asked.keys()]).toContain(message));
    fake.asked.get(message)?.fail(new Error('no answer'));
    await deed;
    expect(session.trouble.value).toMatch(/noAnswer|exportFailed/);
  });
});

describe('on the page itself', () => {
  it('a jump says to which place', async () => {
    const jump = session.jump(fake.term, false);
    await waitFor(() => expect(fake.asked.has('goToTerm')).toBe(true));
    fake.asked.get('goToTerm')?.reply({ place: { stop: { frameId: 0, at: 1 }, nth: 1, count: 2 } });
    await jump;
    expect(said(session)).toEqual({ ...NOTHING, shown: { key: 'g/port', place: 2 } });
  });

  it('the place last gone to is forgotten when the term has fewer', async () => {
    const jump = session.jump(fake.term, false);
    await waitFor(() => expect(fake.asked.has('goToTerm')).toBe(true));
    fake.asked.get('goToTerm')?.reply({ place: { stop: { frameId: 0, at: 1 }, nth: 1, count: 2 } });
    await jump;
    fake.term.count = 1;
    follow(1);
    await waitFor(() => expect(session.page.value.view).toMatchObject({ terms: [{ count: 1 }] }));
    expect(said(session)).toEqual(NOTHING);
  });

  it('a tab that does not answer keeps no other one waiting', async () => {
    fake.hung.add(1);
    follow(1);
    follow(2);
    await isListed('https://b.example/');
    fake.hung.clear();
    follow(1);
    await isListed('https://a.example/');
  });

  it('an export of glossaries that have changed meanwhile says that it failed', async () => {
    const done = session.export(groups, 'markdown', 'copy');
    await waitFor(() => expect(fake.asked.has('describeSenses')).toBe(true));
    fake.asked.get('describeSenses')?.reply({ senses: [[]] });
    await done;
    expect(said(session)).toEqual({ ...NOTHING, trouble: 'exportFailed' });
  });
});
