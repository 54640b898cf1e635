/** The formats that glossaries can be written in. */
export const WRITE_FORMATS = [
  'json',
  'csv',
  'tsv',
  'tbx-dca',
  'tbx-dct',
  'turtle',
  'json-ld',
  'markdown',
  'immersive',
] as const;
export type WriteFormat = (typeof WRITE_FORMATS)[number];
