import { serializeCsv } from '@/lib/glossary/formats/csv';
import { immersiveRows } from '@/lib/glossary/formats/immersive';
import { serializeGlossary } from '@/lib/glossary/formats/json';
import { serializeMarkdown } from '@/lib/glossary/formats/markdown/write-markdown';
import { serializeJsonLd, serializeTurtle } from '@/lib/glossary/formats/skos/serialize';
import { tableRows } from '@/lib/glossary/formats/table/table-rows';
import { writeTbx } from '@/lib/glossary/formats/tbx/write-tbx';
import type { Glossary } from '@/lib/glossary/model';
import type { WriteFormat } from './write-formats';

/** How a format is written, and what its file is called. */
export interface GlossaryWriter {
  write(glossary: Glossary): string;
  extension: string;
  mediaType: string;
  /** What was written and is read again is the same glossary; `docs/glossary-formats.md` says what others lose. */
  lossless: boolean;
}

/** Spreadsheets take a table without it for the system's old encoding. */
const BYTE_ORDER_MARK = '\ufeff';

export const WRITERS: Readonly<Record<WriteFormat, GlossaryWriter>> = {
  json: { write: serializeGlossary, extension: 'json', mediaType: 'application/json', lossless: true },
  csv: {
    write: (glossary) => BYTE_ORDER_MARK + serializeCsv(tableRows(glossary), ','),
    extension: 'csv',
    mediaType: 'text/csv',
    lossless: true,
  },
  tsv: {
    write: (glossary) => BYTE_ORDER_MARK + serializeCsv(tableRows(glossary), '\t'),
    extension: 'tsv',
    mediaType: 'text/tab-separated-values',
    lossless: true,
  },
  'tbx-dca': {
    write: (glossary) => writeTbx(glossary, 'dca'),
    extension: 'tbx',
    mediaType: 'application/x-tbx',
    lossless: true,
  },
  'tbx-dct': {
    write: (glossary) => writeTbx(glossary, 'dct'),
    extension: 'tbx',
    mediaType: 'application/x-tbx',
    lossless: true,
  },
  turtle: { write: serializeTurtle, extension: 'ttl', mediaType: 'text/turtle', lossless: true },
  'json-ld': {
    write: serializeJsonLd,
    extension: 'jsonld',
    mediaType: 'application/ld+json',
    lossless: true,
  },
  markdown: { write: serializeMarkdown, extension: 'md', mediaType: 'text/markdown', lossless: false },
  immersive: {
    write: (glossary) => serializeCsv(immersiveRows(glossary), ','),
    extension: 'csv',
    mediaType: 'text/csv',
    lossless: false,
  },
};
