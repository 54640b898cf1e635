import * as v from 'valibot';
import { SourceSchema } from '@/lib/glossary/format';
import { conceptId } from '@/lib/glossary/formats/concept-id';
import { guessLanguage } from '@/lib/glossary/formats/guess-language';
import {
  MAX_DEFINITION_LENGTH,
  MAX_NAME_LENGTH,
  MAX_SOURCES,
  MAX_TERM_LENGTH,
  MAX_TERMS,
} from '@/lib/glossary/limits';
import type { Concept, ConceptId, LanguageTag, Source, Term } from '@/lib/glossary/model';
import { isBlankText } from '@/lib/text/normalize';
import type { Article } from './article';
import { type CollectedTerm, type Collection, definitionOf, type Finding } from './collection';

/**
 * Short enough for an address, long enough to stand once in an article. Browsers find a phrase only where it stands
 * in one block, which a sentence does.
 */
const LONGEST_QUOTE = 60;

/**
 * The accepted terms as concepts of a glossary: every form a term, the sentence (or what the reader wrote) the
 * definition, and each article a source whose link opens at the sentence.
 *
 * @param taken ids that the glossary has already
 */
export function toConcepts(
  { articles, terms }: Collection,
  { language, taken }: { language: LanguageTag; taken: ReadonlySet<string> },
): Concept[] {
  const ids = new Set(taken);
  return terms
    .filter(({ decision }) => decision === 'accepted')
    .map((term) => {
      const id = freeId(conceptId(term.forms[0]?.text ?? term.key), ids);
      ids.add(id);
      return toConcept(term, { id, articles, language });
    });
}

function toConcept(
  term: CollectedTerm,
  { id, articles, language }: { id: ConceptId; articles: readonly Article[]; language: LanguageTag },
): Concept {
  const definition = definitionOf(term)
    .replace(/(?!\n)\p{Cc}/gu, ' ')
    .trim()
    .slice(0, MAX_DEFINITION_LENGTH)
    .toWellFormed();
  // A reader may have given the headword the name that another form has.
  const names = new Set(term.forms.map(({ text }) => oneLine(text.slice(0, MAX_TERM_LENGTH).toWellFormed())));
  const terms = [...names]
    .filter((text) => !isBlankText(text))
    .slice(0, MAX_TERMS)
    .map((text, at): Term => {
      const status = at === 0 ? 'preferred' : 'admitted';
      return { text, language: guessLanguage(text, language), status };
    });
  const [first, ...others] = terms;
  if (first === undefined) throw new RangeError(`Term ${term.key} has no form`);
  return {
    id,
    terms: [first, ...others],
    definitions: definition === '' ? {} : { zh: definition },
    category: term.category,
    sources: term.findings.flatMap((finding) => sourceOf(finding, articles)).slice(0, MAX_SOURCES),
  };
}

function sourceOf({ article, explanation }: Finding, articles: readonly Article[]): Source[] {
  const found = articles[article];
  if (found === undefined) return [];
  const { block, start, end } = explanation.place;
  const written = found.blocks[block]?.text.slice(start, end) ?? '';
  const quote = quoteOf(written);
  const { title, url, ...rest } = found.source;
  const source = { ...rest, url, title: (title || url).slice(0, MAX_NAME_LENGTH), ...(quote && { quote }) };
  // An article in a file, or at an address too long for a glossary, can't be cited.
  return v.is(SourceSchema, source) ? [source] : [];
}

/** The beginning of a sentence as the page has it, not cut inside a character. */
function quoteOf(sentence: string): string {
  return oneLine(
    sentence
      .slice(0, LONGEST_QUOTE)
      .replace(/[\ud800-\udbff]$/, '')
      .toWellFormed(),
  );
}

const oneLine = (text: string): string => text.replace(/[\p{Cc}\s]+/gu, ' ').trim();

function freeId(wanted: string, taken: ReadonlySet<string>): ConceptId {
  let id = wanted;
  for (let number = 2; taken.has(id); number++) id = `${wanted} ${number}`;
  return id as ConceptId;
}
