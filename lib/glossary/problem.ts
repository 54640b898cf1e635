/**
 * All that can be wrong with a glossary from outside, as codes; the texts for people are in the locales.
 * What stands in `params` is said above each code that has any.
 */
export const PROBLEM_CODES = [
  /** The text is not JSON; the place is the first character that cannot stand where it does. */
  'json-syntax',
  /** `limit`, `length` in code units */
  'file-too-long',
  /** `limit`, `length` in bytes */
  'file-too-large',
  /** Nothing is in it. */
  'file-empty',
  /** None of the formats that can be read. `found`: what it looks like */
  'file-unknown',
  /** Not text in this encoding. `encoding` */
  'encoding-invalid',
  /** A quotation mark opens a cell and none closes it: where the cell ends can't be told. */
  'csv-quote-open',
  /** Something stands behind the closing quotation mark of a cell, or a mark inside is not doubled. */
  'csv-quote-stray',
  /** `limit`, `length` in code units */
  'line-too-long',
  /** Rows of a table. `limit` */
  'rows-too-many',
  /** `limit`, `length` */
  'columns-too-many',
  /** `limit` */
  'cells-too-many',
  /** Elements of one entry of an XML file, or attributes. `limit` */
  'entry-too-large',
  /** No column of the table holds terms. */
  'term-column-missing',
  /** A row or entry that names nothing. */
  'term-missing',
  /** Not well-formed XML, or not of its format. `reason`: what the parser says, in English */
  'xml-syntax',
  /** Declares entities, with which a small file could grow without limit: none are expanded. */
  'xml-entity',
  /** Elements or objects inside each other. `limit` */
  'nesting-too-deep',
  /** Not Turtle. `reason`: what the parser says, in English */
  'turtle-syntax',
  /** Not an archive, or a damaged one. */
  'archive-broken',
  /** `limit`, `length`: files in the archive */
  'archive-too-many',
  /** `limit`, `length` in bytes, unpacked */
  'archive-too-large',
  /** The archive lacks what its format needs. `name` */
  'archive-part-missing',
  /** Nothing of ours takes this; it is left out wherever it stands. `name`, `count` */
  'part-unread',
  /** A context of JSON-LD that lies elsewhere: it is not fetched, its names are taken for those of SKOS. `found` */
  'context-elsewhere',
  /** The file is of its format, and no concept is in it. */
  'concepts-missing',
  /** The file is not one of ours: its `format` is another or missing. `expected` */
  'format-unknown',
  /** Of our format, in a version that this program does not know. `expected`, `found` */
  'format-version-unknown',
  /** A key that must be there is not. `key` */
  'key-missing',
  /** A key that means nothing here, or could not be kept safely (`__proto__`); it is left out. `key` */
  'key-unknown',
  /** Several things under one key, of which a glossary can hold only one. `key` */
  'key-repeated',
  /** `expected`, `found`: JSON types */
  'value-type',
  /** Not one of the values allowed here. `expected`, `found` */
  'value-unknown',
  /** A list or map that needs an entry has none. */
  'list-empty',
  /** `limit`, `length` */
  'list-too-long',
  /** Nothing, or nothing visible; for a term and what stands beside it also: nothing but what searching skips. */
  'text-blank',
  /** `limit`, `length` in code units */
  'text-too-long',
  /** A control character: NUL, tab … `codePoint`: hexadecimal */
  'text-control',
  /** Half of a surrogate pair: the text was cut in the middle of a character. */
  'text-surrogate',
  /** White space at the beginning or end of a term. */
  'term-untrimmed',
  /** `found` */
  'id-invalid',
  /** Not a BCP 47 tag. `found` */
  'language-invalid',
  /** Not a date of the calendar in ISO 8601. `found` */
  'date-invalid',
  /** Not a number of hours or days. `found` */
  'expires-invalid',
  /** Not an Ed25519 public key in base64url. `found` */
  'public-key-invalid',
  /** Not an absolute web address. `found` */
  'url-invalid',
  /** Neither http nor https. `found`: the scheme */
  'url-scheme',
  /** The address carries a user name or password. */
  'url-credentials',
  /** `first`: path of the concept that has the id already */
  'concept-id-duplicate',
  /** The same text in the same language again. `first`: path of the term that has it already */
  'term-duplicate',
  /** The first term of a concept is its headword and must be preferred. */
  'headword-not-preferred',
  /** The headword is not in the glossary's own language. `expected`, `found` */
  'headword-language',
  /** `found`: not a key of `categories` */
  'category-unknown',
  /** `found`: no concept of this glossary has that id */
  'related-unknown',
  /** A concept related to itself. */
  'related-self',
  /** A longer text in `notIn` that does not hold the term, or is no longer than it. */
  'not-in-without-term',
] as const;

export type ProblemCode = (typeof PROBLEM_CODES)[number];

/** Where a problem is; what is known of it. */
export interface ProblemPlace {
  /** From the root of the file: `concepts[12].terms[0].text`; empty for the root itself. */
  path?: string;
  /** Of the concept that the path leads into. */
  conceptId?: string;
  /** Counted from 1. */
  line?: number;
  /** In code units, counted from 1. */
  column?: number;
  /** Of a table, counted from 1, as a spreadsheet does. */
  row?: number;
  /** Heading of the column of a table, or its letters where it has none. */
  field?: string;
  /** Of an archive: the file in it; of a workbook: the sheet. */
  part?: string;
}

/** Something wrong with data from outside. An error makes it useless, a warning is about something left out or odd. */
export interface Problem {
  code: ProblemCode;
  severity: 'error' | 'warning';
  at: ProblemPlace;
  /** What stands there, if it is known and not too long to show. */
  value?: string;
  /** Values for the text that people read. */
  params: Readonly<Record<string, string | number>>;
}

/** Longer values than this are cut. */
const LONGEST_VALUE = 120;

/** A value for a problem: `undefined` for what can't be shown in a line. */
export function showValue(value: unknown): string | undefined {
  if (value === undefined || (typeof value === 'object' && value !== null)) return undefined;
  const text = String(value).toWellFormed();
  return text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE).toWellFormed()}…` : text;
}

/** The way to a value, from the root of the file: keys of objects and positions in lists. */
export type ValuePath = readonly (string | number)[];

const PLAIN_KEY = /^[A-Za-z_$][\w$]*$/;

/**
 * @example
 * formatPath(['concepts', 12, 'definitions', 'zh-Hant'])  // → 'concepts[12].definitions["zh-Hant"]'
 */
export function formatPath(path: ValuePath): string {
  let text = '';
  for (const step of path) {
    if (typeof step === 'number') text += `[${step}]`;
    else if (!PLAIN_KEY.test(step)) text += `[${JSON.stringify(step)}]`;
    else text += text === '' ? step : `.${step}`;
  }
  return text;
}
