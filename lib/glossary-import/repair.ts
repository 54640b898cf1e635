import { asList, asRecord } from '@/lib/glossary/findings';
import type { Json } from '@/lib/glossary/formats/draft';

/** A part of a concept that can be left out: `definitions`, `zh`; `sources`, 2; `terms`, 1, `before`. */
type Part = readonly [key: string, step?: string | number, field?: string];

/** What a concept can do without. A headword is not, nor the last term. */
const OPTIONAL = new Set(['definitions', 'category', 'sources', 'related']);

/** What a term and a source cannot do without: rules of spotting, a date or a quote can be left out of them. */
const NEEDED: Readonly<Record<string, ReadonlySet<string>>> = {
  terms: new Set(['text', 'language']),
  sources: new Set(['title', 'url']),
};

const STEP = /^(\w+)(?:\[(\d+)\]|\["((?:[^"\\]|\\.)*)"\]|\.([\w$]+))?(?:\.(\w+))?/;

/**
 * The smallest part that has to be left out for a problem to go away; `undefined` if that is the whole
 * concept. `path` leads from the concept to the problem.
 */
function findPart(path: string): Part | undefined {
  const match = STEP.exec(path);
  if (match === null) return undefined;
  const [, key = '', ordinal, quoted, plain, field] = match;
  const step = ordinal === undefined ? (quoted ?? plain) : Number(ordinal);
  if (typeof step === 'number' && field !== undefined && NEEDED[key]?.has(field) === false)
    return [key, step, field];
  if (OPTIONAL.has(key)) return step === undefined ? [key] : [key, step];
  return key !== 'terms' || typeof step !== 'number' || step === 0 ? undefined : ['terms', step];
}

/** A status can't be left out, but what it may be is known. */
const STATUS = /^terms\[(\d+)\]\.status$/;

/**
 * A concept without the parts that problems stand in; a headword of another status is preferred then, another name admitted.
 *
 * @param paths - from the concept to each problem
 * @returns `undefined` if it can't do without one of them
 */
export function repairConcept(concept: Json, paths: readonly string[]): Json | undefined {
  const drops = new Map<string, Set<string | number> | 'all'>();
  const fields: FieldPlace[] = [];
  const statuses = new Set<number>();
  for (const path of paths) {
    const ordinal = STATUS.exec(path)?.[1];
    if (ordinal !== undefined) {
      statuses.add(Number(ordinal));
      continue;
    }
    const part = findPart(path);
    if (part === undefined) return undefined;
    const [key, step, field] = part;
    if (field !== undefined && typeof step === 'number') fields.push({ key, step, field });
    else if (step === undefined) drops.set(key, 'all');
    else {
      const steps = drops.get(key);
      if (steps === undefined) drops.set(key, new Set([step]));
      else if (steps !== 'all') steps.add(step);
    }
  }
  const repaired: Record<string, unknown> = { ...concept };
  if (statuses.size > 0) {
    repaired['terms'] = asList(concept['terms']).map((term, at) =>
      statuses.has(at) ? { ...asRecord(term), status: at === 0 ? 'preferred' : 'admitted' } : term,
    );
  }
  for (const key of new Set(fields.map((place) => place.key))) {
    const own = fields.filter((place) => place.key === key);
    repaired[key] = asList(repaired[key]).map((value, at) => withoutFields(value, at, own));
  }
  for (const [key, steps] of drops) {
    if (steps === 'all') repaired[key] = emptyOf(key);
    else if (Array.isArray(repaired[key])) {
      repaired[key] = asList(repaired[key]).filter((_, at) => !steps.has(at));
    } else {
      const kept = Object.entries(asRecord(repaired[key]) ?? {}).filter(([name]) => !steps.has(name));
      repaired[key] = Object.fromEntries(kept);
    }
    if (repaired[key] === undefined) delete repaired[key];
  }
  return repaired;
}

function emptyOf(key: string): unknown {
  if (key === 'definitions') return {};
  return key === 'sources' ? [] : undefined;
}

interface FieldPlace {
  key: string;
  step: number;
  field: string;
}

function withoutFields(value: unknown, at: number, places: readonly FieldPlace[]): unknown {
  const gone = new Set(places.filter(({ step }) => step === at).map(({ field }) => field));
  const fields = asRecord(value);
  if (gone.size === 0 || fields === undefined) return value;
  return Object.fromEntries(Object.entries(fields).filter(([key]) => !gone.has(key)));
}

/**
 * A header without the parts that problems stand in: one language of a text, one category, else all that stands under
 * the key, in whose place comes what the spare one has.
 *
 * @param paths - to each problem
 */
export function repairHeader(header: Json, spare: Json, paths: readonly string[]): Json {
  const repaired: Record<string, unknown> = { ...header };
  for (const path of paths) {
    const [, key = '', , quoted, plain] = STEP.exec(path) ?? [];
    const part = asRecord(repaired[key]);
    const left = Object.entries(part ?? {}).filter(([name]) => name !== (quoted ?? plain));
    if (part === undefined || left.length === 0 || left.length === Object.keys(part).length)
      delete repaired[key];
    else repaired[key] = Object.fromEntries(left);
  }
  return { ...spare, ...repaired };
}
