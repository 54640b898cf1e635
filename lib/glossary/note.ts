import { isLongerText } from './cross-checks';
import { MAX_NAME_LENGTH, MAX_QUOTE_LENGTH, MAX_TERM_LENGTH } from './limits';
import type { Concept, ConceptId, LanguageTag, Source, Term } from './model';

/** What a reader took down of a page: a selection and where it stands. */
export interface Taken {
  text: string;
  /** The sentence around it; empty where it could not be read. */
  sentence: string;
  title: string;
  address: string;
  /** Host name by which glossaries that are confined to sites go: the tab's, whatever frame it was taken from. */
  site?: string | undefined;
  /** ISO 8601, without the time. */
  date: string;
}

/** A concept as the short form has it: what one writes in a minute. */
export interface Note {
  term: string;
  /** Other names, one a line. */
  names: string;
  /** In the language of the form. */
  definition: string;
  /** Key of the glossary's category; empty for none. */
  category: string;
  source: NoteSource | undefined;
}

/** The page that the term was taken from. */
export interface NoteSource {
  title: string;
  url: string;
  date: string;
  quote: string;
}

const HAN = /\p{Script=Han}/u;

/** Chinese if there is a Chinese character in it, else English: the two that a reader writes here. */
function languageOf(text: string): LanguageTag {
  return HAN.test(text) ? 'zh' : 'en';
}

const oneLine = (text: string): string => text.replace(/[\p{Cc}\s]+/gu, ' ').trim();

/** The beginning of a text, in whole characters: half of one could not be stored. */
const cut = (text: string, limit: number): string =>
  text
    .slice(0, limit)
    .replace(/[\ud800-\udbff]$/, '')
    .toWellFormed();

/** The form for a selection; of a page without a web address nothing can be cited. */
export function noteOfTaken({ text, sentence, title, address, date }: Taken): Note {
  const cited = /^https?:\/\/\S+$/.test(address);
  const quote = cut(oneLine(sentence), MAX_QUOTE_LENGTH);
  const source = { title: cut(oneLine(title) || address, MAX_NAME_LENGTH), url: address, date, quote };
  return {
    term: cut(oneLine(text), MAX_TERM_LENGTH),
    names: '',
    definition: '',
    category: '',
    source: cited ? source : undefined,
  };
}

/**
 * The form for a concept. Its sources are not in it: they stay as they are.
 *
 * @param language of the definition, as the concept has it
 */
export function noteOfConcept(concept: Concept, language: LanguageTag): Note {
  const [head = '', ...others] = new Set(concept.terms.map(({ text }) => text));
  return {
    term: head,
    names: others.join('\n'),
    definition: concept.definitions[language] ?? '',
    category: concept.category ?? '',
    source: undefined,
  };
}

/**
 * The concept that a form makes; of an existing concept it changes only what the form shows. Names that stay keep
 * their rules. Whether it can stand in a glossary is for `checkConcept` to say.
 */
export function conceptOfNote(
  note: Note,
  { id, language, base }: { id: ConceptId; language: LanguageTag; base?: Concept | undefined },
): Concept {
  const term = oneLine(note.term);
  const names = new Set(note.names.split('\n').map(oneLine));
  // A name may stand in several languages; the form shows it once.
  const known = (text: string): Term[] => base?.terms.filter((each) => each.text === text) ?? [];
  const [same, ...further] = known(term);
  const head: Term = {
    ...(same ?? (base && renamed(base.terms[0], term)) ?? { text: term, language: languageOf(term) }),
    // Another name may have come to its place.
    status: 'preferred',
  };
  const others = [...names]
    .filter((text) => text !== '' && text !== term)
    .flatMap((text): Term[] => {
      const kept = known(text);
      return kept.length > 0 ? kept : [{ text, language: languageOf(text), status: 'admitted' }];
    });
  const { [language]: _, ...definitions } = base?.definitions ?? {};
  const definition = note.definition.trim();
  const { category: _category, ...kept } = base ?? { sources: [] as readonly Source[] };
  return {
    ...kept,
    id,
    terms: [head, ...further, ...others],
    definitions: definition === '' ? definitions : { ...definitions, [language]: definition },
    sources: note.source === undefined ? kept.sources : [...kept.sources, sourceOf(note.source)],
    ...(note.category === '' ? {} : { category: note.category }),
  };
}

/** The term under another name: without the longer texts that do not hold that. */
function renamed({ notIn = [], ...rest }: Term, text: string): Term {
  const longer = notIn.filter((each) => isLongerText(each, text));
  return { ...rest, text, ...(longer.length > 0 && { notIn: longer }) };
}

function sourceOf({ title, url, date, quote }: NoteSource): Source {
  const phrase = oneLine(quote);
  return {
    title: oneLine(title) || cut(url, MAX_NAME_LENGTH),
    url,
    date,
    ...(phrase === '' ? {} : { quote: phrase }),
  };
}
