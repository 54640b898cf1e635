import { beforeEach, describe, expect, it, vi } from 'vitest';
import { listenForMenu } from '@/entrypoints/background/notes';
import type { Taken } from '@/lib/glossary/note';
import { waitUntil } from '../../support/wait';

type Click = (info: { menuItemId: string; frameId?: number; selectionText?: string }, tab: object) => void;

const browser = vi.hoisted(() => ({ fake: {} as Record<string, unknown> }));
vi.mock('wxt/browser', () => ({ browser: browser.fake }));

const FRAME = 3;
let click: Click | undefined;
let answers: Map<number, () => unknown>;
let opened: string[];
let kept: Record<string, unknown>;

beforeEach(async () => {
  const { fakeFrames, fakeStorage } = await import('../../support/fake-browser');
  const { frames, ...fakes } = fakeFrames();
  const storage = fakeStorage();
  answers = frames as typeof answers;
  kept = storage.session.items;
  opened = [];
  Object.assign(browser.fake, fakes, {
    storage,
    runtime: { getURL: (path: string) => `moz-extension://it${path}` },
    windows: { create: async ({ url }: { url: string }) => void opened.push(url) },
    contextMenus: {
      onClicked: {
        addListener: (listener: Click) => {
          click = listener;
        },
      },
    },
  });
  listenForMenu();
});

/** What goes to the form when the item of the menu is chosen for what the browser says is selected. */
async function takeByMenu(selectionText: string): Promise<Taken> {
  const info = { menuItemId: 'add-to-glossary', frameId: FRAME, selectionText };
  click?.(info, { id: 1, title: '江边', url: 'https://news.example/' });
  await waitUntil(() => opened.length > 0);
  const [taken] = Object.values(kept);
  return taken as Taken;
}

describe('the item of the menu', () => {
  it.each([
    { what: 'has no readings of ruby in it', menu: '重chóng庆qìng', read: '重庆', term: '重庆' },
    { what: 'has its blanks as they are', menu: '两江 新区', read: '两江\n  新区', term: '两江\n  新区' },
  ])('takes what was read: it $what', async ({ menu, read, term }) => {
    answers.set(FRAME, () => ({ text: read, sentence: '那里亮灯。' }));
    expect(await takeByMenu(menu)).toMatchObject({
      text: term,
      sentence: '那里亮灯。',
      site: 'news.example',
    });
  });

  it.each([
    { what: 'the page has another selection', read: '别处' },
    { what: 'there is none in the page', read: '' },
    { what: 'the frame does not answer', read: undefined },
  ])('takes what was chosen in a field, where $what', async ({ read }) => {
    if (read !== undefined) answers.set(FRAME, () => ({ text: read, sentence: read }));
    expect(await takeByMenu(' 货车 ')).toMatchObject({ text: '货车', sentence: '' });
  });
});
