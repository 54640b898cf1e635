import type { HoldingWords } from '@/lib/lexicon/words-holding';
import { normalizeText } from '@/lib/text/normalize';
import { characterClasses, HAN } from '@/lib/text/script';
import { MAX_NEIGHBOURS } from './limits';
import type { Concept, ConceptId, Glossary, Term } from './model';

/** What a valid glossary may still have that its readers will not like. */
export const LINT_CODES = [
  /**
   * A form that longer words of everyday Chinese hold far more often than it stands alone, and that would be
   * marked in them. `form`; `about`: those words
   */
  'inside-words',
  /** Terms of several concepts are one form on a page. `form`; `about`: the other concepts' headwords */
  'shared-form',
  /** A single Chinese character: it is in everything. `form` */
  'single-character',
  /** Related to a concept that is not there. `about`: its id */
  'related-dead',
  /** The address of a source leads nowhere: no name of a host. `about`: the address */
  'link-odd',
  /** Nothing says what it is. */
  'no-definition',
  /** Nothing says where that is written. */
  'no-source',
  /** All its terms are hidden or need context that the glossary never gives. */
  'never-marked',
] as const;
export type LintCode = (typeof LINT_CODES)[number];

export interface LintFinding {
  code: LintCode;
  conceptId: ConceptId;
  /** Ordinal of the term or source that it is about. */
  at?: number;
  form?: string;
  /** Each as it stands in the glossary or the lexicon. */
  about?: readonly string[];
  /** What would settle it; see `applyRemedy`. */
  remedy?: Remedy;
}

/** What a click can do about a finding. */
export type Remedy =
  /** Not marked inside these longer words. */
  | { kind: 'exclude-words'; term: number; words: readonly string[] }
  /** Shown among the names, not looked for. */
  | { kind: 'do-not-spot'; term: number }
  | { kind: 'drop-relation'; id: ConceptId }
  | { kind: 'drop-source'; source: number };

/** Words that hold a form that occurs alone at least so often are no trouble: the words around decide. */
const LEAST_RATIO = 3;

/** Listed in a finding; the remedy excludes all that were given for the form. */
const WORDS_SHOWN = 5;

/** The forms of a glossary that a lexicon can say something about: what `findWordsMarkedIn` is asked. */
export function listShortForms(concepts: readonly Concept[]): Set<string> {
  const forms = new Set<string>();
  for (const { terms } of concepts) {
    for (const term of terms) {
      const form = isSpotted(term) ? normalizeText(term.text) : '';
      if (form.length >= 2 && form.length <= 3 && isHan(form)) forms.add(form);
    }
  }
  return forms;
}

function isSpotted({ spot }: Term): boolean {
  return spot !== false;
}

function isHan(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (characterClasses[text.charCodeAt(at)] !== HAN) return false;
  return text !== '';
}

/**
 * Finds what readers of a valid glossary would stumble over, in its order. Linear in the number of terms.
 *
 * @param holding of the forms that `listShortForms` gives, the longer words in which they would be marked
 */
export function lintGlossary(
  { concepts }: Pick<Glossary, 'concepts'>,
  holding: ReadonlyMap<string, HoldingWords>,
): LintFinding[] {
  const namesakes = findNamesakes(concepts);
  const ids = new Set(concepts.map(({ id }) => id));
  const givesContext = concepts.some(({ terms }) => terms.some((term) => isSpotted(term) && !term.ambiguous));
  return concepts.flatMap((concept) => {
    const findings: LintFinding[] = [];
    const add = (code: LintCode, finding: Omit<LintFinding, 'code' | 'conceptId'> = {}): void => {
      findings.push({ ...finding, code, conceptId: concept.id });
    };
    concept.terms.forEach((term, at) => {
      if (!isSpotted(term)) return;
      const form = normalizeText(term.text);
      const others = namesakes.get(form)?.filter((other) => other !== concept) ?? [];
      if (others.length > 0 && isFirstOfForm(concept.terms, at, form)) {
        const names = others.map(({ terms }) => terms[0].text);
        add('shared-form', { at, form: term.text, about: [...new Set(names)] });
      }
      if (form.length === 1 && isHan(form)) {
        add('single-character', {
          at,
          form: term.text,
          remedy: { kind: 'do-not-spot', term: at },
        });
      }
      const words = holding.get(form);
      if (words !== undefined && words.ratio >= LEAST_RATIO && term.ambiguous !== true) {
        const excluded = (term.notIn ?? []).map(normalizeText);
        const left = words.words.filter((word) => !excluded.some((longer) => word.includes(longer)));
        if (left.length > 0) {
          add('inside-words', {
            at,
            form: term.text,
            about: left.slice(0, WORDS_SHOWN),
            remedy: { kind: 'exclude-words', term: at, words: left },
          });
        }
      }
    });
    for (const id of concept.related ?? []) {
      if (!ids.has(id)) add('related-dead', { about: [id], remedy: { kind: 'drop-relation', id } });
    }
    concept.sources.forEach(({ url }, at) => {
      if (!hasHostName(url))
        add('link-odd', { at, about: [url], remedy: { kind: 'drop-source', source: at } });
    });
    if (Object.keys(concept.definitions).length === 0) add('no-definition');
    if (concept.sources.length === 0) add('no-source');
    const marked = concept.terms.some((term) => isSpotted(term) && (!term.ambiguous || givesContext));
    if (!marked) add('never-marked');
    return findings;
  });
}

/** 果园港 and 果園港 are one form of one concept: said once. */
function isFirstOfForm(terms: readonly Term[], at: number, form: string): boolean {
  return terms.findIndex((term) => isSpotted(term) && normalizeText(term.text) === form) === at;
}

/** Forms that more than one concept has, with those concepts. */
function findNamesakes(concepts: readonly Concept[]): Map<string, Concept[]> {
  const first = new Map<string, Concept>();
  const several = new Map<string, Concept[]>();
  for (const concept of concepts) {
    for (const term of concept.terms) {
      if (!isSpotted(term)) continue;
      const form = normalizeText(term.text);
      const other = first.get(form);
      if (other === undefined) first.set(form, concept);
      else if (other !== concept) {
        const all = several.get(form) ?? [other];
        if (all.at(-1) !== concept) all.push(concept);
        several.set(form, all);
      }
    }
  }
  return several;
}

/** A host as the web has them: with a dot in its name, or an address in brackets. */
function hasHostName(url: string): boolean {
  const host = /^https?:\/\/([^/?#:]+|\[[^\]]+\])/i.exec(url)?.[1] ?? '';
  return host.startsWith('[') || /^[^.]+(\.[^.]+)+\.?$/.test(host);
}

/** The concept with a finding settled. */
export function applyRemedy(concept: Concept, remedy: Remedy): Concept {
  switch (remedy.kind) {
    case 'exclude-words':
      return changeTerm(concept, remedy.term, (term) => ({
        ...term,
        notIn: [...new Set([...(term.notIn ?? []), ...remedy.words])].slice(0, MAX_NEIGHBOURS),
      }));
    case 'do-not-spot':
      return changeTerm(concept, remedy.term, (term) => ({ ...term, spot: false }));
    case 'drop-relation': {
      const { related = [], ...rest } = concept;
      const left = related.filter((id) => id !== remedy.id);
      return left.length === 0 ? rest : { ...rest, related: left };
    }
    case 'drop-source':
      return { ...concept, sources: concept.sources.filter((_, at) => at !== remedy.source) };
  }
}

function changeTerm(concept: Concept, ordinal: number, change: (term: Term) => Term): Concept {
  const [first, ...others] = concept.terms;
  return {
    ...concept,
    terms: [
      ordinal === 0 ? change(first) : first,
      ...others.map((term, at) => (at + 1 === ordinal ? change(term) : term)),
    ],
  };
}
