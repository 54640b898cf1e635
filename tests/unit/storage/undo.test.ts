import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import type { ConceptId, GlossaryId } from '@/lib/glossary/model';
import { changeConcepts } from '@/lib/storage/concept-changes';
import { duplicateGlossary, mergeGlossaries } from '@/lib/storage/glossary-copies';
import {
  chooseForGlossary,
  createGlossary,
  deleteGlossary,
  listGlossaries,
  OutdatedError,
  readConcepts,
  readOverlay,
  replaceGlossary,
} from '@/lib/storage/glossary-store';
import { doUndoably, readRecords, undoAct } from '@/lib/storage/undo';
import { conceptIds, plainConcept, plainGlossary, storedGlossary } from '../../support/stored-glossary';

/** All that is stored, but for editions and revision, which only ever grow. */
async function contents(): Promise<unknown> {
  const records = await readRecords('all');
  return records.map(({ glossary: { edition: _edition, ...glossary }, ...rest }) => ({ glossary, ...rest }));
}

async function setUp(): Promise<{ own: GlossaryId; other: GlossaryId; followed: GlossaryId }> {
  const [own, other, followed] = [
    plainGlossary(['甲', plainConcept('乙', { related: ['甲'] as unknown as ConceptId[] })]),
    plainGlossary(['甲', plainConcept('乙', { definitions: {} }), '丙']),
    plainGlossary(['丁', '戊']),
  ];
  await createGlossary(own);
  await createGlossary(other);
  await replaceGlossary(followed, { origin: 'subscribed' });
  await changeConcepts(followed.id, { remove: ['丁' as ConceptId] }, { edition: 1 });
  return { own: own.id, other: other.id, followed: followed.id };
}

type Names = Awaited<ReturnType<typeof setUp>>;
const acts: [string, (names: Names) => GlossaryId[], (names: Names) => Promise<number>][] = [
  ['deleting a glossary', ({ own }) => [own], ({ own }) => deleteGlossary(own)],
  ['deleting one with an overlay', ({ followed }) => [followed], ({ followed }) => deleteGlossary(followed)],
  [
    'deleting a concept that others relate to',
    ({ own }) => [own],
    ({ own }) => changeConcepts(own, { remove: ['甲' as ConceptId] }, { edition: 1 }),
  ],
  [
    'merging',
    ({ own, other, followed }) => [own, other, followed],
    ({ own, other, followed }) => mergeGlossaries(own, [other, followed]),
  ],
  [
    'replacing',
    ({ followed }) => [followed],
    ({ followed }) => replaceGlossary(plainGlossary(['己'], followed), { origin: 'own' }),
  ],
  [
    'duplicating',
    ({ own }) => [own, `${own}-copy` as GlossaryId],
    ({ own }) => duplicateGlossary(own, { id: `${own}-copy` as GlossaryId, name: { en: 'Copy' } }),
  ],
];

describe('undoing', () => {
  it.each(acts.filter(([name]) => name !== 'duplicating'))(
    '%s brings everything back',
    async (_name, touched, act) => {
      const names = await setUp();
      const before = await contents();
      const { undo } = await doUndoably(touched(names), () => act(names));
      expect(await contents()).not.toEqual(before);
      await undoAct(undo);
      expect(await contents()).toEqual(before);
    },
  );

  it('takes out what an act made', async () => {
    const names = await setUp();
    const [, touched, act] = acts.find(([name]) => name === 'duplicating') as (typeof acts)[number];
    const { undo } = await doUndoably(touched(names), () => act(names));
    await undoAct(undo);
    expect((await listGlossaries()).some(({ id }) => id === `${names.own}-copy`)).toBe(false);
  });

  it('is refused once the glossary has changed again, which stays', async () => {
    const { own } = await setUp();
    const { undo } = await doUndoably([own], () =>
      changeConcepts(own, { remove: ['甲' as ConceptId] }, { edition: 1 }),
    );
    await changeConcepts(own, { put: [plainConcept('新')] }, { edition: 2 });
    await expect(undoAct(undo)).rejects.toThrow(OutdatedError);
    expect(await conceptIds(own)).toEqual(['乙', '新']);
  });

  it('leaves what was chosen since for a glossary that is still there', async () => {
    const { own } = await setUp();
    await chooseForGlossary(own, { colour: 'rose' });
    const { undo } = await doUndoably([own], () =>
      changeConcepts(own, { remove: ['甲' as ConceptId] }, { edition: 1 }),
    );
    await chooseForGlossary(own, { enabled: false, colour: undefined, sites: ['example.com'] });
    await undoAct(undo);
    expect(await conceptIds(own)).toEqual(['甲', '乙']);
    const { enabled, sites, colour } = await storedGlossary(own);
    expect({ enabled, sites, colour }).toEqual({ enabled: false, sites: ['example.com'], colour: undefined });
  });

  it('leaves nobody at an edition that means something else', async () => {
    const { own } = await setUp();
    const { undo } = await doUndoably([own], () =>
      changeConcepts(own, { put: [plainConcept('新')] }, { edition: 1 }),
    );
    await undoAct(undo);
    await expect(changeConcepts(own, { put: [] }, { edition: 1 })).rejects.toThrow(OutdatedError);
    await expect(changeConcepts(own, { put: [] }, { edition: 2 })).rejects.toThrow(OutdatedError);
  });
});

describe('duplicating a glossary', () => {
  it('gives an own one behind it, switched off, with the reader’s edits', async () => {
    const { followed } = await setUp();
    const copy = `${followed}-copy` as GlossaryId;
    await duplicateGlossary(followed, { id: copy, name: { en: 'Copy' } });
    expect(await conceptIds(copy)).toEqual(['戊']);
    expect(await readOverlay(copy)).toBeUndefined();
    const { position, origin, enabled, edition } = await storedGlossary(copy);
    expect({ origin, enabled, edition }).toEqual({ origin: 'own', enabled: false, edition: 1 });
    expect(position).toBe((await storedGlossary(followed)).position + 1);
  });
});

describe('merging glossaries', () => {
  it('adds what is new, skips what is the same, and gives an id of its own to what only shares one', async () => {
    const { own, other, followed } = await setUp();
    await mergeGlossaries(own, [other, followed]);
    expect(await conceptIds(own)).toEqual(['甲', '乙', '乙-2', '丙', '戊']);
    expect((await readConcepts(own))[2]?.definitions).toEqual({});
    const left = (await listGlossaries()).map(({ id }) => id);
    expect(left).not.toContain(other);
    expect(left).toContain(followed);
    expect((await storedGlossary(own)).conceptCount).toBe(5);
  });

  it('takes relations along to the new ids', async () => {
    const into = plainGlossary([plainConcept('甲', { definitions: {} })]);
    const from = plainGlossary(['甲', plainConcept('乙', { related: ['甲'] as unknown as ConceptId[] })]);
    await createGlossary(into);
    await createGlossary(from);
    await mergeGlossaries(into.id, [from.id]);
    expect((await readConcepts(into.id)).map(({ id, related }) => [id, related])).toEqual([
      ['甲', undefined],
      ['甲-2', undefined],
      ['乙', ['甲-2']],
    ]);
  });
});
