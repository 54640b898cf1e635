import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { serializeCsv } from '@/lib/glossary/formats/csv';
import { serializeGlossary } from '@/lib/glossary/formats/json';
import type { Glossary } from '@/lib/glossary/model';
import { parseGlossaryFile } from '@/lib/glossary-import/parse-file';
import { arbitraryGlossary } from '@/tests/support/arbitrary-glossary';

/** Formats that lose nothing: what was written and read again is the same glossary. */
const LOSSLESS: { name: string; write(glossary: Glossary): string }[] = [
  { name: 'a.json', write: serializeGlossary },
  { name: 'a.csv', write: (glossary) => serializeCsv(glossary, ',') },
  { name: 'a.tsv', write: (glossary) => serializeCsv(glossary, '\t') },
];

describe('what is exported and imported again', () => {
  it.each(LOSSLESS)('is the same glossary: $name', ({ name, write }) => {
    fc.assert(
      fc.property(arbitraryGlossary, (glossary) => {
        const bytes = new TextEncoder().encode(write(glossary));
        const parsed = parseGlossaryFile(bytes, { name, today: '2000-01-01' });
        expect(parsed.ok ? parsed.glossary : parsed.problems).toEqual(glossary);
        expect(parsed.ok && parsed.problems.filter(({ code }) => code !== 'headword-language')).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});
