import { normalize } from '@/lib/text/normalize';
import { asList, asRecord, type Findings } from './findings';
import { formatPath, type ValuePath } from './problem';

type Json = Readonly<Record<string, unknown>>;

/**
 * Finds what is wrong between values: ids that repeat or lead nowhere, terms that repeat, headwords, rules
 * that can never matter. Looks at every part that has the right type, whatever is wrong with the others.
 */
export function crossCheck(root: Json, findings: Findings): void {
  const concepts = asList(root['concepts']).map(asRecord);
  const firstPlaces = new Map<string, number>();
  concepts.forEach((concept, at) => {
    const id = concept?.['id'];
    if (typeof id !== 'string') return;
    const first = firstPlaces.get(id);
    if (first === undefined) firstPlaces.set(id, at);
    else
      findings.add('concept-id-duplicate', ['concepts', at, 'id'], {
        first: formatPath(['concepts', first]),
      });
  });

  const categories = asRecord(root['categories']) ?? {};
  concepts.forEach((concept, at) => {
    if (concept === undefined) return;
    const path = ['concepts', at];
    const { category } = concept;
    if (typeof category === 'string' && !Object.hasOwn(categories, category)) {
      findings.add('category-unknown', [...path, 'category'], { found: category });
    }
    asList(concept['related']).forEach((id, ordinal) => {
      if (typeof id !== 'string') return;
      const place = [...path, 'related', ordinal];
      if (id === concept['id']) findings.add('related-self', place);
      else if (!firstPlaces.has(id)) findings.add('related-unknown', place, { found: id });
    });
    checkTerms(asList(concept['terms']), { path: [...path, 'terms'], language: root['language'], findings });
  });
}

interface TermContext {
  path: ValuePath;
  /** Of the glossary. */
  language: unknown;
  findings: Findings;
}

function checkTerms(terms: readonly unknown[], { path, language, findings }: TermContext): void {
  const firstPlaces = new Map<string, number>();
  terms.forEach((value, ordinal) => {
    const term = asRecord(value);
    const text = term?.['text'];
    if (term === undefined || typeof text !== 'string') return;
    const place = [...path, ordinal];
    checkText(text, [...place, 'text'], findings);
    checkLongerTexts(text, term['notIn'], { place: [...place, 'notIn'], findings });
    const key = JSON.stringify([text, term['language']]);
    const first = firstPlaces.get(key);
    if (first === undefined) firstPlaces.set(key, ordinal);
    else findings.add('term-duplicate', [...place, 'text'], { first: formatPath([...path, first]) });
  });

  const headword = asRecord(terms[0]);
  if (headword === undefined) return;
  const { status, language: found } = headword;
  if (status === 'admitted' || status === 'deprecated') {
    findings.add('headword-not-preferred', [...path, 0, 'status']);
  }
  if (typeof found === 'string' && typeof language === 'string' && !shareLanguage({ found, language })) {
    findings.warn('headword-language', [...path, 0, 'language'], { expected: language, found });
  }
}

/** `zh-Hant` and `zh-Hans` share a language, `zh` and `en` do not. */
function shareLanguage(tags: { found: string; language: string }): boolean {
  const [found, wanted] = [tags.found, tags.language].map((tag) => tag.toLowerCase().split('-')[0]);
  return found === wanted;
}

function checkText(text: string, place: ValuePath, findings: Findings): void {
  if (text.trim() !== text && text.trim() !== '') findings.add('term-untrimmed', place);
  // Blank texts are found by the schema; these are of zero-width and other characters that searching skips.
  if (/\S/.test(text) && normalize(text).text === '') findings.add('text-blank', place);
}

/** Folded as in searching: 兩江新區 holds 两江. */
function checkLongerTexts(
  text: string,
  longerTexts: unknown,
  { place, findings }: { place: ValuePath; findings: Findings },
): void {
  const entries = asList(longerTexts);
  if (entries.length === 0) return;
  const pattern = normalize(text).text;
  entries.forEach((entry, ordinal) => {
    if (typeof entry !== 'string' || !/\S/.test(entry)) return;
    const longer = normalize(entry).text;
    if (longer.length <= pattern.length || !longer.includes(pattern)) {
      findings.add('not-in-without-term', [...place, ordinal]);
    }
  });
}
