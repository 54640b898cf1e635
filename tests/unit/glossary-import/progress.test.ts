import { describe, expect, it } from 'vitest';
import type { ConceptId, Glossary } from '@/lib/glossary/model';
import { parseGlossaryFile, type ReadingProgress } from '@/lib/glossary-import/parse-file';
import { WRITERS } from '@/lib/glossary-import/write-file';
import { WRITE_FORMATS } from '@/lib/glossary-import/write-formats';
import { concept, PORTS_HEADER } from '../../support/glossary';

const COUNT = 1500;

/** Large enough to be read in several pieces; characters of two code units, so that some are cut between two. */
const GLOSSARY: Glossary = {
  ...PORTS_HEADER,
  concepts: Array.from({ length: COUNT }, (_, at) => ({
    ...concept(`c${at}`, `港${at}`, { text: `Port ${at}`, language: 'en' }),
    id: `c${at}` as ConceptId,
    definitions: { zh: `${'𠮷'.repeat(60 + (at % 7))}港。` },
  })),
};

const STAGES = ['decoding', 'parsing', 'checking'];

describe('reading a file', () => {
  it.each(WRITE_FORMATS)('tells how far it has come, and never goes back: %s', (format) => {
    const { write, extension, lossless } = WRITERS[format];
    const told: ReadingProgress[] = [];
    const parsed = parseGlossaryFile(new TextEncoder().encode(write(GLOSSARY)), {
      name: `a.${extension}`,
      today: '2026-11-25',
      onProgress: (progress) => told.push(progress),
    });
    if (lossless) expect(parsed.ok ? parsed.glossary.concepts : parsed.problems).toEqual(GLOSSARY.concepts);
    const places = told.map(({ stage, done, total }) => STAGES.indexOf(stage) + (total && done / total));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(told.every(({ done, total }) => done <= total)).toBe(true);
    expect(told.filter(({ stage }) => stage === 'checking').at(-1)).toMatchObject({
      total: COUNT,
      done: COUNT,
    });
  });
});
