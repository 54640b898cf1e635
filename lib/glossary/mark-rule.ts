import type { ConceptId, GlossaryId } from './model';

/** Where a concept is not to be marked: anywhere, on one host, or on the page with one address. */
export type RuleScope =
  | { kind: 'everywhere' }
  | { kind: 'site'; site: string }
  /** Without fragment. */
  | { kind: 'page'; address: string };

export type RuleScopeKind = RuleScope['kind'];

/** A reader's word that a concept is not to be marked. Rules only ever take marks away. */
export interface MarkRule {
  /** The same for the same concept and scope. */
  id: string;
  glossaryId: GlossaryId;
  conceptId: ConceptId;
  scope: RuleScope;
  /** The headword when it was made, for the list: the concept may be gone by then. */
  headword: string;
}

/** The rule for a concept and a scope. */
export function makeMarkRule(rule: Omit<MarkRule, 'id'>): MarkRule {
  const { glossaryId, conceptId, scope } = rule;
  const where = scope.kind === 'site' ? scope.site : scope.kind === 'page' ? scope.address : '';
  return { ...rule, id: JSON.stringify([scope.kind, where, glossaryId, conceptId]) };
}

/** An address as rules have it: a fragment is a place on a page, not another page. */
export function pageAddress(address: string): string {
  return address.replace(/#.*$/s, '');
}

/** The rules that hold on a page. */
export function rulesOn<T extends Pick<MarkRule, 'scope'>>(
  rules: readonly T[],
  { site, address }: { site: string | undefined; address: string | undefined },
): T[] {
  const page = address === undefined ? undefined : pageAddress(address);
  const holds = ({ kind, ...where }: RuleScope): boolean =>
    kind === 'everywhere' ||
    ('site' in where && where.site === site) ||
    ('address' in where && where.address === page);
  return rules.filter(({ scope }) => holds(scope));
}

function parseScope(stored: unknown): RuleScope | undefined {
  if (typeof stored !== 'object' || stored === null) return undefined;
  const { kind, site, address } = stored as Record<string, unknown>;
  if (kind === 'everywhere') return { kind };
  if (kind === 'site' && typeof site === 'string') return { kind, site };
  if (kind === 'page' && typeof address === 'string') return { kind, address };
  return undefined;
}

/** A rule from what storage holds; `undefined` if it is none. */
export function parseMarkRule(stored: Readonly<Record<string, unknown>>): MarkRule | undefined {
  const { glossaryId, conceptId, headword } = stored;
  const scope = parseScope(stored['scope']);
  if (scope === undefined || typeof glossaryId !== 'string' || typeof conceptId !== 'string')
    return undefined;
  return makeMarkRule({
    glossaryId: glossaryId as GlossaryId,
    conceptId: conceptId as ConceptId,
    scope,
    headword: typeof headword === 'string' ? headword : conceptId,
  });
}
