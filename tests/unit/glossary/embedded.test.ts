import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseGlossaryText, serializeGlossary } from '@/lib/glossary/formats/json';
import type { Term } from '@/lib/glossary/model';
import { normalize } from '@/lib/text/normalize';

const file = new URL('../../../assets/public/glossaries/chengdu-chongqing.json', import.meta.url);
const text = readFileSync(file, 'utf8');
const parsed = parseGlossaryText(text);
if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems, null, 1));
const { glossary, warnings } = parsed;
const { concepts } = glossary;

/** What decides whether and where a term is marked. */
function rulesOf(term: Term): unknown {
  const { text: _text, language: _language, status: _status, ...rules } = term;
  return { ...rules, notIn: rules.notIn?.map((longer) => normalize(longer).text) };
}

describe('the embedded glossary', () => {
  it('is valid without a warning', () => {
    expect(warnings).toEqual([]);
  });

  it('is laid out as we write files', () => {
    expect(text).toBe(serializeGlossary(glossary));
  });

  it('has at least a hundred concepts', () => {
    expect(concepts.length).toBeGreaterThanOrEqual(100);
  });

  it('has its name and its categories in all languages of the interface', () => {
    for (const names of [glossary.name, ...Object.values(glossary.categories)]) {
      expect(Object.keys(names)).toEqual(['zh-Hans', 'zh-Hant', 'en']);
    }
  });

  it('uses every category', () => {
    expect(new Set(concepts.map(({ category }) => category))).toEqual(
      new Set(Object.keys(glossary.categories)),
    );
  });

  it.each(concepts)('defines $id in both languages and says where that comes from', (concept) => {
    const { zh = '', en = '' } = concept.definitions;
    const length = [...zh].length;
    expect(length, zh).toBeGreaterThanOrEqual(40);
    expect(length, zh).toBeLessThanOrEqual(120);
    expect(en.length).toBeGreaterThan(0);
    expect(concept.category).toBeDefined();

    const urls = concept.sources.map(({ url }) => url);
    expect(urls.length).toBeGreaterThan(0);
    expect(new Set(urls).size).toBe(urls.length);
    for (const { url, publisher } of concept.sources) {
      expect(url).toMatch(/^https?:\/\//);
      expect(publisher).toBeTruthy();
    }
  });

  it('writes Chinese with full-width punctuation and English with curly quotes', () => {
    for (const { id, definitions } of concepts) {
      // A point between digits is a decimal point.
      expect(definitions['zh']?.replace(/\d\.\d/g, ''), id).not.toMatch(/[,;:!?.()"']/);
      expect(definitions['en'], id).not.toMatch(/["']/);
    }
  });

  it('names each concept in English too', () => {
    expect(concepts.filter(({ terms }) => !terms.some(({ language }) => language === 'en'))).toEqual([]);
  });

  // 兩江 would be marked where 两江 may not be: to the reader of a page they are the same term.
  it('has the same rules for terms of a concept that differ in script only', () => {
    for (const { terms } of concepts) {
      const rules = new Map<string, unknown>();
      for (const term of terms) {
        const pattern = normalize(term.text).text;
        if (rules.has(pattern)) expect(rulesOf(term), term.text).toEqual(rules.get(pattern));
        else rules.set(pattern, rulesOf(term));
      }
    }
  });

  it('gives a term to one concept only', () => {
    const owners = new Map<string, string>();
    for (const { id, terms } of concepts) {
      for (const { text: term } of terms) {
        const pattern = normalize(term).text;
        expect(owners.get(pattern) ?? id, term).toBe(id);
        owners.set(pattern, id);
      }
    }
  });
});
