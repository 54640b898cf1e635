import type { GlossaryId } from '@/lib/glossary/model';

/** One state of a subscribed glossary, as its publisher gave it out. */
export interface Edition {
  version: string;
  /** ISO 8601 date. */
  updated: string;
  /** SHA-256 of the file, hexadecimal. */
  hash: string;
}

/** What is known of a subscription's editions when another one arrives. */
export interface KnownEditions {
  /** None before the first. */
  glossaryId?: GlossaryId;
  /** In the store now. */
  held?: Edition;
  /** The newest that there ever was, held or not. */
  newest?: Edition;
  /** Not to be taken again by itself: the reader went back from it or declined it. */
  declinedHash?: string;
}

/** What to do with an edition that has arrived. */
export type Verdict =
  /** It is what the store holds. */
  | 'same'
  /** The reader did not want it. */
  | 'declined'
  | 'new'
  /** Somebody serves an old copy, by mistake or in bad faith. */
  | 'downgrade'
  | 'other-glossary';

/**
 * Judges an edition by what was there before. Same date and version with other content is an update: publishers
 * forget to count up.
 */
export function judgeEdition(known: KnownEditions, glossaryId: GlossaryId, edition: Edition): Verdict {
  if (known.glossaryId !== undefined && known.glossaryId !== glossaryId) return 'other-glossary';
  if (known.held?.hash === edition.hash) return 'same';
  if (known.declinedHash === edition.hash) return 'declined';
  if (known.newest !== undefined && compareEditions(edition, known.newest) < 0) return 'downgrade';
  return 'new';
}

/** The newer of two; the second if they are equally new. */
export function newerEdition(one: Edition | undefined, other: Edition): Edition {
  return one !== undefined && compareEditions(one, other) > 0 ? one : other;
}

/** By date, then by version; negative if the first is older. */
export function compareEditions(one: Edition, other: Edition): number {
  if (one.updated !== other.updated) return one.updated < other.updated ? -1 : 1;
  return compareVersions(one.version, other.version);
}

/**
 * Compares the numbers in two versions, one after the other: 1.10 is newer than 1.9, `v2` than `1.5`. 0 where there is
 * nothing to compare: names, or 1.0 and 1.0-beta.
 */
function compareVersions(one: string, other: string): number {
  const [a, b] = [one, other].map((version) => (version.match(/\d{1,15}/g) ?? []).map(Number));
  if (a === undefined || b === undefined || a.length === 0 || b.length === 0) return 0;
  for (let at = 0; at < Math.max(a.length, b.length); at += 1) {
    const difference = (a[at] ?? 0) - (b[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
