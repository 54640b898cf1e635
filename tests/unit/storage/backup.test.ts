import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { parseBackup, serializeBackup } from '@/lib/backup/backup';
import { previewRestore } from '@/lib/backup/preview';
import type { Concept, ConceptId, Glossary, GlossaryId } from '@/lib/glossary/model';
import { readBackup, restoreBackup } from '@/lib/storage/backup-store';
import { changeConcepts } from '@/lib/storage/concept-changes';
import { openDatabase } from '@/lib/storage/database';
import {
  chooseForGlossary,
  createGlossary,
  deleteGlossary,
  listGlossaries,
  readConcepts,
  replaceGlossary,
} from '@/lib/storage/glossary-store';
import { listSnapshots, readSnapshot, takeDailySnapshot, takeSnapshot } from '@/lib/storage/snapshots';
import {
  listSubscriptions,
  readCopy,
  readCopyNumbers,
  saveCopy,
  saveSubscription,
} from '@/lib/storage/subscription-store';
import { summarizeChanges } from '@/lib/updates/change-summary';
import { createSubscription, type Subscription } from '@/lib/updates/subscription';
import { conceptIds, plainConcept, plainGlossary } from '../../support/stored-glossary';

const local = vi.hoisted(() => ({ items: {} as Record<string, unknown>, managed: {} as object }));

// The settings lie in the browser's own storage, of which Node has none.
vi.mock('wxt/browser', () => ({
  browser: {
    storage: {
      local: {
        get: async (key: string) => ({ [key]: local.items[key] }),
        set: async (items: object) => void Object.assign(local.items, items),
      },
      managed: { get: async () => local.managed },
      onChanged: { addListener: () => undefined, removeListener: () => undefined },
    },
  },
}));

const ADDRESS = 'https://terms.example/words.json';
const HOUSE = 'https://house.example/words.json';

const own = plainGlossary(['甲', plainConcept('乙', { related: ['甲'] as unknown as ConceptId[] })], 'own');
const embedded = plainGlossary(['丙', '丁'], 'embedded');

beforeEach(async () => {
  const database = await openDatabase();
  for (const store of database.objectStoreNames) await database.clear(store);
  local.items = { settings: { enabled: false } };
  local.managed = {};
  await replaceGlossary(embedded, { origin: 'embedded' });
  await changeConcepts(
    embedded.id,
    { put: [plainConcept('丙', { definitions: { zh: '我的' } })], remove: ['丁' as ConceptId] },
    { edition: 1 },
  );
  await createGlossary(own);
  await chooseForGlossary(own.id, { colour: 'rose', sites: ['example.com'], enabled: false });
  await database.put('rules', { term: '甲', id: 'rule' });
  await follow(ADDRESS, { hashes: ['one'] });
});

/** Keeps a subscription whose editions have these hashes, the oldest first, with a copy of each. */
async function follow(
  address: string,
  {
    hashes,
    pending,
    ...more
  }: { hashes: string[]; pending?: string } & Partial<Omit<Subscription, 'pending'>>,
): Promise<void> {
  const editionOf = (hash: string) => ({ version: '1', updated: '2026-11-24', hash });
  const changes = summarizeChanges({ added: [], changed: [], removed: [], unchanged: 0 });
  await saveSubscription({
    ...createSubscription({ address, mode: 'auto', managed: false }, 0),
    history: hashes
      .map((hash, at) => ({ number: at + 1, atMs: 0, kind: 'updated' as const, edition: editionOf(hash) }))
      .reverse(),
    ...(pending !== undefined && { pending: { edition: editionOf(pending), changes, atMs: 0 } }),
    ...more,
  });
  for (const at of hashes.keys()) await saveCopy(address, at + 1, own);
  if (pending !== undefined) await saveCopy(address, 'pending', own);
}

const copies = (): Promise<number[]> => readCopyNumbers(ADDRESS);

async function readFile() {
  const parsed = parseBackup(serializeBackup(await readBackup('2026-11-25T12:00:00Z')));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problem));
  return parsed.backup;
}

describe('a backup', () => {
  it('brings everything back after everything was lost', async () => {
    const backup = await readFile();
    await deleteGlossary(own.id);
    await replaceGlossary(plainGlossary(['戊'], 'later'), { origin: 'own' });
    await changeConcepts(embedded.id, { revert: ['丙', '丁'] as unknown as ConceptId[] }, { edition: 2 });
    await (await openDatabase()).clear('rules');
    local.items = {};
    expect(await readBackup()).not.toEqual({ ...backup, created: '' });
    await restoreBackup(backup);
    expect(await readBackup()).toEqual({ ...backup, created: '' });
    // Pages that are open, and lists of other sections, follow.
    expect(Object.keys(local.items)).toEqual(
      expect.arrayContaining(['rulesChangedMs', 'subscriptionsChanged']),
    );
    expect(await conceptIds(embedded.id)).toEqual(['丙']);
    expect((await listGlossaries()).map(({ id }) => id)).toEqual([embedded.id, own.id]);
    expect(await copies()).toEqual([1]);
  });

  it('keeps the embedded glossary of this version under the edits of the backup', async () => {
    const backup = await readFile();
    await replaceGlossary(
      { ...plainGlossary(['丙', '丁', '新'], 'embedded'), version: '2' },
      { origin: 'embedded' },
    );
    await restoreBackup(backup);
    expect(await conceptIds(embedded.id)).toEqual(['丙', '新']);
    expect((await listGlossaries())[0]?.version).toBe('2');
  });

  it('brings edits back in categories that the glossary of this version has', async () => {
    const port = { ...embedded, categories: { port: { zh: '港口' } } };
    await replaceGlossary(port, { origin: 'embedded' });
    const { edition = 0 } = (await listGlossaries())[0] ?? {};
    await changeConcepts(port.id, { put: [plainConcept('戊', { category: 'port' })] }, { edition });
    const backup = await readFile();
    await replaceGlossary(embedded, { origin: 'embedded' });
    await restoreBackup(backup);
    const concepts = await readConcepts(port.id);
    expect(concepts.find(({ id }) => id === '戊')).not.toHaveProperty('category');
  });

  it('has the reader’s own settings, whatever an organisation has set', async () => {
    local.managed = { pausedSites: ['hr.example.org'], settings: { hoverDelayMs: 900 } };
    const { settings } = await readFile();
    expect(settings).toMatchObject({ enabled: false, pausedSites: [], hoverDelayMs: 300 });
  });

  it('says beforehand what will change', async () => {
    const backup = await readFile();
    expect(previewRestore(await readBackup(), backup)).toEqual({
      glossaries: [],
      settings: false,
      rules: false,
      subscriptions: false,
    });
    await changeConcepts(own.id, { put: [plainConcept('己')], remove: ['甲' as ConceptId] }, { edition: 1 });
    await createGlossary(plainGlossary(['庚', '辛'], 'later'));
    await (await openDatabase()).clear('rules');
    expect(previewRestore(await readBackup(), backup)).toEqual({
      glossaries: [
        { name: { en: 'own' }, kind: 'changed', added: 1, changed: 1, removed: 1 },
        { name: { en: 'later' }, kind: 'removed', added: 0, changed: 0, removed: 2 },
      ],
      settings: false,
      rules: true,
      subscriptions: false,
    });
  });

  it.each([
    ['no JSON', '{', { kind: 'not-json' }],
    ['a glossary', '{"format":"pangzhu-glossary"}', { kind: 'not-a-backup' }],
    ['null', 'null', { kind: 'not-a-backup' }],
    ['a later version', '{"format":"pangzhu-backup","formatVersion":2}', { kind: 'newer-version' }],
    ['half of one', '{"format":"pangzhu-backup","formatVersion":1}', { kind: 'invalid', at: 'created' }],
  ])('is not %s', (_name, text, problem) => {
    expect(parseBackup(text)).toEqual({ ok: false, problem });
  });

  it.each([
    ['of another format', '"formatVersion":1,"id"', '"formatVersion":2,"id"', 'formatVersion'],
    ['without a list of concepts', '"concepts":[', '"concepts":1,"put":[', 'concepts'],
  ])('is refused with a glossary %s, naming the place', async (_name, good, bad, path) => {
    const text = serializeBackup(await readFile()).replace(good, bad);
    expect(parseBackup(text)).toEqual({
      ok: false,
      problem: { kind: 'invalid', at: `glossaries.0.${path}` },
    });
  });

  const many = Object.fromEntries(Array.from({ length: 1200 }, (_, at) => [`c${at}`, { zh: `类${at}` }]));
  const long = 'x'.repeat(200);

  it.each([
    {
      name: 'a tab in the name',
      header: { name: { 'zh-CN': '长江\t港口' } },
      mended: { name: { zh: '长江 港口' } },
      said: ['name["zh-CN"] text-control'],
    },
    {
      name: 'a tab in one of two names',
      header: { name: { en: 'Ports', zh: '长江\t港口' } },
      mended: { name: { en: 'Ports' } },
      said: ['name.zh text-control'],
    },
    {
      name: 'nothing to be seen in the name',
      header: { name: { en: '\u0001' } },
      mended: { name: { en: 'broken' } },
      said: ['name.en text-control'],
    },
    {
      name: 'too many categories',
      header: { categories: many },
      concept: { category: 'c1100' },
      mended: { categories: { c1100: { zh: '类1100' } } },
      said: ['categories list-too-long'],
    },
    {
      name: 'too long an id, beside one that it begins with',
      header: { id: `${long}-2` },
      mended: {},
      said: ['id text-too-long'],
    },
    {
      name: 'several things',
      header: { updated: 'today', language: '?', homepage: 'javascript:1', version: '\t' },
      mended: { updated: '1970-01-01', language: 'zh-Hans', version: '1' },
      said: [
        'version text-blank',
        'version text-control',
        'updated date-invalid',
        'homepage url-scheme',
        'language language-invalid',
      ],
    },
  ])('comes back with a header that older versions wrote against the format: $name', async (broken) => {
    await createGlossary(plainGlossary(['戊'], long));
    const concepts = [plainConcept('己', broken.concept ?? {}), plainConcept('庚')];
    await createGlossary({ ...plainGlossary(concepts, 'broken'), ...broken.header } as Glossary);
    const text = serializeBackup(await readBackup());
    const parsed = parseBackup(text);
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problem));
    expect(parsed.mendings.map(({ name, problem }) => `${name} ${problem.code}`)).toEqual(broken.said);
    await restoreBackup(parsed.backup);
    const restored = (await listGlossaries()).at(-1);
    expect(restored).toMatchObject(broken.mended);
    expect(await conceptIds(restored?.id as GlossaryId)).toEqual(['己', '庚']);
    expect((await readConcepts(restored?.id as GlossaryId))[0]).toMatchObject(broken.concept ?? {});
    expect(parseBackup(serializeBackup(await readBackup()))).toMatchObject({ ok: true, mendings: [] });
  });

  it('comes back without what older versions wrote against the format, and says what that is', async () => {
    const [name] = plainConcept('两江新区').terms;
    const broken = [
      plainConcept('重庆两江新区', { terms: [name, name] }),
      plainConcept('果园港', { terms: [{ ...name, status: 'admitted' }] }),
      plainConcept('寸滩', { sources: [{ title: '年报', url: 'javascript:1' }] }),
      plainConcept('空', { terms: [] as unknown as Concept['terms'] }),
      plainConcept('朝天门', { related: ['空', '甲'] as unknown as ConceptId[] }),
    ];
    await changeConcepts(own.id, { put: broken }, { edition: 1 });
    const edits = [
      plainConcept('丙', { definitions: { zh: '我的' }, terms: [name, name] }),
      plainConcept('戊', {
        terms: [] as unknown as Concept['terms'],
        related: ['去'] as unknown as ConceptId[],
      }),
    ];
    await changeConcepts(embedded.id, { put: edits }, { edition: 2 });
    const parsed = parseBackup(serializeBackup(await readBackup()));
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problem));
    expect(
      parsed.mendings.map(({ glossary, name, problem: { code, severity } }) =>
        [glossary['en'], name, code, severity].join(' '),
      ),
    ).toEqual([
      'embedded 两江新区 term-duplicate warning',
      'embedded 戊 list-empty error',
      'own 两江新区 term-duplicate warning',
      'own 两江新区 headword-not-preferred warning',
      'own 寸滩 url-scheme warning',
      'own 空 list-empty error',
      'own 朝天门 related-unknown warning',
    ]);
    await restoreBackup(parsed.backup);
    expect(await conceptIds(own.id)).toEqual(['甲', '乙', '重庆两江新区', '果园港', '寸滩', '朝天门']);
    expect(await conceptIds(embedded.id)).toEqual(['丙']);
    // It is whole from then on.
    expect(parseBackup(serializeBackup(await readBackup()))).toMatchObject({ ok: true, mendings: [] });
  });

  it('keeps relations of an edit that lead to what an update has taken away', async () => {
    const edit = plainConcept('丙', { related: ['旧'] as unknown as ConceptId[] });
    await changeConcepts(embedded.id, { put: [edit] }, { edition: 2 });
    const { glossaries } = await readFile();
    expect(glossaries[0]?.overlay?.put).toEqual([edit]);
  });
});

describe('copies of subscribed editions', () => {
  it.each([
    { name: 'the same', now: ['a', 'b'], backed: ['a', 'b'], kept: [1, 2] },
    { name: 'an earlier state of them', now: ['a', 'b', 'c'], backed: ['a', 'b'], kept: [1, 2] },
    {
      name: 'other editions under their numbers',
      now: ['a', 'x', 'c'],
      backed: ['a', 'b', 'c'],
      kept: [1, 3],
    },
    { name: 'those of another computer', now: ['x', 'y'], backed: ['a', 'b'], kept: [] },
  ])('stay as far as the backup means the same by them: $name', async ({ now, backed, kept }) => {
    await follow(ADDRESS, { hashes: backed });
    const backup = await readFile();
    await follow(ADDRESS, { hashes: now });
    await restoreBackup(backup);
    expect(await copies()).toEqual(kept);
  });

  it.each([
    { name: 'the same', now: 'p', kept: true },
    { name: 'another', now: 'x', kept: false },
  ])('that wait stay as far as the backup means the same by them: $name', async ({ now, kept }) => {
    await follow(ADDRESS, { hashes: ['a'], pending: 'p' });
    const backup = await readFile();
    await follow(ADDRESS, { hashes: ['a'], pending: now });
    await restoreBackup(backup);
    expect((await readCopy(ADDRESS, 'pending')) !== undefined).toBe(kept);
  });

  it('go with a subscription that the backup does not have', async () => {
    const backup = await readFile();
    await restoreBackup({ ...backup, subscriptions: [] });
    await restoreBackup(backup);
    expect(await copies()).toEqual([]);
  });
});

describe('the subscriptions of an organisation', () => {
  const house = plainGlossary(['社论', '快讯'], 'house');
  const followHouse = async (managed: boolean): Promise<void> => {
    await replaceGlossary(house, { origin: 'subscribed' });
    await follow(HOUSE, { hashes: ['h'], managed, glossaryId: house.id });
  };
  const managedNow = async () =>
    (await listSubscriptions()).map(({ address, managed }) => [address, managed]);

  it('stay with their glossary where the backup does not have them', async () => {
    const backup = await readFile();
    await followHouse(true);
    await changeConcepts(house.id, { remove: ['快讯' as ConceptId] }, { edition: 1 });
    expect(previewRestore(await readBackup(), backup)).toMatchObject({
      glossaries: [],
      subscriptions: false,
    });
    await restoreBackup(backup);
    expect(await managedNow()).toEqual([
      [HOUSE, true],
      [ADDRESS, false],
    ]);
    expect(await readCopyNumbers(HOUSE)).toEqual([1]);
    expect(await conceptIds(house.id)).toEqual(['社论']);
    expect((await listGlossaries()).at(-1)).toMatchObject({ id: house.id, origin: 'subscribed' });
  });

  it('stay at their edition, under the edits of the backup', async () => {
    await followHouse(true);
    await changeConcepts(house.id, { remove: ['快讯' as ConceptId] }, { edition: 1 });
    await chooseForGlossary(house.id, { colour: 'rose' });
    const backup = await readFile();
    await changeConcepts(house.id, { revert: ['快讯' as ConceptId] }, { edition: 2 });
    await chooseForGlossary(house.id, { colour: undefined });
    await replaceGlossary(plainGlossary(['社论', '快讯', '新'], 'house'), { origin: 'subscribed' });
    await follow(HOUSE, { hashes: ['h', 'i'], managed: true, glossaryId: house.id });
    expect(previewRestore(await readBackup(), backup)).toMatchObject({
      glossaries: [{ name: { en: 'house' }, kind: 'changed', added: 0, changed: 0, removed: 1 }],
      subscriptions: false,
    });
    await restoreBackup(backup);
    expect(await conceptIds(house.id)).toEqual(['社论', '新']);
    expect((await listGlossaries()).at(-1)).toMatchObject({ id: house.id, colour: 'rose' });
    expect(await readCopyNumbers(HOUSE)).toEqual([1, 2]);
  });

  it('come back as the reader’s, who can end them, where the organisation has none', async () => {
    await followHouse(true);
    const backup = await readFile();
    await deleteGlossary(house.id);
    await (await openDatabase()).clear('subscriptions');
    await restoreBackup(backup);
    expect(await managedNow()).toEqual([
      [HOUSE, false],
      [ADDRESS, false],
    ]);
    expect(await conceptIds(house.id)).toEqual(['社论', '快讯']);
  });

  it('are not followed by a second one of the backup', async () => {
    await follow(ADDRESS, { hashes: ['h'], glossaryId: house.id });
    const backup = await readFile();
    await followHouse(true);
    await restoreBackup(backup);
    expect(await managedNow()).toEqual([[HOUSE, true]]);
  });

  it('cost no glossary of the reader’s that had the same id', async () => {
    await createGlossary({ ...plainGlossary(['我的'], 'house'), name: { zh: '我的' } });
    const backup = await readFile();
    await deleteGlossary(house.id);
    await followHouse(true);
    await restoreBackup(backup);
    expect(await conceptIds(house.id)).toEqual(['社论', '快讯']);
    expect(await conceptIds('house-2' as GlossaryId)).toEqual(['我的']);
  });

  it('do not keep what the reader has made under the id of theirs', async () => {
    const backup = await readFile();
    await follow(HOUSE, { hashes: ['h'], managed: true, glossaryId: house.id });
    await createGlossary(house);
    await restoreBackup(backup);
    expect((await listGlossaries()).map(({ id }) => id)).toEqual([embedded.id, own.id]);
  });
});

describe('snapshots', () => {
  it('are kept five at most, the newest first, and none twice', async () => {
    for (let edition = 1; edition <= 7; edition++) {
      await takeSnapshot('delete', edition * 1000);
      await takeSnapshot('delete', edition * 1000 + 1);
      await changeConcepts(own.id, { put: [plainConcept(`新${edition}`)] }, { edition });
    }
    const all = await listSnapshots();
    expect(all.map(({ takenMs }) => takenMs)).toEqual([7000, 6000, 5000, 4000, 3000]);
    expect(all[0]).toMatchObject({ glossaryCount: 2, conceptCount: 10, reason: 'delete' });
    const oldest = await readSnapshot(all.at(-1)?.id ?? 0);
    if (!oldest?.ok) throw new Error('unreadable');
    await restoreBackup(oldest.backup);
    expect(await conceptIds(own.id)).toEqual(['甲', '乙', '新1', '新2']);
  });

  it('are taken though the last one is damaged', async () => {
    await takeSnapshot('delete', 1000);
    const database = await openDatabase();
    const [last] = await database.getAll('snapshots');
    if (last === undefined) throw new Error('no snapshot');
    await database.put('snapshots', { ...last, bytes: last.bytes.slice(0, 20) });
    await takeSnapshot('delete', 2000);
    const [newest] = await listSnapshots();
    expect(await readSnapshot(newest?.id ?? 0)).toMatchObject({ ok: true });
  });

  it('are taken once a day where nothing else happens', async () => {
    await takeDailySnapshot(0);
    await chooseForGlossary(own.id, { enabled: true });
    await takeDailySnapshot(60_000);
    expect(await listSnapshots()).toHaveLength(1);
    await takeDailySnapshot(86_400_000);
    expect(await listSnapshots()).toHaveLength(2);
  });
});
