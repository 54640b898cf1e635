import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import cardEn from '@/assets/locales/card/en.json';
import cardCN from '@/assets/locales/card/zh-CN.json';
import cardTW from '@/assets/locales/card/zh-TW.json';
import baseEn from '@/assets/locales/en.json';
import glossaryEn from '@/assets/locales/glossaries/en.json';
import glossaryCN from '@/assets/locales/glossaries/zh-CN.json';
import glossaryTW from '@/assets/locales/glossaries/zh-TW.json';
import baseCN from '@/assets/locales/zh-CN.json';
import baseTW from '@/assets/locales/zh-TW.json';

const en = { ...cardEn, ...baseEn, ...glossaryEn };
const zhCN = { ...cardCN, ...baseCN, ...glossaryCN };
const zhTW = { ...cardTW, ...baseTW, ...glossaryTW };

type Message = string | Record<string, string>;
const TABLES: Record<string, Record<string, Message>> = { en, 'zh-CN': zhCN, 'zh-TW': zhTW };

function forms(message: Message | undefined): string[] {
  return typeof message === 'string' ? [message] : Object.values(message ?? {});
}

function placeholders(message: Message | undefined): string[] {
  const names = forms(message).flatMap((form) =>
    [...form.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? ''),
  );
  return [...new Set(names)].sort();
}

/** The texts of all sources that may name a key. */
const SOURCES = globSync(['components/**/*.{ts,tsx}', 'entrypoints/**/*.{ts,tsx}', 'lib/**/*.ts'], {
  cwd: new URL('../../..', import.meta.url).pathname,
}).map((path) => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8'));

describe.each(['zh-CN', 'zh-TW'])('the texts in %s', (language) => {
  const table = TABLES[language] ?? {};

  it('have the keys of the English ones, in the same order', () => {
    expect(Object.keys(table)).toEqual(Object.keys(en));
  });

  it.each(Object.keys(en))('%s has the placeholders of the English text', (key) => {
    expect(placeholders(table[key])).toEqual(placeholders(TABLES['en']?.[key]));
  });
});

describe.each(Object.entries(TABLES))('the texts in %s', (language, table) => {
  it('give every plural category of the language', () => {
    const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions();
    for (const [key, message] of Object.entries(table)) {
      if (typeof message !== 'string') {
        expect(Object.keys(message).sort(), key).toEqual([...pluralCategories].sort());
      }
    }
  });

  it('are none of them empty or padded', () => {
    for (const form of Object.values(table).flatMap(forms)) {
      expect(form).not.toBe('');
      expect(form).toBe(form.trim());
    }
  });
});

describe('the Chinese texts', () => {
  it('keep to one word for one thing in Taiwan', () => {
    const text = JSON.stringify(zhTW);
    for (const mainland of [
      '设',
      '擴展',
      '術語表',
      '界面',
      '默認',
      '網頁地址',
      '信息',
      '搜索',
      '窗口',
      '標簽頁',
      '旁注',
    ]) {
      expect(text).not.toContain(mainland);
    }
  });

  it('say the same for an id everywhere', () => {
    expect(JSON.stringify([zhCN, zhTW])).not.toMatch(/标识|識別碼|標識/);
  });

  it('have ellipses as long as Chinese ones are', () => {
    for (const form of [...Object.values(zhCN), ...Object.values(zhTW)].flatMap((message) =>
      forms(message),
    )) {
      expect(form).not.toMatch(/(?<!…)…(?!…)/);
    }
  });

  it('use no half-width punctuation between Han', () => {
    for (const form of [...Object.values(zhCN), ...Object.values(zhTW)].flatMap((message) =>
      forms(message),
    )) {
      expect(form).not.toMatch(/\p{Script=Han}[,;:?!()]|[,;:?!()]\p{Script=Han}/u);
    }
  });
});

describe('the keys', () => {
  const keys = Object.keys(en);
  const quoted = new Set(
    SOURCES.flatMap((source) =>
      [...source.matchAll(/['"]([a-z]\w*(?:\.\w+)+)['"]/g)].map(([, key]) => key ?? ''),
    ),
  );
  const prefixes = SOURCES.flatMap((source) =>
    [...source.matchAll(/`([a-z]\w*(?:\.\w+)*\.)\$\{/g)].map(([, prefix]) => prefix ?? ''),
  );

  it('are in one file each', () => {
    expect([cardEn, baseEn, glossaryEn].flatMap(Object.keys).sort()).toEqual([...keys].sort());
  });

  it('of the options page alone are asked for by nothing else', () => {
    const others = globSync(['components/**/*.{ts,tsx}', 'entrypoints/**/*.{ts,tsx}'], {
      cwd: new URL('../../..', import.meta.url).pathname,
      exclude: (path) => /options/.test(String(path)),
    })
      .filter((path) => !path.includes('options/'))
      .map((path) => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8'));
    for (const key of Object.keys(glossaryEn)) {
      expect(others.some((source) => source.includes(`'${key}'`))).toBe(false);
    }
  });

  it.each(keys)('%s is used', (key) => {
    expect(quoted.has(key) || prefixes.some((prefix) => key.startsWith(prefix))).toBe(true);
  });

  it('that sources ask for all exist', () => {
    const groups = new Set(keys.map((key) => key.split('.')[0]));
    const asked = [...quoted].filter(
      (key) => groups.has(key.split('.')[0]) && !/\.(?:css|html|js)$/.test(key),
    );
    expect(asked.filter((key) => !keys.includes(key))).toEqual([]);
  });
});
