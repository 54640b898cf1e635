import 'fake-indexeddb/auto';
import { effect } from '@preact/signals';
import { describe, expect, it, vi } from 'vitest';
import { checkHeader } from '@/lib/glossary/check-concept';
import { MAX_ID_LENGTH, MAX_NAME_LENGTH } from '@/lib/glossary/limits';
import type { LintFinding } from '@/lib/glossary/lint';
import type { Concept, ConceptId, Glossary, GlossaryId } from '@/lib/glossary/model';
import { loadLexicon } from '@/lib/lexicon/lexicon';
import { unpackWords } from '@/lib/lexicon/packed-words';
import { changeConcepts } from '@/lib/storage/concept-changes';
import { createGlossary, readConcepts, readRevision, replaceGlossary } from '@/lib/storage/glossary-store';
import { readPackedLexicon } from '../../../scripts/packed-lexicon.ts';
import { openDesk, openForm } from '../../support/desk';
import { conceptIds, plainConcept, plainGlossary, storedGlossary } from '../../support/stored-glossary';
import { waitUntil } from '../../support/wait';

/** What happens while all contexts are told of a change. */
const announcing = vi.hoisted(() => ({ meanwhile: async (): Promise<void> => undefined }));

vi.mock('wxt/browser', () => ({
  browser: {
    storage: {
      local: { set: () => announcing.meanwhile() },
      onChanged: { addListener: () => undefined, removeListener: () => undefined },
    },
  },
}));

vi.mock('@/entrypoints/options/lexicon', () => ({
  getLexicon: async () => {
    const packed = readPackedLexicon();
    return { words: unpackWords(packed), lexicon: loadLexicon(packed) };
  },
}));

async function stored(glossary: Glossary, id: string): Promise<Concept | undefined> {
  return (await readConcepts(glossary.id)).find((concept) => concept.id === id);
}

const about = (id: string): LintFinding => ({
  code: 'single-character',
  conceptId: id as ConceptId,
});

describe('what is asked for twice', () => {
  it('is saved once, without a word of a conflict', async () => {
    const glossary = plainGlossary(['甲', '乙']);
    await createGlossary(glossary);
    const { desk, editor, write, notices } = await openForm(glossary, '甲');
    write('新的。');
    desk.concept.onSave();
    desk.concept.onSave();
    await waitUntil(() => notices.saved.value);
    await waitUntil(
      () => desk.open.contents.value?.byId.get('甲' as ConceptId)?.definitions['zh'] === '新的。',
    );
    expect(notices.toast.value).toBeUndefined();
    expect(editor.view.value).toMatchObject({ conflict: false, dirty: false });
    expect(await storedGlossary(glossary.id)).toMatchObject({ edition: 2 });
  });

  it('is deleted once, and comes back with undo', async () => {
    const glossary = plainGlossary(['甲', '乙']);
    await createGlossary(glossary);
    const { desk, notices } = await openDesk(`#glossaries/${glossary.id}/concepts`);
    desk.onDeleteConcept('甲' as ConceptId);
    desk.onDeleteConcept('甲' as ConceptId);
    await waitUntil(() => desk.open.contents.value?.concepts.length === 1);
    await waitUntil(() => notices.toast.value);
    expect(notices.toast.value).toMatchObject({ text: '甲 was deleted.' });
    notices.toast.value?.onUndo?.();
    await waitUntil(() => notices.saved.value);
    expect(await conceptIds(glossary.id)).toEqual(['甲', '乙']);
  });

  it('is settled once: what else was found of that concept is found anew first', async () => {
    const source = (url: string) => ({ title: 'T', url });
    const sources = [source('http://a/'), source('http://b/'), source('http://c.example/')];
    const glossary = plainGlossary([plainConcept('甲', { sources })]);
    await createGlossary(glossary);
    const { desk, notices } = await openDesk(`#glossaries/${glossary.id}/problems`);
    desk.onRemedy(about('甲'), { kind: 'drop-source', source: 0 });
    desk.onRemedy(about('甲'), { kind: 'drop-source', source: 1 });
    await waitUntil(() => notices.toast.value);
    await waitUntil(() => desk.open.contents.value?.byId.get('甲' as ConceptId)?.sources.length !== 3);
    expect(notices.toast.value?.trouble).toBeUndefined();
    expect((await stored(glossary, '甲'))?.sources).toEqual(sources.slice(1));
  });
});

it('overwrites nothing that was changed elsewhere, of which it has not heard, unless told to', async () => {
  const glossary = plainGlossary(['甲']);
  await createGlossary(glossary);
  const { desk, editor, write, notices } = await openForm(glossary, '甲');
  write('我的。');
  const theirs = plainConcept('甲', { definitions: { zh: '别人的。' } });
  await changeConcepts(glossary.id, { put: [theirs] }, { edition: 1 });
  desk.concept.onSave();
  await waitUntil(() => notices.toast.value);
  expect(notices.toast.value).toMatchObject({ trouble: true });
  await waitUntil(() => editor.view.value?.conflict);
  expect(await stored(glossary, '甲')).toEqual(theirs);
  desk.concept.onConflict('mine');
  await waitUntil(() => notices.saved.value);
  expect((await stored(glossary, '甲'))?.definitions).toEqual({ zh: '我的。' });
  expect(editor.view.value).toMatchObject({ conflict: false, dirty: false });
});

it('closes the form of a concept that is deleted elsewhere, unless something is written there', async () => {
  const glossary = plainGlossary(['甲', '乙', '丙']);
  await createGlossary(glossary);
  const { desk, editor, write, go } = await openForm(glossary, '甲');
  await changeConcepts(glossary.id, { remove: ['甲' as ConceptId] }, { edition: 1 });
  await desk.list.load();
  await waitUntil(() => editor.view.value === undefined);
  go(`#glossaries/${glossary.id}/concepts/乙`);
  write('我的。');
  await changeConcepts(glossary.id, { remove: ['乙' as ConceptId] }, { edition: 2 });
  await desk.list.load();
  await waitUntil(() => editor.view.value?.conflict);
  expect(editor.draft.value?.definitions).toEqual([{ language: 'zh', text: '我的。' }]);
});

it('does not ask about its own change, of which it hears before it is through', async () => {
  const glossary = plainGlossary(['甲']);
  await createGlossary(glossary);
  const { desk, editor, write, notices } = await openForm(glossary, '甲');
  const asked: unknown[] = [];
  const stopAsking = effect(() => void asked.push(editor.view.value?.conflict));
  announcing.meanwhile = async () => {
    const before = desk.open.contents.value;
    await desk.list.load();
    await waitUntil(() => desk.open.contents.value !== before);
  };
  write('我的。');
  desk.concept.onSave();
  await waitUntil(() => notices.saved.value);
  announcing.meanwhile = async () => undefined;
  stopAsking();
  expect(asked).not.toContain(true);
  expect(editor.dirty.value).toBe(false);
});

describe('what is typed while a concept is being saved', () => {
  it('stays, and is yet to be saved', async () => {
    const glossary = plainGlossary(['甲']);
    await createGlossary(glossary);
    const { desk, editor, write, notices } = await openForm(glossary, '甲');
    write('一。');
    desk.concept.onSave();
    write('一。二。');
    await waitUntil(() => notices.saved.value);
    expect((await stored(glossary, '甲'))?.definitions).toEqual({ zh: '一。' });
    expect(editor.view.value).toMatchObject({
      dirty: true,
      conflict: false,
      draft: { definitions: [{ language: 'zh', text: '一。二。' }] },
    });
    notices.saved.value = false;
    desk.concept.onSave();
    await waitUntil(() => notices.saved.value);
    expect((await stored(glossary, '甲'))?.definitions).toEqual({ zh: '一。二。' });
    expect(editor.dirty.value).toBe(false);
  });

  it('stays in the form of a new one, which goes on as that of the concept', async () => {
    // Enough to be read for longer than it takes to go on.
    const glossary = plainGlossary(Array.from({ length: 3000 }, (_, at) => `港${at}`));
    await createGlossary(glossary);
    const { desk, editor, notices } = await openForm(glossary, '+');
    const { form } = editor.view.value ?? {};
    const name = (text: string): void => {
      const draft = editor.draft.value;
      if (draft !== undefined)
        editor.setDraft({ ...draft, terms: draft.terms.map((term) => ({ ...term, text })) });
    };
    name('乙');
    desk.concept.onSave();
    name('乙区');
    await waitUntil(() => notices.saved.value);
    const id = String((await conceptIds(glossary.id)).at(-1));
    await waitUntil(() => desk.open.contents.value?.byId.has(id as ConceptId));
    expect((await stored(glossary, id))?.terms[0].text).toBe('乙');
    expect(editor.view.value).toMatchObject({ form, isNew: false, dirty: true, conflict: false });
    expect(editor.draft.value).toMatchObject({ id, terms: [{ text: '乙区' }] });
  });

  it('is no more, once its form is given up', async () => {
    const glossary = plainGlossary(['甲']);
    await createGlossary(glossary);
    const { desk, editor, notices, go } = await openForm(glossary, '甲');
    const draft = editor.draft.value;
    if (draft === undefined) throw new Error('no form');
    editor.setDraft({ ...draft, definitions: [{ language: 'zh', text: '一。' }] });
    desk.concept.onSave();
    desk.onDiscard();
    go(`#glossaries/${glossary.id}/concepts`);
    await waitUntil(() => notices.saved.value);
    expect(editor.view.value).toBeUndefined();
    expect((await stored(glossary, '甲'))?.definitions).toEqual({ zh: '一。' });
  });
});

it('does what is asked for in quick succession, one after the other', async () => {
  const glossary = plainGlossary(['甲', '乙', '丙']);
  await createGlossary(glossary);
  const { desk, notices } = await openDesk(`#glossaries/${glossary.id}/problems`);
  desk.onRemedy(about('甲'), { kind: 'do-not-spot', term: 0 });
  desk.onRemedy(about('乙'), { kind: 'do-not-spot', term: 0 });
  desk.onDeleteConcept('丙' as ConceptId);
  await waitUntil(() => desk.open.contents.value?.concepts.length === 2);
  await waitUntil(() => notices.toast.value);
  expect(notices.toast.value).toMatchObject({ text: '丙 was deleted.' });
  const spots = (await readConcepts(glossary.id)).map(({ terms }) => terms[0].spot);
  expect(spots).toEqual([false, false]);
});

it('keeps what is written if an earlier edit can’t be taken back', async () => {
  const glossary = plainGlossary(['甲', '乙']);
  await replaceGlossary(glossary, { origin: 'subscribed' });
  const old = plainConcept('甲', { definitions: { zh: '旧的。' } });
  await changeConcepts(glossary.id, { put: [old] }, { edition: 1 });
  const { desk, editor, write, notices } = await openForm(glossary, '甲');
  write('新的。');
  // On another page, of which this one has not heard.
  await changeConcepts(glossary.id, { remove: ['乙' as ConceptId] }, { edition: 2 });
  desk.concept.onRevert();
  await waitUntil(() => desk.open.contents.value?.concepts.length === 1);
  await waitUntil(() => notices.toast.value);
  expect(notices.toast.value).toMatchObject({ trouble: true });
  expect(editor.view.value?.draft.definitions).toEqual([{ language: 'zh', text: '新的。' }]);
  expect(editor.view.value?.conflict).toBe(false);
});

describe('a form with something wrong in it', () => {
  const problemsOf = (editor: { view: { value: { problems: ReadonlyMap<string, string> } | undefined } }) => [
    ...(editor.view.value?.problems.keys() ?? []),
  ];

  it('says so of two texts in one language, and loses neither', async () => {
    const glossary = plainGlossary(['甲']);
    await createGlossary(glossary);
    const { desk, editor } = await openForm(glossary, '甲');
    const draft = editor.draft.value;
    if (draft === undefined) throw new Error('no form');
    const definitions = [...draft.definitions, { language: ' zh', text: '另一个。' }];
    editor.setDraft({ ...draft, definitions });
    desk.concept.onSave();
    await waitUntil(() => problemsOf(editor).length > 0);
    expect(problemsOf(editor)).toEqual(['definitions.zh']);
    expect(await stored(glossary, '甲')).toEqual(plainConcept('甲'));
  });

  it('speaks of errors alone while it is mended', async () => {
    const glossary = plainGlossary(['甲']);
    await createGlossary(glossary);
    const { desk, editor, write } = await openForm(glossary, '甲');
    const draft = editor.draft.value;
    if (draft === undefined) throw new Error('no form');
    // A headword in another language than its glossary is odd, no more.
    const terms = draft.terms.map((term) => ({ ...term, language: 'en', text: '' }));
    editor.setDraft({ ...draft, terms });
    desk.concept.onSave();
    await waitUntil(() => problemsOf(editor).length > 0);
    expect(problemsOf(editor)).toEqual(['terms[0].text']);
    write('新的。');
    expect(problemsOf(editor)).toEqual(['terms[0].text']);
  });
});

it('stores what is written about a glossary and what is chosen for it at once, or neither', async () => {
  const glossary = plainGlossary(['甲']);
  await createGlossary(glossary);
  const { desk, notices } = await openDesk(`#glossaries/${glossary.id}/details`);
  const write = (name: string, colour: 'rose' | 'green'): void => {
    const draft = desk.detailsEditor.view.value?.draft;
    if (draft !== undefined)
      desk.details.onDraft({ ...draft, names: [{ language: 'en', text: name }], colour });
  };
  const before = await readRevision();
  write('Harbours', 'rose');
  desk.details.onSave();
  await waitUntil(() => notices.saved.value);
  expect(await storedGlossary(glossary.id)).toMatchObject({ name: { en: 'Harbours' }, colour: 'rose' });
  expect(await readRevision()).toBe(before + 1);
  // On another page, of which this one has not heard.
  await changeConcepts(glossary.id, { put: [plainConcept('乙')] }, { edition: 2 });
  write('Ports', 'green');
  desk.details.onSave();
  await waitUntil(() => notices.toast.value);
  expect(await storedGlossary(glossary.id)).toMatchObject({ name: { en: 'Harbours' }, colour: 'rose' });
});

async function headerOf(glossaryId: string) {
  const stored = await storedGlossary(glossaryId as GlossaryId);
  const { id, name, version, updated, language, categories } = stored;
  return checkHeader({ id, name, version, updated, language, categories });
}

it.each([
  { what: 'name', id: 'long-name', copy: 'long-name-2', name: '𠮷'.repeat(MAX_NAME_LENGTH / 2) },
  {
    what: 'id',
    id: 'x'.repeat(MAX_ID_LENGTH - 1),
    copy: `${'x'.repeat(MAX_ID_LENGTH - 2)}-2`,
    name: 'Ports',
  },
])(
  'makes a copy that holds to the format, however long the $what of the first is',
  async ({ id, copy, name }) => {
    const glossary = { ...plainGlossary(['甲']), id: id as GlossaryId, name: { en: name } };
    await createGlossary(glossary);
    const { desk, notices } = await openDesk(`#glossaries/${glossary.id}/concepts`);
    desk.actions.onDuplicate(await storedGlossary(glossary.id));
    await waitUntil(() => notices.toast.value);
    expect(await headerOf(copy)).toMatchObject({ ok: true });
  },
);

it('makes a glossary of a name with a pasted tab, and one of a name as long as a page', async () => {
  const open = plainGlossary(['甲']);
  await createGlossary(open);
  const { desk } = await openDesk(`#glossaries/${open.id}/concepts`);
  const id = await desk.list.create({ 'zh-CN': '长江\t港口' }, 'zh-Hans');
  expect(await headerOf(id)).toMatchObject({ ok: true, header: { name: { 'zh-CN': '长江 港口' } } });
  expect(await headerOf(await desk.list.create({ en: 'x'.repeat(5000) }, 'en'))).toMatchObject({ ok: true });
});

it('offers related concepts for what was typed last, without the one that is open', async () => {
  const many = Array.from({ length: 20 }, (_, at) => `港${at}`);
  const glossary = plainGlossary([...many, '江边的港']);
  await createGlossary(glossary);
  const { desk } = await openForm(glossary, '港7');
  const slow = desk.concept.onLookUp('港');
  const quick = desk.concept.onLookUp('江边');
  expect((await quick)?.map(({ id }) => id)).toEqual(['江边的港']);
  expect(await slow).toBeUndefined();
  const pending = desk.concept.onLookUp('港');
  expect(await desk.concept.onLookUp('')).toEqual([]);
  expect(await pending).toBeUndefined();
  expect(await desk.concept.onLookUp('港7')).not.toContainEqual(expect.objectContaining({ id: '港7' }));
});

it('says nothing of a glossary’s problems until it has looked for them', async () => {
  const [first, second] = [plainGlossary(['甲']), plainGlossary(['乙'])];
  await createGlossary(first);
  await createGlossary(second);
  const { desk, go } = await openDesk(`#glossaries/${first.id}/problems`);
  const found = (): string[] | undefined => {
    const findings = desk.open.parts.value?.findings;
    return findings?.kind === 'ready'
      ? [...new Set(findings.value.map(({ conceptId }) => conceptId))]
      : undefined;
  };
  await waitUntil(found);
  expect(found()).toEqual(['甲']);
  go(`#glossaries/${second.id}/problems`);
  expect(found()).toBeUndefined();
  await waitUntil(found);
  expect(found()).toEqual(['乙']);
});
