import type { Glossary } from '@/lib/glossary/model';
import { parseGlossary } from '@/lib/glossary/validate';

/** A glossary as people write them, but for its size: two names, a definition and a source for each concept. */
export function makeGlossary(count: number): Glossary {
  const made = parseGlossary({
    format: 'pangzhu-glossary',
    formatVersion: 1,
    id: 'bench',
    name: { zh: '术语' },
    version: '1',
    updated: '2026-11-25',
    language: 'zh-Hans',
    categories: { port: { zh: '港口' } },
    concepts: Array.from({ length: count }, (_, at) => ({
      id: `c${at}`,
      terms: [
        { text: `果园港${at}`, language: 'zh-Hans', status: 'preferred' },
        { text: `Guoyuan Port ${at}`, language: 'en', status: 'preferred' },
      ],
      definitions: { zh: `重庆两江新区的第${at}个长江港口，2013年开港。` },
      category: 'port',
      sources: [{ title: 'A page', url: `https://example.org/${at}` }],
    })),
  });
  if (!made.ok) throw new Error(JSON.stringify(made.problems.slice(0, 3)));
  return made.glossary;
}
