/** The formats that glossaries can be read from. */
export const READ_FORMATS = ['json', 'csv', 'tsv'] as const;
export type ReadFormat = (typeof READ_FORMATS)[number];

const EXTENSIONS: Readonly<Record<string, ReadFormat>> = { json: 'json', csv: 'csv', tsv: 'tsv', tab: 'tsv' };

const MEDIA_TYPES: Readonly<Record<string, ReadFormat>> = {
  'application/json': 'json',
  'text/csv': 'csv',
  'text/tab-separated-values': 'tsv',
};

export interface NamedText {
  text: string;
  /** Name of the file or path of its address; may be empty. */
  name: string;
  /** Media type, if a server named one. */
  type?: string | undefined;
}

/**
 * What a text is written in: what it can't be mistaken for, or else what its name or media type says, or
 * else what it looks like; `undefined` for what is none of ours.
 */
export function detectFormat({ text, name, type }: NamedText): ReadFormat | undefined {
  const start = text.slice(0, 2_000).trimStart();
  if (start.startsWith('{') || start.startsWith('[')) return 'json';
  if (start.startsWith('<')) return undefined;
  const extension = /\.(\w+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  const named = EXTENSIONS[extension] ?? MEDIA_TYPES[type?.split(';')[0]?.trim().toLowerCase() ?? ''];
  if (named !== undefined) return named;
  const lines = start.split(/\r\n?|\n/, 5);
  return lines.filter((line) => line.includes('\t')).length * 2 > lines.length ? 'tsv' : 'csv';
}
