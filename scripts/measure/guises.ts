import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Concept, ConceptId, GlossaryId } from '../../lib/glossary/model.ts';

const { compileTermIndex } = await import('../../lib/term-index/compile.ts');
const { findMatches } = await import('../../lib/term-index/find.ts');
const { createRandom, GUISES, mangle } = await import('../../tests/support/mangle.ts');

/** A glossary of bare terms. */
function compileTerms(terms: readonly string[]): ReturnType<typeof compileTermIndex> {
  const concepts = terms.map(
    (text, at): Concept => ({
      id: `${at}` as ConceptId,
      terms: [{ text, language: 'zh', status: 'preferred' }],
      definitions: {},
      sources: [],
    }),
  );
  return compileTermIndex([{ id: 'measured' as GlossaryId, concepts }], 1);
}

/** Of what is marked in the clean sentences, how much is marked in disguise; at least this in each guise. */
const TARGET = 0.99;

/** Prints a table of recall by guise; whether all reach the target. */
export function measureGuises(folder: string, sentences: readonly { text: string; g: string }[]): boolean {
  const glossaries: Record<string, string[]> = JSON.parse(
    readFileSync(join(folder, 'data/spotting/glossaries.json'), 'utf8'),
  );
  const indexes = new Map(Object.entries(glossaries).map(([name, terms]) => [name, compileTerms(terms)]));
  console.log('\nSeeing through: marks of the clean sentences found again, to the character');
  console.log('| guise | marks | found | recall |\n| --- | --- | --- | --- |');
  let reached = true;
  for (const guise of GUISES) {
    const random = createRandom(7);
    let expected = 0;
    let found = 0;
    for (const { text, g } of sentences) {
      const index = indexes.get(g);
      if (index === undefined) continue;
      const mangled = mangle(text, guise, random);
      const marked = new Map(findMatches(index, mangled.text).map(({ start, end }) => [start, end]));
      for (const term of findMatches(index, text)) {
        expected++;
        const end = marked.get(mangled.starts[term.start] ?? -1) ?? 0;
        const lastStart = mangled.starts[term.end - 1] ?? 0;
        if (end > lastStart && end <= lastStart + 2) found++;
      }
    }
    if (found / expected < TARGET) reached = false;
    console.log(`| ${guise} | ${expected} | ${found} | ${(found / expected).toFixed(4)} |`);
  }
  return reached;
}
