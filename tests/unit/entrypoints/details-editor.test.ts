import { signal } from '@preact/signals';
import { expect, it, vi } from 'vitest';
import type { GlossarySummary } from '@/components/options/glossary-view';
import { createDetailsEditor } from '@/entrypoints/options/details-editor';
import type { GlossaryList } from '@/entrypoints/options/glossary-list';
import type { OpenGlossaryState } from '@/entrypoints/options/open-glossary';
import { parseRoute } from '@/entrypoints/options/route';
import { GLOSSARY_TEXTS } from '@/lib/i18n/glossary-texts';
import { createTranslator } from '@/lib/i18n/translator';
import { PORTS_HEADER } from '../../support/glossary';

vi.mock('wxt/browser', () => ({ browser: {} }));

const STORED: GlossarySummary = {
  ...PORTS_HEADER,
  enabled: true,
  origin: 'own',
  edition: 1,
  conceptCount: 0,
};

/** An editor of the details of a glossary in a store that keeps what it is given. */
function openDetails() {
  const glossary = signal<GlossarySummary>(STORED);
  const saveDetails = async (_: GlossarySummary, { header }: { header?: object }): Promise<void> => {
    glossary.value = { ...glossary.value, ...header, edition: glossary.value.edition + 1 };
  };
  const route = signal(parseRoute('#glossaries/ports/details'));
  const editor = createDetailsEditor(
    { saveDetails } as unknown as GlossaryList,
    { glossary } as unknown as OpenGlossaryState,
    route,
    signal(createTranslator('en', GLOSSARY_TEXTS)),
  );
  const name = (): string | undefined => editor.view.value?.draft.names[0]?.text;
  const write = (text: string): void => {
    const draft = editor.view.value?.draft;
    if (draft !== undefined) editor.setDraft({ ...draft, names: [{ language: 'zh', text }] });
  };
  return { editor, glossary, route, name, write };
}

it('follows what is stored elsewhere while nobody is writing', () => {
  const { editor, glossary, name } = openDetails();
  glossary.value = { ...STORED, edition: 2, name: { zh: '码头' } };
  expect(name()).toBe('码头');
  expect(editor.dirty.value).toBe(false);
});

it('keeps what is being written when concepts change, and stores it', async () => {
  const { editor, glossary, name, write } = openDetails();
  write('码头 ');
  glossary.value = { ...STORED, edition: 2, conceptCount: 1 };
  expect(name()).toBe('码头 ');
  expect(editor.view.value?.conflict).toBe(false);
  expect(editor.dirty.value).toBe(true);
  await editor.save();
  expect(glossary.value.name).toEqual({ zh: '码头' });
  expect(editor.dirty.value).toBe(false);
});

it('stores nothing over what was changed elsewhere, unless it is told to', async () => {
  const { editor, glossary, name, write } = openDetails();
  write('我的');
  glossary.value = { ...STORED, edition: 2, name: { zh: '别人的' } };
  expect(editor.view.value?.conflict).toBe(true);
  await expect(editor.save()).rejects.toThrow('edition 2');
  expect(glossary.value.name).toEqual({ zh: '别人的' });
  expect(name()).toBe('我的');
  await editor.save({ force: true });
  expect(glossary.value.name).toEqual({ zh: '我的' });
  expect(editor.view.value?.conflict).toBe(false);
});

it('says what is wrong, and that it no longer is', () => {
  const { editor, write } = openDetails();
  write('');
  expect(editor.save()).toBeUndefined();
  expect([...(editor.view.value?.problems.keys() ?? [])]).toEqual(['name']);
  write('港口');
  expect(editor.view.value?.problems.size).toBe(0);
});

it('says what is written twice where only one could be kept', () => {
  const { editor, glossary } = openDetails();
  const draft = editor.view.value?.draft;
  if (draft === undefined) throw new Error('no form');
  const rows = (...texts: string[]) => texts.map((text) => ({ language: 'en', text }));
  editor.setDraft({
    ...draft,
    names: rows('Ports', 'Harbours'),
    descriptions: rows('One.', ' '),
    categories: [
      { key: 'port', rows: rows('Port') },
      { key: 'port ', rows: rows('Harbour') },
      { key: 'river-port', rows: rows('River port', 'Inland port') },
    ],
  });
  expect(editor.save()).toBeUndefined();
  expect([...(editor.view.value?.problems.keys() ?? [])]).toEqual([
    'name.en',
    'categories.port',
    'categories["river-port"].en',
  ]);
  expect(glossary.value).toEqual(STORED);
});

it('is stored once, however often that is asked for meanwhile', async () => {
  const { editor, glossary, write } = openDetails();
  write('码头');
  const saving = editor.save();
  expect(editor.save()).toBeUndefined();
  await saving;
  expect(glossary.value).toMatchObject({ name: { zh: '码头' }, edition: 2 });
});

it('keeps what is typed while it is being stored, as yet to be saved', async () => {
  const { editor, glossary, name, write } = openDetails();
  write('码头');
  const saving = editor.save();
  write('码头与港口');
  await saving;
  expect(glossary.value.name).toEqual({ zh: '码头' });
  expect(name()).toBe('码头与港口');
  expect(editor.view.value).toMatchObject({ dirty: true, conflict: false });
  await editor.save();
  expect(glossary.value.name).toEqual({ zh: '码头与港口' });
  expect(editor.dirty.value).toBe(false);
});

it('is closed for good, if it is left while it is being stored', async () => {
  const { editor, glossary, route, write } = openDetails();
  write('码头');
  const saving = editor.save();
  route.value = parseRoute('#glossaries/ports/concepts');
  await saving;
  expect(glossary.value.name).toEqual({ zh: '码头' });
  expect(editor.view.value).toBeUndefined();
});
