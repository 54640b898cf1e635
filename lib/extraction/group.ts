import type { DraftTerm } from './draft';
import { findSuffix, isBareSuffix } from './names';
import { isNameLike, type PhrasePlace } from './phrase';
import type { Token } from './token';

/** Names of one thing. The first is the one to show. */
export interface TermGroup {
  forms: [DraftTerm, ...DraftTerm[]];
  score: number;
}

/** A name that stands so often without the place before it is a name without it. */
const FREE_PLACES = 2;

/**
 * Puts the names of one thing together: 重庆两江新区 and 两江新区, a title and its short form, what the article
 * introduces as another name. Best first; ties by first appearance.
 */
export function groupDrafts(all: readonly DraftTerm[]): TermGroup[] {
  const drafts = dropCovered(all);
  const groupOf = new Map<string, Set<DraftTerm>>();
  for (const draft of drafts) groupOf.set(draft.key, new Set([draft]));
  const join = (one: string, other: string): void => {
    const [kept, added] = [groupOf.get(one), groupOf.get(other)];
    if (kept === undefined || added === undefined || kept === added) return;
    for (const draft of added) {
      kept.add(draft);
      groupOf.set(draft.key, kept);
    }
  };
  const byKey = new Map(drafts.map((draft) => [draft.key, draft]));
  for (const draft of drafts) {
    for (const short of draft.shortNames) join(draft.key, short);
    const core = findCore(draft, byKey);
    if (core !== undefined) join(core.key, draft.key);
  }
  for (const [short, full] of matchTitles(drafts)) join(full.key, short.key);
  return [...new Set(groupOf.values())]
    .map((group) => {
      const forms = [...group].sort((a, b) => showRank(b, group) - showRank(a, group)) as TermGroup['forms'];
      return { forms, score: Math.max(...forms.map(({ score }) => score)) };
    })
    .sort((a, b) => b.score - a.score || firstPlace(a) - firstPlace(b));
}

/**
 * What keeps a candidate although likelier ones have all its places: it stands in several of them, the text sets it
 * apart, or it names a place.
 */
function standsOnItsOwn({ evidence, tokens, places }: DraftTerm): boolean {
  if (places.length > 1) return true;
  if (evidence.has('work') || evidence.has('quoted') || evidence.has('introduced')) return true;
  return tokens.length === 1 && /^n[st]$/.test(tokens[0]?.tag ?? '');
}

/** Whether a place has some of another one's words, and is not just a part of it. */
function cutsOrHolds(one: PhrasePlace, other: PhrasePlace): boolean {
  const apart = one.start >= other.end || other.start >= one.end;
  const inside = one.start >= other.start && one.end <= other.end;
  return !apart && !inside;
}

/** Leaves out what stands nowhere but where likelier candidates stand: pieces of them, and what reaches into them. */
function dropCovered(drafts: readonly DraftTerm[]): DraftTerm[] {
  const covered = new Map<number, PhrasePlace[]>();
  return drafts.filter((draft) => {
    const isFree = draft.places.some(
      (place) => !covered.get(place.block)?.some((other) => cutsOrHolds(other, place)),
    );
    if (!isFree && !standsOnItsOwn(draft)) return false;
    for (const place of draft.places) {
      const here = covered.get(place.block);
      if (here === undefined) covered.set(place.block, [place]);
      else here.push(place);
    }
    return true;
  });
}

const firstPlace = ({ forms: [{ places }] }: TermGroup): number =>
  (places[0]?.block ?? 0) * 1e6 + (places[0]?.start ?? 0);

/** The longer name counts where it stands; the shorter one only where it stands alone. */
function showRank(draft: DraftTerm, group: ReadonlySet<DraftTerm>): number {
  const full = [...group].some(({ shortNames }) => shortNames.size > 0);
  if (full) return (draft.shortNames.size > 0 ? 1e6 : 0) + draft.key.length;
  const inLonger = [...group]
    .filter(({ key }) => key !== draft.key && key.includes(draft.key))
    .reduce((sum, { places }) => sum + places.length, 0);
  return draft.places.length - inLonger;
}

/** What is left of a name without the place that it begins with, where that is a name of its own. */
function findCore({ tokens, key }: DraftTerm, byKey: ReadonlyMap<string, DraftTerm>): DraftTerm | undefined {
  for (let words = 1; words < tokens.length; words++) {
    if (!isPlace(tokens.slice(0, words))) continue;
    const first = tokens[words];
    const core = first && byKey.get(key.slice(first.start - (tokens[0]?.start ?? 0)));
    if (core !== undefined && isOwnName(core)) return core;
  }
  return undefined;
}

/** 重庆, 四川省, 成渝地区. */
function isPlace(tokens: readonly Token[]): boolean {
  const [first, last] = [tokens[0], tokens.at(-1)];
  if (first === undefined || last === undefined) return false;
  if (tokens.every(({ tag, text }) => tag === 'ns' && !isBareSuffix(text))) return true;
  return tokens.length === 2 && isNameLike(first) && last.text === '地区';
}

function isOwnName({ tokens, phrase, evidence }: DraftTerm): boolean {
  const [first] = tokens;
  if (first === undefined) return false;
  if (tokens.length === 1) return first.tag === 'ns' || first.tag === 'nt';
  if (evidence.has('introduced') || evidence.has('quoted')) return true;
  if (findSuffix(tokens.map(({ text }) => text)) === undefined) return false;
  return (
    tokens.some((token) => isNameLike(token) && !isBareSuffix(token.text)) ||
    (phrase?.nesting.free ?? 0) >= FREE_PLACES
  );
}

/** 《纲要》 after 《…规划纲要》: the only longer title that holds the short one. */
function matchTitles(drafts: readonly DraftTerm[]): [short: DraftTerm, full: DraftTerm][] {
  const titles = drafts.filter(({ evidence }) => evidence.has('work'));
  return titles.flatMap((short): [DraftTerm, DraftTerm][] => {
    const longer = titles.filter(({ key }) => key.length > short.key.length && key.includes(short.key));
    const [full] = longer;
    return longer.length === 1 && full !== undefined && short.key.length <= 6 ? [[short, full]] : [];
  });
}
