import 'fake-indexeddb/auto';
import { afterEach, expect, it, vi } from 'vitest';
import { createNoteState } from '@/entrypoints/note/state';
import { createGlossary, listGlossaries, readConcepts } from '@/lib/storage/glossary-store';
import { plainGlossary } from '../../support/stored-glossary';

const TAKEN = {
  text: '货车',
  sentence: '货车排到了路口。',
  title: '江边的一天',
  address: 'https://example.com/',
  date: '2026-11-26',
};

vi.mock('wxt/browser', () => ({
  browser: {
    i18n: { getUILanguage: () => 'en' },
    runtime: { sendMessage: async () => ({ ok: true, reply: { senses: [] } }) },
    storage: {
      local: { get: async () => ({}), set: async () => undefined },
      managed: { get: async () => ({}) },
      session: { get: async (key: string) => ({ [key]: TAKEN }) },
      onChanged: { addListener: () => undefined, removeListener: () => undefined },
    },
  },
}));

afterEach(() => vi.unstubAllGlobals());

it('a category that was chosen for another glossary does not go into the one that it is saved in', async () => {
  vi.stubGlobal('location', { search: '?draft=1' });
  const ports = { ...plainGlossary([]), categories: { port: { en: 'Ports' } } };
  const words = plainGlossary([]);
  await createGlossary(ports);
  await createGlossary(words);
  const state = createNoteState();
  await state.start();
  state.chosen.value = ports.id;
  state.setNote({ ...state.note.peek(), category: 'port' });
  state.chosen.value = words.id;
  await state.save();
  expect(state.trouble.value).toBeUndefined();
  expect((await readConcepts(words.id)).map(({ terms, category }) => [terms[0].text, category])).toEqual([
    ['货车', undefined],
  ]);
});

it.each([
  { name: 'a pasted tab in its name', typed: 'My\twords', trouble: undefined, stored: [{ en: 'My words' }] },
  { name: 'nothing but a control character', typed: '\u0001', trouble: 'noName', stored: [] },
])('a new glossary for a term: $name', async ({ typed, trouble, stored }) => {
  vi.stubGlobal('location', { search: '?draft=1' });
  const before = new Set((await listGlossaries()).map(({ id }) => id));
  const state = createNoteState();
  await state.start();
  state.choose(undefined);
  state.setNewName(typed);
  await state.save();
  expect(state.trouble.value).toBe(trouble);
  const made = (await listGlossaries()).filter(({ id }) => !before.has(id));
  expect(made.map(({ name }) => name)).toEqual(stored);
});

it('names the field that keeps it from being saved, until something is changed', async () => {
  vi.stubGlobal('location', { search: '?draft=1' });
  const state = createNoteState();
  await state.start();
  state.choose(undefined);
  state.setNewName(' ');
  await state.save();
  expect(state.trouble.value).toBe('noName');
  state.setNewName('Words');
  expect(state.trouble.value).toBeUndefined();
  for (const [field, changed] of [
    ['names', { names: 'x'.repeat(129) }],
    ['definition', { definition: 'a\u0000b' }],
    ['term', { term: 'x'.repeat(129) }],
  ] as const) {
    const before = state.note.peek();
    state.setNote({ ...before, ...changed });
    await state.save();
    expect(state.trouble.value).toMatchObject({ field });
    state.setNote(before);
    expect(state.trouble.value).toBeUndefined();
  }
});
