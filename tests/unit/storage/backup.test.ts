import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { parseBackup, serializeBackup } from '@/lib/backup/backup';
import { previewRestore } from '@/lib/backup/preview';
import type { Concept, ConceptId, Glossary, GlossaryId } from '@/lib/glossary/model';
import { readBackup, restoreBackup } from '@/lib/storage/backup-store';
import { changeConcepts } from '@/lib/storage/concept-changes';
import { openDatabase } from '@/lib/storage/database';
import {
  createGlossary,
  deleteGlossary,
  listGlossaries,
  readConcepts,
  replaceGlossary,
} from '@/lib/storage/glossary-store';
import { copies, embedded, fillStore, own, readFile } from '../../support/stored-backup';
import { conceptIds, plainConcept, plainGlossary } from '../../support/stored-glossary';

// The settings lie in the browser's own storage, of which Node has none.
vi.mock('wxt/browser', async () => {
  const { fakeStorage } = await import('../../support/fake-browser');
  return { browser: { storage: fakeStorage() } };
});

beforeEach(fillStore);

describe('a backup', () => {
  it('brings everything back after everything was lost', async () => {
    const backup = await readFile();
    await deleteGlossary(own.id);
    await replaceGlossary(plainGlossary(['戊'], 'later'), { origin: 'own' });
    await changeConcepts(embedded.id, { revert: ['丙', '丁'] as unknown as ConceptId[] }, { edition: 2 });
    await (await openDatabase()).clear('rules');
    await browser.storage.local.clear();
    expect(await readBackup()).not.toEqual({ ...backup, created: '' });
    await restoreBackup(backup);
    expect(await readBackup()).toEqual({ ...backup, created: '' });
    // Pages that are open, and lists of other sections, follow.
    expect(Object.keys(await browser.storage.local.get(null))).toEqual(
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
    const policy = { pausedSites: ['hr.example.org'], settings: { hoverDelayMs: 900 } };
    const managed = vi.spyOn(browser.storage.managed, 'get').mockImplementation(async () => policy);
    const { settings } = await readFile();
    managed.mockRestore();
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
