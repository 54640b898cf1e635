import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { createRandom } from '../../support/mangle.ts';

/** Texts and terms to measure matching with: the same ones for the same arguments. */
export interface Corpus {
  /** Many short strings, as a page's blocks are. */
  texts: string[];
  units: number;
  /** The first n are the terms of a measurement with n terms. */
  terms: string[];
}

const dictionary = readFileSync(createRequire(import.meta.url).resolve('@node-rs/jieba/dict.txt'), 'utf8');
const words = dictionary.split('\n').map((line) => line.split(' '));

/** Mean length of a text node with Chinese in it on saved pages. */
const MEAN_LENGTH = 45;

/** Sentences of words drawn by their frequency: as mixed as Chinese is, though without sense. */
function drawTexts(units: number): string[] {
  const random = createRandom(1);
  const bounds = new Float64Array(words.length);
  let sum = 0;
  words.forEach(([, frequency], at) => {
    sum += Number(frequency ?? 0);
    bounds[at] = sum;
  });
  const draw = (): string => {
    const wanted = random() * sum;
    let low = 0;
    for (let high = bounds.length - 1; low < high; ) {
      const middle = (low + high) >>> 1;
      if ((bounds[middle] ?? 0) < wanted) low = middle + 1;
      else high = middle;
    }
    return words[low]?.[0] ?? '';
  };
  const texts: string[] = [];
  for (let made = 0; made < units; ) {
    const length = MEAN_LENGTH * (0.2 + 1.6 * random());
    let text = '';
    while (text.length < length) text += draw() + (random() < 0.12 ? '，' : '');
    texts.push(`${text}。`);
    made += text.length + 1;
  }
  return texts;
}

/** The lines of text on saved pages. */
function readPages(folder: string): string[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.html?$/.test(name),
  );
  return files.flatMap((name) => {
    const html = readFileSync(join(folder, name), 'utf8').replace(/<(script|style)\b.*?<\/\1>/gs, '');
    return html
      .split(/<[^>]*>/)
      .map((text) => text.trim())
      .filter((text) => /[\u4e00-\u9fff]/.test(text));
  });
}

/**
 * A string as a page has it: one flat run of two-byte characters. What was just concatenated or sliced is
 * slower to read, and that would be measured.
 */
function flatten(text: string): string {
  return Buffer.from(text, 'utf16le').toString('utf16le');
}

function drawTerms(count: number): string[] {
  const random = createRandom(2);
  const usable = words.map(([word = '']) => word).filter((word) => /^[\u4e00-\u9fff]{2,8}$/.test(word));
  for (let at = usable.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    [usable[at], usable[other]] = [usable[other] ?? '', usable[at] ?? ''];
  }
  return usable.slice(0, count);
}

/**
 * @param options.folder of saved pages to take the texts from; else they are drawn
 * @param options.share of the texts, for what would take minutes
 */
export function readCorpus(options: {
  folder?: string | undefined;
  termCount: number;
  share: number;
}): Corpus {
  const all = options.folder === undefined ? drawTexts(2_000_000) : readPages(options.folder);
  const texts = all.slice(0, Math.max(1, Math.floor(all.length * options.share))).map(flatten);
  return {
    texts,
    units: texts.reduce((sum, text) => sum + text.length, 0),
    terms: drawTerms(options.termCount),
  };
}
