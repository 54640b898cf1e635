import type { Article, ArticleSource, Place } from './article';
import type { Candidate, Explanation, TermForm } from './candidate';
import type { CategoryGuess } from './names';

/** What the reader has decided about a candidate. */
export type Decision = 'open' | 'accepted' | 'rejected';

/** A candidate in one of the articles. */
export interface Finding {
  /** Number of the article. */
  article: number;
  /** The candidate's there. */
  score: number;
  places: Place[];
  explanation: Explanation;
}

/** A candidate of one or more articles, and what the reader makes of it. */
export interface CollectedTerm {
  /** Names the term for as long as the collection lives. */
  key: string;
  /** The first is the headword. */
  forms: TermForm[];
  /** Keys of forms that the reader has taken out: no other article brings them back. */
  removed?: string[];
  score: number;
  category: CategoryGuess;
  findings: Finding[];
  decision: Decision;
  /** The reader's own words; left out: the sentence that was found. */
  definition?: string;
}

/** Articles and the terms drawn from them: a glossary in the making. Plain JSON. */
export interface Collection {
  articles: Article[];
  terms: CollectedTerm[];
}

export const EMPTY_COLLECTION: Collection = { articles: [], terms: [] };

/** A term of two articles is likelier one than a term of either; this much, and again for each further one. */
const SECOND_ARTICLE = 1;

/** The address of an article without what only names a place in it. */
const pageOf = ({ url }: ArticleSource): string => url.replace(/#.*$/, '');

/** The number of the article with this address; `undefined` if it is not there. */
export function findArticle({ articles }: Collection, source: ArticleSource): number | undefined {
  const at = articles.findIndex((article) => pageOf(article.source) === pageOf(source));
  return at < 0 ? undefined : at;
}

/**
 * Adds an article and its candidates, the likeliest terms first. A candidate that shares a form with a term that
 * is there joins it, and what was decided about that stays. An article that is there already is taken anew.
 */
export function addArticle(
  collection: Collection,
  article: Article,
  candidates: readonly Candidate[],
): Collection {
  const known = findArticle(collection, article.source);
  const number = known ?? collection.articles.length;
  const articles = [...collection.articles];
  articles[number] = article;
  const terms = collection.terms.map((term) => withoutArticle(term, number));
  for (const candidate of candidates) {
    const { score, places, explanation } = candidate;
    const finding = { article: number, score, places, explanation };
    const keys = new Set(candidate.forms.map(({ key }) => key));
    const at = terms.findIndex(({ forms }) => forms.some(({ key }) => keys.has(key)));
    const term = terms[at];
    if (term === undefined) terms.push(termOf(candidate, finding));
    else {
      const findings = [...term.findings, finding];
      const more = candidate.forms.filter(({ key }) => term.removed?.includes(key) !== true);
      terms[at] = weigh({ ...term, forms: addForms(term.forms, more), findings });
    }
  }
  const kept = terms.filter(({ findings, decision }) => findings.length > 0 || decision === 'accepted');
  return { articles, terms: inOrder(kept) };
}

/** A term as the other articles have it. What was accepted keeps its explanation, even if no article has it any more. */
function withoutArticle(term: CollectedTerm, number: number): CollectedTerm {
  const findings = term.findings.filter(({ article }) => article !== number);
  if (findings.length > 0 || term.decision !== 'accepted') return weigh({ ...term, findings });
  return { ...term, findings, definition: definitionOf(term) };
}

/** A term with the score that its findings give it; without any the one it had. */
function weigh(term: CollectedTerm): CollectedTerm {
  const { findings } = term;
  if (findings.length === 0) return term;
  const articles = new Set(findings.map(({ article }) => article)).size;
  const best = Math.max(...findings.map(({ score }) => score));
  return { ...term, score: best + SECOND_ARTICLE * (articles - 1) };
}

function termOf({ key, forms, score, category }: Candidate, finding: Finding): CollectedTerm {
  return { key, forms: addForms([], forms), score, category, findings: [finding], decision: 'open' };
}

function addForms(forms: readonly TermForm[], more: readonly TermForm[]): TermForm[] {
  const added = more.filter(({ key }) => !forms.some((form) => form.key === key));
  return [...forms, ...added.map(({ key, text }) => ({ key, text }))];
}

/** The keys that some terms have, or have lost, and that are none of these forms. */
function removedFrom(terms: readonly CollectedTerm[], forms: readonly TermForm[]): string[] {
  const keys = terms.flatMap((term) => [...term.forms.map(({ key }) => key), ...(term.removed ?? [])]);
  return [...new Set(keys)].filter((key) => !forms.some((form) => form.key === key));
}

/** Changes one term; the others are the same objects. */
export function changeTerm(
  collection: Collection,
  key: string,
  changes: Partial<Pick<CollectedTerm, 'forms' | 'category' | 'decision' | 'definition'>>,
): Collection {
  const terms = collection.terms.map((term) => {
    if (term.key !== key) return term;
    const { forms } = changes;
    return { ...term, ...changes, ...(forms && { removed: removedFrom([term], forms) }) };
  });
  return { ...collection, terms };
}

/** Makes of two terms one: the first keeps its name, the other's become further forms of it. */
export function mergeTerms(collection: Collection, into: string, from: string): Collection {
  const [kept, merged] = [into, from].map((key) => collection.terms.find((term) => term.key === key));
  if (kept === undefined || merged === undefined || kept === merged) return collection;
  const forms = addForms(kept.forms, merged.forms);
  const one = weigh({
    ...kept,
    forms,
    removed: removedFrom([kept, merged], forms),
    score: Math.max(kept.score, merged.score),
    findings: [...kept.findings, ...merged.findings],
    decision: kept.decision === 'accepted' || merged.decision === 'accepted' ? 'accepted' : 'open',
  });
  const definition = kept.definition ?? merged.definition;
  if (definition !== undefined) one.definition = definition;
  const terms = collection.terms
    .filter((term) => term !== merged)
    .map((term) => (term === kept ? one : term));
  return { ...collection, terms };
}

/** What the reader has accepted. */
export function acceptedTerms({ terms }: Collection): CollectedTerm[] {
  return terms.filter(({ decision }) => decision === 'accepted');
}

/** Takes terms out, whatever has become of them since they were read; what was decided about the others stays. */
export function takeOut(collection: Collection, taken: readonly CollectedTerm[]): Collection {
  const keys = new Set(taken.map(({ key }) => key));
  return { ...collection, terms: collection.terms.filter(({ key }) => !keys.has(key)) };
}

/** Puts terms back that were taken out; what was decided about the others meanwhile stays. */
export function putBack(collection: Collection, terms: readonly CollectedTerm[]): Collection {
  // One may have been found again meanwhile.
  return { ...collection, terms: inOrder([...takeOut(collection, terms).terms, ...terms]) };
}

/** The likeliest first. */
function inOrder(terms: readonly CollectedTerm[]): CollectedTerm[] {
  return terms.toSorted((a, b) => b.score - a.score);
}

/** How often a term stands in all articles together. */
export function countPlaces({ findings }: CollectedTerm): number {
  return findings.reduce((sum, { places }) => sum + places.length, 0);
}

const KIND_RANK = { definition: 2, bracket: 1, first: 0 } as const;

/** The finding whose sentence says most about a term; of equals the first. */
export function bestFinding({ findings }: CollectedTerm): Finding | undefined {
  return findings.reduce<Finding | undefined>(
    (best, finding) =>
      best === undefined || KIND_RANK[finding.explanation.kind] > KIND_RANK[best.explanation.kind]
        ? finding
        : best,
    undefined,
  );
}

/** The reader's definition, or the sentence found. */
export function definitionOf(term: CollectedTerm): string {
  return term.definition ?? bestFinding(term)?.explanation.text ?? '';
}
