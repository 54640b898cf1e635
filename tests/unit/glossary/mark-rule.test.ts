import { describe, expect, it } from 'vitest';
import { makeMarkRule, parseMarkRule, type RuleScope, rulesOn } from '@/lib/glossary/mark-rule';
import type { ConceptId, GlossaryId } from '@/lib/glossary/model';

const glossaryId = 'g' as GlossaryId;
const conceptId = 'port' as ConceptId;
const ruleFor = (scope: RuleScope) => makeMarkRule({ glossaryId, conceptId, scope, headword: '果园港' });

const here = { site: 'a.example', address: 'https://a.example/page?x=1#top' };

describe('rulesOn', () => {
  it.each<{ scope: RuleScope; where: typeof here; is: boolean }>([
    { scope: { kind: 'everywhere' }, where: here, is: true },
    { scope: { kind: 'site', site: 'a.example' }, where: here, is: true },
    { scope: { kind: 'site', site: 'b.example' }, where: here, is: false },
    { scope: { kind: 'page', address: 'https://a.example/page?x=1' }, where: here, is: true },
    { scope: { kind: 'page', address: 'https://a.example/page?x=2' }, where: here, is: false },
    { scope: { kind: 'page', address: 'https://a.example/page' }, where: here, is: false },
  ])('$scope on the page: $is', ({ scope, where, is }) => {
    expect(rulesOn([ruleFor(scope)], where)).toHaveLength(is ? 1 : 0);
  });

  it('has no site or page rule hold where there is no address', () => {
    const rules = [ruleFor({ kind: 'site', site: 'a.example' }), ruleFor({ kind: 'page', address: 'x:' })];
    expect(rulesOn(rules, { site: undefined, address: undefined })).toEqual([]);
  });
});

describe('a rule', () => {
  it('is the same one for the same concept and scope, and another for another', () => {
    const everywhere = ruleFor({ kind: 'everywhere' });
    expect(ruleFor({ kind: 'everywhere' }).id).toBe(everywhere.id);
    expect(ruleFor({ kind: 'site', site: 'a.example' }).id).not.toBe(everywhere.id);
  });

  it('comes back from storage, and damaged ones do not', () => {
    const rule = ruleFor({ kind: 'page', address: 'https://a.example/' });
    expect(parseMarkRule({ ...rule })).toEqual(rule);
    expect(parseMarkRule({ ...rule, scope: { kind: 'site' } })).toBeUndefined();
    expect(parseMarkRule({ ...rule, conceptId: 3 })).toBeUndefined();
    expect(parseMarkRule({})).toBeUndefined();
  });
});
