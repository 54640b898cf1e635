import { isBlankText, normalizeText } from '@/lib/text/normalize';
import { asList, asRecord, type Findings } from './findings';
import { MAX_TERMS } from './limits';
import { shareLanguage } from './localized';
import { formatPath, type ValuePath } from './problem';
import { isSameTerm, RepeatedTerms } from './repeated-terms';

type Json = Readonly<Record<string, unknown>>;

/**
 * Finds what is wrong between values: ids that repeat or lead nowhere, terms that repeat, headwords, rules
 * that can never matter. Looks at every part that has the right type, whatever is wrong with the others.
 *
 * @returns what checks a concept, to be called with each and its ordinal
 */
export function startCrossCheck(root: Json, findings: Findings): (value: unknown, at: number) => void {
  const firstPlaces = new Map<string, number>();
  asList(root['concepts']).forEach((value, at) => {
    const id = asRecord(value)?.['id'];
    if (typeof id === 'string' && !firstPlaces.has(id)) firstPlaces.set(id, at);
  });
  const categories = asRecord(root['categories']) ?? {};
  const language = root['language'];
  return (value, at) => {
    const concept = asRecord(value);
    if (concept === undefined) return;
    const { id, category } = concept;
    const first = typeof id === 'string' ? firstPlaces.get(id) : undefined;
    if (first !== undefined && first !== at) {
      findings.add('concept-id-duplicate', ['concepts', at, 'id'], {
        first: formatPath(['concepts', first]),
      });
    }
    if (typeof category === 'string' && !Object.hasOwn(categories, category)) {
      findings.add('category-unknown', ['concepts', at, 'category'], { found: category });
    }
    asList(concept['related']).forEach((other, ordinal) => {
      if (typeof other !== 'string' || (other !== id && firstPlaces.has(other))) return;
      const place = ['concepts', at, 'related', ordinal];
      if (other === id) findings.add('related-self', place);
      else findings.add('related-unknown', place, { found: other });
    });
    const terms = asList(concept['terms']);
    // More are refused as they are, and would be compared with each other.
    if (terms.length <= MAX_TERMS) checkTerms(terms, { concept: at, language, findings });
  };
}

interface TermContext {
  /** Its ordinal. */
  concept: number;
  /** Of the glossary. */
  language: unknown;
  findings: Findings;
}

/** The path to a part of a term. Made only where there is something to say: terms are many, problems few. */
type Place = (...steps: ValuePath) => ValuePath;

function checkTerms(terms: readonly unknown[], { concept, language, findings }: TermContext): void {
  const repeated = new RepeatedTerms();
  terms.forEach((value, ordinal) => {
    const term = asRecord(value);
    const text = term?.['text'];
    if (term === undefined || typeof text !== 'string') return;
    const place: Place = (...steps) => ['concepts', concept, 'terms', ordinal, ...steps];
    checkText(text, place, findings);
    for (const key of ['before', 'after']) {
      if (term[key] !== undefined) checkNeighbours(term[key], (ordinal) => place(key, ordinal), findings);
    }
    if (term['notIn'] !== undefined) checkLongerTexts(text, term['notIn'], { place, findings });
    if (!repeated.takeIn(term)) return;
    const first = terms.findIndex((other) => isSameTerm(asRecord(other), term));
    const earlier = formatPath(['concepts', concept, 'terms', first]);
    findings.add('term-duplicate', place('text'), { first: earlier });
  });

  const headword = asRecord(terms[0]);
  if (headword === undefined) return;
  const { status, language: found } = headword;
  if (status === 'admitted' || status === 'deprecated') {
    findings.add('headword-not-preferred', ['concepts', concept, 'terms', 0, 'status']);
  }
  if (typeof found === 'string' && typeof language === 'string' && !shareLanguage(found, language)) {
    findings.warn('headword-language', ['concepts', concept, 'terms', 0, 'language'], {
      expected: language,
      found,
    });
  }
}

function checkText(text: string, place: Place, findings: Findings): void {
  if (text.trim() !== text && text.trim() !== '') findings.add('term-untrimmed', place('text'));
  if (isSkipped(text)) findings.add('text-blank', place('text'));
}

/** Whether a text has nothing but characters that searching skips. Blank ones are found by the schema. */
function isSkipped(text: string): boolean {
  return /\S/.test(text) && isBlankText(text);
}

/** A dash alone would stand beside any place. */
function checkNeighbours(
  neighbours: unknown,
  place: (ordinal: number) => ValuePath,
  findings: Findings,
): void {
  asList(neighbours).forEach((entry, ordinal) => {
    if (typeof entry === 'string' && isSkipped(entry)) findings.add('text-blank', place(ordinal));
  });
}

/** Whether one text holds another and more. Folded as in searching: 兩江新區 holds 两江. */
export function isLongerText(longer: string, text: string): boolean {
  const [whole, part] = [normalizeText(longer), normalizeText(text)];
  return whole.length > part.length && whole.includes(part);
}

function checkLongerTexts(
  text: string,
  longerTexts: unknown,
  { place, findings }: { place: Place; findings: Findings },
): void {
  asList(longerTexts).forEach((entry, ordinal) => {
    if (typeof entry !== 'string' || !/\S/.test(entry) || isLongerText(entry, text)) return;
    findings.add('not-in-without-term', place('notIn', ordinal));
  });
}
