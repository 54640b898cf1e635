import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A built extension whose embedded glossary is another one. */
export interface ExtensionVariant {
  dir: string;
  remove(): void;
}

const GLOSSARY = join('glossaries', 'chengdu-chongqing.json');

/** A copy of a built extension with one plain term a concept as its glossary, for measuring on other texts. */
export function withTerms(extensionDir: string, terms: readonly string[]): ExtensionVariant {
  const dir = mkdtempSync(join(tmpdir(), 'pangzhu-variant-'));
  cpSync(extensionDir, dir, { recursive: true });
  writeFileSync(join(dir, GLOSSARY), JSON.stringify(glossaryOf(terms)));
  return { dir, remove: () => rmSync(dir, { recursive: true, force: true }) };
}

function glossaryOf(terms: readonly string[]): object {
  return {
    format: 'pangzhu-glossary',
    formatVersion: 1,
    id: 'measured',
    name: { en: 'Measured terms' },
    version: '1',
    updated: '2026-01-01',
    language: 'zh-Hans',
    categories: {},
    concepts: terms.map((text, at) => ({
      id: `c${at}`,
      terms: [{ text, language: 'zh-Hans', status: 'preferred' }],
      definitions: { zh: text },
      sources: [],
    })),
  };
}
