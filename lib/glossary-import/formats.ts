/** The formats that glossaries can be read from. */
export const READ_FORMATS = [
  'json',
  'csv',
  'tsv',
  'xlsx',
  'tbx',
  'turtle',
  'json-ld',
  'yomitan',
  'markdown',
] as const;
export type ReadFormat = (typeof READ_FORMATS)[number];

const EXTENSIONS: Readonly<Record<string, ReadFormat>> = {
  json: 'json',
  csv: 'csv',
  tsv: 'tsv',
  tab: 'tsv',
  tbx: 'tbx',
  ttl: 'turtle',
  nt: 'turtle',
  jsonld: 'json-ld',
  md: 'markdown',
  markdown: 'markdown',
};

const MEDIA_TYPES: Readonly<Record<string, ReadFormat>> = {
  'application/json': 'json',
  'text/csv': 'csv',
  'text/tab-separated-values': 'tsv',
  'text/turtle': 'turtle',
  'application/n-triples': 'turtle',
  'application/ld+json': 'json-ld',
  'text/markdown': 'markdown',
};

export interface NamedText {
  text: string;
  /** Name of the file or path of its address; may be empty. */
  name: string;
  /** Media type, if a server named one. */
  type?: string | undefined;
}

/** What a text is written in; or what it looks like, if that is nothing that is read. */
export type DetectedFormat =
  /** `guessed`: neither what can't be mistaken nor name or media type says so. */
  { format: ReadFormat; guessed?: boolean } | { format: undefined; looksLike: string };

/** A definition, a heading, an item of a list with a bold beginning, a colon or a dash, a row of a table. */
const MARKDOWN_LINE =
  /^(?::\s|#{1,6}\s|\s*[-*+]\s+\*\*|\s*(?:[-*+]|\d+[.)])\s+\S.*?(?:[:：—]|\s[-–])|\|.*\|\s*$)/;

/** Enough to see how a text begins. */
const START_LENGTH = 4_000;

/** What may begin with anything, a bracket or an element too: only what is surely something else outweighs their names. */
const FREE_FORMATS: ReadonlySet<ReadFormat | undefined> = new Set(['csv', 'tsv', 'markdown']);

/**
 * What a text is written in: what it can't be mistaken for, or else what its name or media type says, or
 * else what it looks like.
 */
export function detectFormat({ text, name, type }: NamedText): DetectedFormat {
  // Markdown begins with comments as often as XML does.
  const start = text.slice(0, START_LENGTH).replace(/^(?:\s+|<!--[\s\S]*?-->)+/, '');
  const extension = /\.(\w+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  const named = EXTENSIONS[extension] ?? MEDIA_TYPES[type?.split(';')[0]?.trim().toLowerCase() ?? ''];
  const isFree = FREE_FORMATS.has(named);
  if (isFree ? /^(?:\{\s*"|\[\s*\{)/.test(start) : /^[{[]/.test(start)) {
    return { format: /"@(?:context|graph|id)"/.test(start) ? 'json-ld' : 'json' };
  }
  if (/^@(?:prefix|base)\b|^(?:prefix|base)\s*\S*\s*</i.test(start)) return { format: 'turtle' };
  if (start.startsWith('<')) {
    const markup = detectMarkup(start);
    if (markup !== undefined) return markup;
    if (!isFree) return detectAngle(start, name);
  }
  if (named !== undefined) return { format: named };
  if (start.startsWith('%PDF')) return { format: undefined, looksLike: 'PDF' };
  const lines = start.split(/\r\n?|\n/, 200).filter((line) => line.trim() !== '');
  const share = (pattern: RegExp): number => lines.filter((line) => pattern.test(line)).length / lines.length;
  if (share(/\t/) > 0.5) return { format: 'tsv', guessed: true };
  if (share(MARKDOWN_LINE) > 0.3) return { format: 'markdown', guessed: true };
  return { format: 'csv', guessed: true };
}

/** What stands before the first element: blanks, comments, instructions, the type of the document. */
const PROLOGUE = /^(?:\s+|<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!doctype(?:[^>[]|\[[^\]]*\])*>)+/i;

const rootOf = (start: string): string =>
  /^<(?:[\w-]+:)?([\w-]+)/.exec(start.replace(PROLOGUE, ''))?.[1]?.toLowerCase() ?? '';

/** What begins as nothing but XML or a page does. */
function detectMarkup(start: string): DetectedFormat | undefined {
  const root = rootOf(start);
  if (/^<!doctype html/i.test(start) || root === 'html') return { format: undefined, looksLike: 'HTML' };
  if (root === 'tbx' || root === 'martif') return { format: 'tbx' };
  if (root === 'rdf') return { format: undefined, looksLike: 'RDF/XML' };
  const isXml = start.startsWith('<?xml') && root !== '';
  return isXml ? { format: undefined, looksLike: xmlName(root) } : undefined;
}

/** What a text is that begins with an angle and has no name that says otherwise. */
function detectAngle(start: string, name: string): DetectedFormat {
  // N-Triples begin with an address.
  if (/^<[a-z][\w+.-]*:[^>\s]*>\s/i.test(start)) return { format: 'turtle' };
  if (/\.tbx$/i.test(name)) return { format: 'tbx' };
  return { format: undefined, looksLike: xmlName(rootOf(start)) };
}

const xmlName = (root: string): string => (root === '' ? 'XML' : `XML <${root}>`);
