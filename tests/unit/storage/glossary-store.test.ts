import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import type { Concept, ConceptId, Glossary, GlossaryId } from '@/lib/glossary/model';
import { readConceptsAt } from '@/lib/storage/concept-reader';
import { CONCEPTS_PER_CHUNK, openDatabase } from '@/lib/storage/database';
import {
  chooseForGlossary,
  listGlossaries,
  OutdatedError,
  readConcepts,
  readEnabledGlossaries,
  readRevision,
  replaceGlossary,
} from '@/lib/storage/glossary-store';

function concept(text: string): Concept {
  return {
    id: text as ConceptId,
    terms: [{ text, language: 'zh-Hans', status: 'preferred' }],
    definitions: { zh: `${text}。` },
    sources: [],
  };
}

let made = 0;
function glossary(texts: readonly string[], id = `glossary-${++made}`): Glossary {
  return {
    id: id as GlossaryId,
    name: { en: id },
    version: '1',
    updated: '2026-11-24',
    language: 'zh-Hans',
    categories: {},
    concepts: texts.map(concept),
  };
}

describe('the glossary store', () => {
  it('gives back the concepts of a glossary in their order, over several chunks', async () => {
    const texts = Array.from({ length: 2 * CONCEPTS_PER_CHUNK + 1 }, (_, at) => `港${at}`);
    const stored = glossary(texts);
    await replaceGlossary(stored, { origin: 'own' });
    expect((await readConcepts(stored.id)).map(({ id }) => id)).toEqual(texts);
    const ordinals = [2 * CONCEPTS_PER_CHUNK, 0, CONCEPTS_PER_CHUNK - 1, CONCEPTS_PER_CHUNK, 1];
    const some = await readConceptsAt(stored.id, [...ordinals, texts.length, 9 * CONCEPTS_PER_CHUNK]);
    expect(new Set(some.keys())).toEqual(new Set(ordinals));
    for (const ordinal of ordinals) expect(some.get(ordinal)?.id).toBe(texts[ordinal]);
  });

  it.each([1, CONCEPTS_PER_CHUNK, 45 * CONCEPTS_PER_CHUNK + 1])(
    'shows the first of %i concepts while it reads the others',
    async (count) => {
      const texts = Array.from({ length: count }, (_, at) => `港${at}`);
      const stored = glossary(texts);
      await replaceGlossary(stored, { origin: 'own' });
      const shown: string[][] = [];
      const all = await readConcepts(stored.id, (first) => shown.push(first.map(({ id }) => id)));
      expect(all.map(({ id }) => id)).toEqual(texts);
      expect(shown.flat()).toEqual(texts.slice(0, CONCEPTS_PER_CHUNK));
    },
  );

  it('leaves nothing of the older version behind when a glossary is replaced by a shorter one', async () => {
    const long = glossary(Array.from({ length: CONCEPTS_PER_CHUNK + 5 }, (_, at) => `旧${at}`));
    await replaceGlossary(long, { origin: 'own' });
    await replaceGlossary(glossary(['新区'], long.id), { origin: 'own' });
    expect((await readConcepts(long.id)).map(({ id }) => id)).toEqual(['新区']);
    expect((await listGlossaries()).find(({ id }) => id === long.id)?.conceptCount).toBe(1);
  });

  it('keeps the reader’s switch and order when a glossary is replaced', async () => {
    const first = glossary(['果园港']);
    const second = glossary(['天府新区']);
    await replaceGlossary(first, { origin: 'embedded' });
    await replaceGlossary(second, { origin: 'own' });
    await chooseForGlossary(first.id, { enabled: false });
    await replaceGlossary({ ...first, version: '2' }, { origin: 'embedded' });
    const listed = (await listGlossaries()).filter(({ id }) => id === first.id || id === second.id);
    expect(listed.map(({ id, enabled, version }) => ({ id, enabled, version }))).toEqual([
      { id: first.id, enabled: false, version: '2' },
      { id: second.id, enabled: true, version: '1' },
    ]);
  });

  it('compiles from enabled glossaries only', async () => {
    const kept = glossary(['两江新区']);
    const off = glossary(['江北']);
    await replaceGlossary(kept, { origin: 'own' });
    await replaceGlossary(off, { origin: 'own' });
    await chooseForGlossary(off.id, { enabled: false });
    const { glossaries, revision } = await readEnabledGlossaries();
    const ids = glossaries.map(({ id }) => id);
    expect(ids).toContain(kept.id);
    expect(ids).not.toContain(off.id);
    expect(revision).toBe(await readRevision());
  });

  it('raises the revision with every change and with nothing else', async () => {
    const changed = glossary(['双核']);
    const before = await readRevision();
    expect(await replaceGlossary(changed, { origin: 'own' })).toBe(before + 1);
    expect(await chooseForGlossary(changed.id, { enabled: false })).toBe(before + 2);
    await readConcepts(changed.id);
    await listGlossaries();
    expect(await readRevision()).toBe(before + 2);
  });

  it('refuses to switch a glossary that is not there, and changes nothing', async () => {
    const before = await readRevision();
    await expect(chooseForGlossary('none' as GlossaryId, { enabled: true })).rejects.toThrow(OutdatedError);
    expect(await readRevision()).toBe(before);
  });

  it('stores all of a glossary or nothing', async () => {
    const before = await listGlossaries();
    const revision = await readRevision();
    const broken = glossary(['好', '坏']);
    // A function can't be stored: the write of the second chunk's record fails.
    const concepts = [...broken.concepts, { ...concept('不'), sources: (() => []) as never }];
    await expect(replaceGlossary({ ...broken, concepts }, { origin: 'own' })).rejects.toThrow();
    expect(await listGlossaries()).toEqual(before);
    expect(await readRevision()).toBe(revision);
    expect((await openDatabase()).version).toBe(2);
  });
});
