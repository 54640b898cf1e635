import { readFileSync } from 'node:fs';
import { describe, expect, expectTypeOf, it } from 'vitest';
import type { GlossaryFile } from '@/lib/glossary/format';
import { parseGlossaryText } from '@/lib/glossary/formats/json';
import type { Concept, Glossary, Source, Term } from '@/lib/glossary/model';
import { formatPath } from '@/lib/glossary/problem';
import { createGlossaryJsonSchema } from '@/scripts/glossary-json-schema';

/** A type of the model as JSON has it: no brands, nothing read-only, lists of any length. */
type Plain<T> = T extends string | number | boolean | undefined
  ? T extends { readonly __brand: string }
    ? string
    : T
  : T extends readonly (infer Item)[]
    ? Plain<Item>[]
    : { -readonly [Key in keyof T]: Plain<T[Key]> };

describe('the glossary format', () => {
  it('has the types of the model', () => {
    type FileConcept = GlossaryFile['concepts'][number];
    expectTypeOf<FileConcept['terms'][number]>().toEqualTypeOf<Plain<Term>>();
    expectTypeOf<FileConcept['sources'][number]>().toEqualTypeOf<Plain<Source>>();
    expectTypeOf<FileConcept>().toEqualTypeOf<Plain<Concept>>();
    expectTypeOf<Omit<GlossaryFile, 'format' | 'formatVersion'>>().toEqualTypeOf<Plain<Glossary>>();
  });

  it('takes the example of the documentation', () => {
    const page = readFileSync(new URL('../../../docs/glossary-format.md', import.meta.url), 'utf8');
    const [, example = ''] = /```json\n(.*?)```/s.exec(page) ?? [];
    expect(parseGlossaryText(example)).toMatchObject({ ok: true, warnings: [] });
  });

  it('is what the checked-in JSON Schema says; else run scripts/build-glossary-schema.ts', () => {
    const schema = new URL('../../../assets/schema/glossary.schema.json', import.meta.url);
    expect(JSON.parse(readFileSync(schema, 'utf8'))).toEqual(createGlossaryJsonSchema());
  });
});

describe('formatPath', () => {
  it.each([
    [[], ''],
    [['concepts', 12, 'terms', 0, 'text'], 'concepts[12].terms[0].text'],
    [['name', 'zh-Hant'], 'name["zh-Hant"]'],
    [['weird "key"'], '["weird \\"key\\""]'],
  ])('writes %j as %s', (path, text) => {
    expect(formatPath(path)).toBe(text);
  });
});
