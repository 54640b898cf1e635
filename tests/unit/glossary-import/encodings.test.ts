import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { outline, read } from './outline';

describe('the encoding of a table', () => {
  const TEXT = '术语,释义\r\n果园港,重庆两江新区的长江港口，二〇一三年开港。\r\n';
  const TRADITIONAL = '術語,釋義\r\n果園港,重慶兩江新區的長江港口，二○一三年開港。\r\n';
  it.each([
    { encoding: 'utf-8', bytes: Buffer.from(TEXT) },
    { encoding: 'utf-8', name: 'utf-8 with byte order mark', bytes: Buffer.from(`\ufeff${TEXT}`) },
    { encoding: 'utf-16le', bytes: iconv.encode(TEXT, 'utf-16le', { addBOM: true }) },
    { encoding: 'utf-16be', bytes: iconv.encode(TEXT, 'utf-16be', { addBOM: true }) },
    {
      encoding: 'utf-16le',
      name: 'utf-16le without byte order mark',
      bytes: iconv.encode(TEXT, 'utf-16le', { addBOM: false }),
    },
    { encoding: 'gb18030', bytes: iconv.encode(TEXT, 'gb18030') },
    {
      encoding: 'gb18030',
      name: 'gb18030 of traditional characters',
      bytes: iconv.encode(TRADITIONAL, 'gb18030'),
    },
    { encoding: 'gb18030', name: 'gb18030 of two characters', bytes: iconv.encode('术语\n港', 'gbk') },
    { encoding: 'big5', bytes: iconv.encode(TRADITIONAL, 'big5') },
    { encoding: 'big5', name: 'big5 of a few characters', bytes: iconv.encode('術語\n果園港', 'big5') },
  ] as const)('is found out: $encoding $name', ({ encoding, bytes }) => {
    const parsed = read(Uint8Array.from(bytes), { name: 'a.csv' });
    expect(parsed.reading.encoding).toBe(encoding);
    expect(parsed.reading.table?.sample[0]?.[0]).toMatch(/^[术術]/);
  });

  it('is that of Western spreadsheets where letters with accents stand alone', () => {
    const bytes = iconv.encode('term;definition\r\nQuébec;Größe, naïve façade\r\nMärz;Monat\r\n', 'win1252');
    const parsed = read(Uint8Array.from(bytes), { name: 'a.csv' });
    expect(parsed.reading.encoding).toBe('windows-1252');
    expect(outline(parsed)).toEqual([
      'Québec = Québec(en p) en:Größe, naïve façade',
      'März = März(en p) en:Monat',
    ]);
  });

  it('is told to be none where the bytes are no text of it', () => {
    const parsed = read(Uint8Array.from([0x61, 0xff, 0xff, 0x0a]), {
      name: 'a.csv',
      encoding: 'utf-8',
    });
    expect(parsed.problems).toEqual([
      { code: 'encoding-invalid', severity: 'error', at: {}, params: { encoding: 'utf-8' } },
    ]);
  });
});
