import { characterLength, foldTable } from '@/lib/text/fold';
import { normalize } from '@/lib/text/normalize';
import { characterClasses, HAN, SPACE } from '@/lib/text/script';
import type { ArticleBlock, BlockKind } from './article';

/** A block as its reader sees it: folded, without readings and invisible characters, with the way back. */
export interface SeenBlock {
  kind: BlockKind;
  /** Folded as terms are. */
  text: string;
  /** For each code unit of `text`, and for its end, the offset in the source. */
  starts: readonly number[];
  source: string;
  /** Offsets in `text` before which the source has white space that folding took out. */
  blanks: ReadonlySet<number>;
}

/** A text whose Chinese characters are followed by a blank so often is set in wide letters: they say nothing. */
const SPACED_SHARE = 0.4;

/** What folding takes out in brackets is a reading, the blanks in it (qí jiāng) are no blanks of the text. */
const BRACKETED = /[([（［〔【﹙﹝][^)\]）］〕】﹚﹞]*[)\]）］〕】﹚﹞]/g;

/** Ends what is looked at, so that a reading at the very end of a block stands before something. */
const SENTINEL = '。';

/** Sees a block through, as spotting does. Time linear. */
export function seeBlock({ kind, text: source }: ArticleBlock): SeenBlock {
  const { text: withEnd, starts } = normalize(source + SENTINEL);
  const text = withEnd.slice(0, -SENTINEL.length);
  return { kind, text, starts, source, blanks: findBlanks(text, starts, source) };
}

function findBlanks(text: string, starts: readonly number[], source: string): Set<number> {
  const blanks = new Set<number>();
  let han = 0;
  for (let at = 1; at < text.length; at++) {
    if (characterClasses[text.charCodeAt(at)] === HAN) han++;
    const from = starts[at - 1] ?? 0;
    const to = starts[at] ?? from;
    if (to <= from + 1 || text[at] === ' ' || text[at - 1] === ' ') continue;
    if (hasBlank(source.slice(from + 1, to).replace(BRACKETED, ''))) blanks.add(at);
  }
  return blanks.size > han * SPACED_SHARE ? new Set() : blanks;
}

function hasBlank(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (characterClasses[text.charCodeAt(at)] === SPACE) return true;
  return false;
}

/** The offset in the source where what ends at an offset of the seen text ends. */
export function sourceEnd({ starts, source }: SeenBlock, end: number): number {
  const last = starts[end - 1] ?? 0;
  return Math.min(source.length, last + characterLength(source, last));
}

/**
 * A span as the page writes it (traditional where the page is, upper case kept) but for the noise in it and
 * full-width letters and digits.
 *
 * @example
 * writtenAs(seeBlock({ kind: 'text', text: '兩(liǎng)江新區' }), 0, 4) // '兩江新區'
 */
export function writtenAs(block: SeenBlock, start: number, end: number): string {
  let written = '';
  let before = -1;
  for (let at = start; at < end; at++) {
    const from = block.starts[at] ?? 0;
    if (from === before) continue;
    before = from;
    written += plainForm(block, at, from);
  }
  return written;
}

/** Letters and digits as wide as a Chinese character. Punctuation is at home in that width. */
const FULL_WIDTH = /[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]/;

function plainForm({ text, source }: SeenBlock, at: number, from: number): string {
  const unit = source.charCodeAt(from);
  if (FULL_WIDTH.test(source[from] ?? '')) return String.fromCharCode(unit - 0xfee0);
  if (text[at] === ' ' && foldTable[unit] !== 0x2d) return ' ';
  return String.fromCodePoint(source.codePointAt(from) ?? unit);
}
