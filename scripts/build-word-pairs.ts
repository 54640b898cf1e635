/**
 * Makes `assets/tables/word-pairs.txt`: which words follow which, how often, of the pairs that help to tell where one
 * word ends. Run by hand: the table is checked in, since no npm package carries such counts. They are those of
 * Apache Lucene's Chinese analyzer (Apache-2.0), which the archive given must be (Debian: package
 * `liblucene8-java`). Takes some minutes: the archive has the pairs as hashes only.
 *
 * A pair helps if a word could lie across the place where its words meet: 长江|北岸 does, for 江北; 重庆|人民 does not.
 *
 * Each line is a word, how often it occurs, and after it the words that follow it and how often they do.
 *
 * @example node scripts/build-word-pairs.ts /usr/share/java/lucene-analyzers-smartcn-8.7.0.jar
 */
import './source-imports.ts';
import { readFileSync, writeFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import { type JavaArray, readJavaArrays } from './java-arrays.ts';
import { readPackedLexicon } from './packed-lexicon.ts';

const { loadLexicon } = await import('../lib/lexicon/lexicon.ts');
const { LONGEST_WORD, unpackWords } = await import('../lib/lexicon/packed-words.ts');
const { foldText } = await import('../lib/text/fold-text.ts');

/** Rarer pairs are chance as often as not. */
const LEAST_COUNT = 3;

const HAN_ONLY = /^[\u3400-\u9fff]+$/;

/** FNV-1a of 64 bits over the low and the high byte of each code unit, as the analyzer computes it: low and high half. */
class Hash {
  low = 0x84222325;
  high = 0xcbf29ce4;

  add(text: string): this {
    for (let at = 0; at < text.length; at++) {
      const unit = text.charCodeAt(at);
      this.#addByte(unit & 0xff);
      this.#addByte(unit >>> 8);
    }
    return this;
  }

  /** The prime is 2⁴⁰ + 0x1b3. */
  #addByte(byte: number): void {
    const low = (this.low ^ byte) >>> 0;
    const product = low * 0x1b3;
    this.high = (Math.imul(this.high, 0x1b3) + Math.floor(product / 0x100000000) + (low << 8)) >>> 0;
    this.low = product >>> 0;
  }

  copy(): Hash {
    const copy = new Hash();
    copy.low = this.low;
    copy.high = this.high;
    return copy;
  }
}

/** Reads the dictionary: how often each word occurs. The words are kept by their first characters, without them. */
function readFrequencies(bytes: Uint8Array): Map<string, number> {
  const [slots, firsts, rests, counts] = readJavaArrays(bytes) as [
    number[],
    number[],
    JavaArray[],
    JavaArray[],
  ];
  const frequencies = new Map<string, number>();
  firsts.forEach((first, index) => {
    const slot = slots[index] ?? -1;
    const some = rests[slot] as number[][] | null | undefined;
    some?.forEach((rest, number) => {
      const word = String.fromCharCode(first, ...(rest ?? []));
      const count = (counts[slot] as number[])[number] ?? 0;
      frequencies.set(word, (frequencies.get(word) ?? 0) + count);
    });
  });
  return frequencies;
}

/** Reads how often pairs occur, by the low half of their hash and the high one. */
function readPairCounts(bytes: Uint8Array): Map<number, Map<number, number>> {
  const [hashes, counts] = readJavaArrays(bytes) as [bigint[], number[]];
  const byHash = new Map<number, Map<number, number>>();
  hashes.forEach((hash, index) => {
    const count = counts[index] ?? 0;
    if (count < LEAST_COUNT) return;
    const low = Number(hash & 0xffffffffn);
    const highs = byHash.get(low) ?? new Map<number, number>();
    byHash.set(low, highs.set(Number((hash >> 32n) & 0xffffffffn), count));
  });
  return byHash;
}

/** Groups words by what a function gives for each. */
function groupBy(
  words: Iterable<string>,
  keysOf: (word: string) => readonly string[],
): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const word of words) {
    for (const key of keysOf(word)) {
      const group = groups.get(key) ?? [];
      group.push(word);
      groups.set(key, group);
    }
  }
  return groups;
}

/** Every beginning of a word, and every end, itself included. */
function beginningsOf(word: string): string[] {
  return Array.from(word, (_, at) => word.slice(0, at + 1));
}
function endsOf(word: string): string[] {
  return Array.from(word, (_, at) => word.slice(at));
}

const [archive] = process.argv.slice(2);
if (archive === undefined) throw new Error('node scripts/build-word-pairs.ts <lucene-analyzers-smartcn.jar>');
const files = Object.entries(
  unzipSync(readFileSync(archive), { filter: ({ name }) => name.endsWith('.mem') }),
);
const fileOf = (name: string): Uint8Array => {
  const found = files.find(([path]) => path.endsWith(`/${name}`));
  if (found === undefined) throw new Error(`${archive} has no ${name}`);
  return found[1];
};

const packed = readPackedLexicon();
const tree = unpackWords(packed);
const lexicon = loadLexicon(packed);
const isKnown = (word: string): boolean => lexicon.costOf(word) !== undefined;
const frequencies = readFrequencies(fileOf('coredict.mem'));
const pairCounts = readPairCounts(fileOf('bigramdict.mem'));

/** All words of the lexicon. */
function* listWords(node = 0, prefix = ''): Generator<string> {
  if (tree.costs[node] !== 0) yield prefix;
  for (let child = tree.firstChild[node] ?? 0; child < (tree.firstChild[node + 1] ?? 0); child++) {
    yield* listWords(child, prefix + String.fromCharCode(tree.units[child] ?? 0));
  }
}

/** With which beginnings of words an end of a word makes a word of its own: 江 with 北 and 北岸. */
const goesOn = new Map<string, string[]>();
for (const word of listWords()) {
  for (let at = 1; at < word.length; at++) {
    const rests = goesOn.get(word.slice(0, at)) ?? [];
    rests.push(word.slice(at));
    goesOn.set(word.slice(0, at), rests);
  }
}

const words = [...frequencies.keys()].filter(
  (word) => word.length <= LONGEST_WORD && HAN_ONLY.test(word) && isKnown(foldText(word)),
);
const byBeginning = groupBy(words, (word) => beginningsOf(foldText(word)));

/** The words that could follow a folded one so that another word lies across the place where the two meet. */
function findFollowers(first: string): Set<string> {
  const followers = new Set<string>();
  for (const end of endsOf(first)) {
    for (const beginning of goesOn.get(end) ?? []) {
      for (const word of byBeginning.get(beginning) ?? []) {
        // The two together are no word across, but one that holds both.
        if (end !== first || beginning !== foldText(word)) followers.add(word);
      }
    }
  }
  return followers;
}

/** How often a folded word occurs, and the folded words that follow it. */
const table = new Map<string, { count: number; followers: Map<string, number> }>();
for (const first of words) {
  const folded = foldText(first);
  const entry = table.get(folded) ?? { count: 0, followers: new Map<string, number>() };
  table.set(folded, entry);
  entry.count += frequencies.get(first) ?? 0;
  const hash = new Hash().add(first).add('@');
  for (const second of findFollowers(folded)) {
    const { low, high } = hash.copy().add(second);
    const count = pairCounts.get(low)?.get(high);
    if (count === undefined) continue;
    const follower = foldText(second);
    entry.followers.set(follower, (entry.followers.get(follower) ?? 0) + count);
  }
}

const lines = [...table]
  .filter(([, { followers }]) => followers.size > 0)
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(([word, { count, followers }]) => {
    const sorted = [...followers].sort(([a], [b]) => (a < b ? -1 : 1));
    return [word, count, ...sorted.flat()].join(' ');
  });
writeFileSync(new URL('../assets/tables/word-pairs.txt', import.meta.url), `${lines.join('\n')}\n`);
