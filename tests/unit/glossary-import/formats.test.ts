import { describe, expect, it } from 'vitest';
import { detectFormat } from '@/lib/glossary-import/formats';

describe('the format of a text', () => {
  it.each([
    ['a.md', '<!-- markdownlint-disable -->\n# 术语\n\n**果园港**：港口\n', 'markdown'],
    ['a.md', '<div align="center">\n\n# 术语\n', 'markdown'],
    ['a.md', '[TOC]\n\n# 术语\n', 'markdown'],
    ['a.md', '[![badge](https://a.cn/b.svg)](https://a.cn)\n', 'markdown'],
    ['README.zh.md', '[English](README.md)\n', 'markdown'],
    ['a.md', '{{< notice >}}\n', 'markdown'],
    ['a.md', '<https://example.org/a> is where it comes from.\n', 'markdown'],
    ['', '<!-- a comment -->\n# 术语\n\n- **果园港**：港口\n', 'markdown'],
    ['a.csv', '[注],释义\n', 'csv'],
    ['a.csv', '<term>,definition\n', 'csv'],
    ['a.tsv', '[a]\tb\n', 'tsv'],
    // What can be nothing else is that, whatever its name says.
    ['a.csv', '{"format":"pangzhu-glossary"}', 'json'],
    ['a.csv', '[\n {"@id": "http://example.org/a"}]', 'json-ld'],
    ['a.md', '<?xml version="1.0"?><!-- x --><!DOCTYPE martif [<!ENTITY a "b">]><martif>', 'tbx'],
    ['a.csv', '<tbx style="dca">', 'tbx'],
    ['a.csv', '@prefix skos: <http://x> .', 'turtle'],
    // A name that says nothing of its own.
    ['', '[1, 2', 'json'],
    ['', '<http://example.org/a> <http://b> <http://c> .', 'turtle'],
  ] as const)('named %j: %j is %s', (name, text, format) => {
    expect(detectFormat({ text, name }).format).toBe(format);
  });

  it.each([
    ['a.md', '', 'markdown'],
    ['a.tbx', '<?xml version="1.0"?>', 'tbx'],
  ] as const)(
    'is that of its name behind a comment longer than what is looked at: %s',
    (name, before, format) => {
      const text = `${before}<!-- ${'licence '.repeat(1000)}-->\n<tbx>`;
      expect(detectFormat({ text, name }).format).toBe(format);
    },
  );

  it.each([
    ['a.csv', '<!DOCTYPE html>\n<title>404</title>', 'HTML'],
    ['a.md', '<!-- cached -->\n<html><body>404', 'HTML'],
    ['a.csv', '<?xml version="1.0"?>\n<Error><Code>NoSuchKey</Code></Error>', 'XML <error>'],
    ['a.json', '<Error/>', 'XML <error>'],
    ['a.md', '<rdf:RDF xmlns:rdf="x">', 'RDF/XML'],
  ])('named %j: %j is none that is read, but %s', (name, text, looksLike) => {
    expect(detectFormat({ text, name })).toEqual({ format: undefined, looksLike });
  });

  it('is what a server says it is where the text says nothing', () => {
    const text = '[目录](#a)\n\n**果园港**：港口\n';
    expect(detectFormat({ text, name: '/raw/main', type: 'text/markdown; charset=utf-8' }).format).toBe(
      'markdown',
    );
  });
});
