import { asList, asRecord } from '@/lib/glossary/findings';
import type { Json } from '@/lib/glossary/formats/draft';
import { MAX_NESTING } from '@/lib/glossary/limits';
import type { Problem } from '@/lib/glossary/problem';
import type { Statements } from './turtle';
import { NAMESPACES, type Statement } from './vocabulary';

/**
 * The part of JSON-LD 1.1 that glossaries use: prefixes, `@vocab`, default and own languages, terms with `@id`, `@type: @id` and `@container: @language | @set | @list`, aliases of
 * keywords, nested nodes, `@graph`, `@list`, `@set`. Contexts inside nodes count from there on. A context
 * elsewhere is not fetched: names that are then unknown are taken for those of SKOS.
 */
interface Context {
  prefixes: ReadonlyMap<string, string>;
  terms: ReadonlyMap<string, TermDefinition>;
  vocab: string;
  language: string;
}

interface TermDefinition {
  iri: string;
  /** Its texts are addresses. */
  isAddress: boolean;
  /** Its value is a map from language to texts. */
  byLanguage: boolean;
  language: string | undefined;
}

const RDF_TYPE = `${NAMESPACES.rdf}type`;

class TooDeep extends Error {}

/** Reads the statements of a JSON-LD value. */
export function readJsonLd(root: unknown): Statements {
  const reader = new Reader();
  try {
    const context: Context = {
      prefixes: new Map(Object.entries(NAMESPACES)),
      terms: new Map(),
      vocab: NAMESPACES.skos,
      language: '',
    };
    for (const node of Array.isArray(root) ? root : [root]) reader.readNode(node, context, 0);
  } catch (error) {
    if (!(error instanceof TooDeep)) throw error;
    const problem: Problem = {
      code: 'nesting-too-deep',
      severity: 'error',
      at: {},
      params: { limit: MAX_NESTING },
    };
    return { ok: false, problems: [problem] };
  }
  return { ok: true, statements: reader.statements, problems: reader.problems };
}

class Reader {
  readonly statements: Statement[] = [];
  readonly problems: Problem[] = [];
  #blanks = 0;

  /** @returns the address of the node; `undefined` for what is none */
  readNode(value: unknown, outer: Context, depth: number): string | undefined {
    if (depth > MAX_NESTING) throw new TooDeep();
    const node = asRecord(value);
    if (node === undefined) return undefined;
    const context = this.#readContext(node['@context'], outer);
    const keywords = keywordsOf(node, context);
    const properties = Object.entries(node).filter(
      ([key]) => !(key.startsWith('@') || context.terms.get(key)?.iri.startsWith('@')),
    );
    const given = keywords.get('@id');
    const id = typeof given === 'string' ? expandAddress(given, context) : this.#nextBlank();
    for (const type of asList([keywords.get('@type')].flat())) {
      if (typeof type === 'string') {
        this.#add(id, RDF_TYPE, { kind: 'node', id: expandProperty(type, context) });
      }
    }
    for (const [key, each] of properties) {
      const term = context.terms.get(key);
      this.#readValues(
        { subject: id, predicate: term?.iri ?? expandProperty(key, context), term },
        each,
        context,
        depth,
      );
    }
    for (const each of [keywords.get('@graph')].flat()) this.readNode(each, context, depth + 1);
    return id;
  }

  #nextBlank(): string {
    this.#blanks += 1;
    return `_:b${this.#blanks}`;
  }

  #add(subject: string, predicate: string, object: Statement['object']): void {
    this.statements.push({ subject, predicate, object });
  }

  #readValues(
    about: { subject: string; predicate: string; term: TermDefinition | undefined },
    value: unknown,
    context: Context,
    depth: number,
  ): void {
    if (depth > MAX_NESTING) throw new TooDeep();
    const { subject, predicate, term } = about;
    if (Array.isArray(value)) {
      for (const each of value) this.#readValues(about, each, context, depth + 1);
      return;
    }
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
      if (term?.isAddress === true && typeof value === 'string') {
        this.#add(subject, predicate, { kind: 'node', id: expandAddress(value, context) });
      } else {
        const language = term?.language ?? (typeof value === 'string' ? context.language : '');
        this.#add(subject, predicate, { kind: 'text', text: String(value), language });
      }
      return;
    }
    const object = asRecord(value);
    if (object === undefined) return;
    const keywords = keywordsOf(object, context);
    if (term?.byLanguage ?? (keywords.size === 0 && isLanguageMap(object))) {
      for (const [language, texts] of Object.entries(object)) {
        for (const text of [texts].flat()) {
          if (typeof text === 'string') {
            this.#add(subject, predicate, {
              kind: 'text',
              text,
              language: language === '@none' ? '' : language,
            });
          }
        }
      }
      return;
    }
    const list = keywords.get('@list') ?? keywords.get('@set');
    if (list !== undefined) this.#readValues(about, [list].flat(), context, depth + 1);
    else if (keywords.has('@value')) {
      const language = keywords.get('@language');
      const text = String(keywords.get('@value'));
      this.#add(subject, predicate, {
        kind: 'text',
        text,
        language: typeof language === 'string' ? language : '',
      });
    } else {
      const id = this.readNode(object, context, depth + 1);
      if (id !== undefined) this.#add(subject, predicate, { kind: 'node', id });
    }
  }

  #readContext(value: unknown, outer: Context): Context {
    let context = outer;
    for (const each of value === undefined ? [] : [value].flat()) {
      const definition = asRecord(each);
      if (definition !== undefined) context = extendContext(context, definition);
      else if (typeof each === 'string' && !this.problems.some(({ params }) => params['found'] === each)) {
        this.problems.push({
          code: 'context-elsewhere',
          severity: 'warning',
          at: { path: '@context' },
          params: { found: each.slice(0, 200).toWellFormed() },
        });
      }
    }
    return context;
  }
}

/** The values of an object's keywords, under whatever names its context has for them. */
function keywordsOf(object: Json, { terms }: Context): Map<string, unknown> {
  const keywords = new Map<string, unknown>();
  for (const [key, value] of Object.entries(object)) {
    const iri = key.startsWith('@') ? key : (terms.get(key)?.iri ?? '');
    if (iri.startsWith('@')) keywords.set(iri, value);
  }
  return keywords;
}

const LANGUAGE_TAG = /^[a-z]{2,3}(-[a-z0-9]{1,8})*$/i;

const ADDRESS = /^[a-z][\w+.-]*:\S+$/i;

/** `{ "en": "port", "zh": ["港口"] }`: what a context elsewhere would call one. */
function isLanguageMap(object: Json): boolean {
  const isText = (value: unknown): boolean =>
    [value].flat().every((each) => typeof each === 'string' && !ADDRESS.test(each));
  const entries = Object.entries(object);
  return entries.length > 0 && entries.every(([key, value]) => LANGUAGE_TAG.test(key) && isText(value));
}

function extendContext(outer: Context, definition: Json): Context {
  const prefixes = new Map(outer.prefixes);
  const terms = new Map(outer.terms);
  const { '@vocab': vocab, '@language': language } = definition;
  for (const [key, value] of Object.entries(definition)) {
    if (typeof value === 'string' && !key.startsWith('@') && /[#/:]$/.test(value)) prefixes.set(key, value);
  }
  const context: Context = {
    prefixes,
    terms,
    vocab: typeof vocab === 'string' ? expandAddress(vocab, { ...outer, prefixes }) : outer.vocab,
    language: typeof language === 'string' ? language : outer.language,
  };
  for (const [key, value] of Object.entries(definition)) {
    if (key.startsWith('@')) continue;
    const details = typeof value === 'string' ? { '@id': value } : asRecord(value);
    if (details === undefined) continue;
    const { '@id': id = key, '@type': type, '@container': container, '@language': own } = details;
    if (typeof id !== 'string') continue;
    terms.set(key, {
      iri: id.startsWith('@') ? id : expandProperty(id, context),
      isAddress: type === '@id' || type === '@vocab',
      byLanguage: [container].flat().includes('@language'),
      language: typeof own === 'string' ? own : undefined,
    });
  }
  return context;
}

function expandProperty(name: string, context: Context): string {
  const term = context.terms.get(name);
  if (term !== undefined) return term.iri;
  const expanded = expandAddress(name, context);
  return expanded === name && !name.includes(':') ? context.vocab + name : expanded;
}

/** `skos:Concept` → its full address; an address that has no prefix of the context stays. */
function expandAddress(address: string, { prefixes }: Pick<Context, 'prefixes'>): string {
  const colon = address.indexOf(':');
  if (colon < 0 || address.startsWith('_:') || address.startsWith('//', colon + 1)) return address;
  const namespace = prefixes.get(address.slice(0, colon));
  return namespace === undefined ? address : namespace + address.slice(colon + 1);
}
