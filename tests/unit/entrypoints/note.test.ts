import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createNoteState } from '@/entrypoints/note/state';
import type { GlossaryId } from '@/lib/glossary/model';
import {
  chooseForGlossary,
  createGlossary,
  deleteGlossary,
  listGlossaries,
  readConcepts,
} from '@/lib/storage/glossary-store';
import { announceRevision } from '@/lib/storage/revision-signal';
import { plainGlossary } from '../../support/stored-glossary';
import { waitFor } from '../../support/wait';

const TAKEN = {
  text: '货车',
  sentence: '货车排到了路口。',
  title: '江边的一天',
  address: 'https://example.com/',
  date: '2026-11-26',
  site: 'example.com',
};

vi.mock('wxt/browser', async () => {
  const { fakeStorage } = await import('../../support/fake-browser');
  const session = { get: async (key: string) => ({ [key]: TAKEN }) };
  return {
    browser: {
      i18n: { getUILanguage: () => 'en' },
      runtime: { sendMessage: async () => ({ ok: true, reply: { senses: [] } }) },
      storage: { ...fakeStorage(), session },
    },
  };
});

beforeEach(async () => {
  vi.stubGlobal('location', { search: '?draft=1' });
  for (const { id } of await listGlossaries()) await deleteGlossary(id);
});
afterEach(() => vi.unstubAllGlobals());

async function openForm() {
  const state = createNoteState();
  await state.start();
  return state;
}

it('a category that was chosen for another glossary does not go into the one that it is saved in', async () => {
  const ports = { ...plainGlossary([]), categories: { port: { en: 'Ports' } } };
  const words = plainGlossary([]);
  await createGlossary(ports);
  await createGlossary(words);
  const state = await openForm();
  state.choose(ports.id);
  state.setNote({ ...state.note.peek(), category: 'port' });
  state.choose(words.id);
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
  const state = await openForm();
  state.rename(typed);
  await state.save();
  expect(state.trouble.value).toBe(trouble);
  expect((await listGlossaries()).map(({ name }) => name)).toEqual(stored);
});

const names = async (): Promise<string[]> => (await listGlossaries()).map(({ name }) => name['en'] ?? '');

/** A glossary that was stored elsewhere, of which all hear. */
async function storeElsewhere(id?: string): Promise<GlossaryId> {
  const glossary = plainGlossary([], id);
  await announceRevision(await createGlossary(glossary));
  return glossary.id;
}

describe('two forms at a time', () => {
  it('put their terms into one new glossary', async () => {
    const forms = [await openForm(), await openForm()];
    for (const form of forms) await form.save();
    expect(await names()).toEqual(['My terms']);
  });

  it('show at once what the other has made, and keep what was chosen or named by hand', async () => {
    const [following, choosing, naming] = [await openForm(), await openForm(), await openForm()];
    choosing.choose(undefined);
    naming.rename('My ports');
    const first = await storeElsewhere();
    for (const { own } of [following, choosing, naming])
      await waitFor(() => expect(own.value).toHaveLength(1));
    const chosen = [following, choosing, naming].map((form) => form.chosen.value);
    expect(chosen).toEqual([first, undefined, undefined]);
    await naming.save();
    expect(await names()).toContain('My ports');
  });
});

describe('a glossary that is deleted while the form is open', () => {
  it('is offered no more', async () => {
    const [other, gone] = [await storeElsewhere(), await storeElsewhere()];
    const form = await openForm();
    form.choose(gone);
    await announceRevision(await deleteGlossary(gone));
    await waitFor(() => expect(form.own.value.map(({ id }) => id)).toEqual([other]));
    expect(form.chosen.value).toBe(other);
  });

  it('is said to be gone where nothing was heard of it, and no other is written to in its place', async () => {
    const [other, gone] = [await storeElsewhere(), await storeElsewhere()];
    const form = await openForm();
    await deleteGlossary(gone);
    await form.save();
    expect(form.trouble.value).toMatchObject({ error: { name: 'OutdatedError' } });
    expect(await readConcepts(other)).toEqual([]);
    await form.save();
    expect(form.done.value).toBe('saved');
    expect(await readConcepts(other)).toHaveLength(1);
  });
});

it('a double click saves once, and takes it back once', async () => {
  const form = await openForm();
  await Promise.all([form.save(), form.save()]);
  expect(await names()).toEqual(['My terms']);
  await Promise.all([form.takeBack(), form.takeBack()]);
  expect(form.trouble.value).toBeUndefined();
  expect(form.done.value).toBe('undone');
  expect(await names()).toEqual([]);
});

describe('where a term goes', () => {
  it('is the last glossary of the reader that is on and applies to the page', async () => {
    const ids: GlossaryId[] = [];
    for (const choices of [{}, { sites: ['example.com'] }, { sites: ['example.org'] }, { enabled: false }]) {
      const id = await storeElsewhere();
      ids.push(id);
      await chooseForGlossary(id, choices);
    }
    expect((await openForm()).chosen.value).toBe(ids[1]);
    await deleteGlossary(ids[1] as GlossaryId);
    await deleteGlossary(ids[0] as GlossaryId);
    // None is fit: the last all the same, which says so.
    expect((await openForm()).chosen.value).toBe(ids[3]);
  });

  it.each([
    { choices: {}, into: { enabled: true } },
    { choices: { enabled: false }, into: { enabled: false } },
    { choices: { sites: ['a.com', 'b.com'] }, into: { enabled: true, sites: ['a.com', 'b.com'] } },
  ])('is told when it is saved: $into', async ({ choices, into }) => {
    await chooseForGlossary(await storeElsewhere(), choices);
    const form = await openForm();
    await form.save();
    expect(form.into.value).toMatchObject(into);
  });
});

it('names the field that keeps it from being saved, until something is changed', async () => {
  const state = await openForm();
  state.rename(' ');
  await state.save();
  expect(state.trouble.value).toBe('noName');
  state.rename('Words');
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
