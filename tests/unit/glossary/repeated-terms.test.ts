import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isSameTerm, RepeatedTerms } from '@/lib/glossary/repeated-terms';

it('finds the terms that are there already, in short lists and in long ones', () => {
  const term = fc.record({
    text: fc.constantFrom(...'甲乙丙丁戊己'),
    language: fc.constantFrom('zh', 'zh-Hant', 'ja', undefined),
  });
  fc.assert(
    fc.property(fc.array(term, { maxLength: 60 }), (terms) => {
      const repeated = new RepeatedTerms();
      expect(terms.map((each) => repeated.takeIn(each))).toEqual(
        terms.map((each, at) => terms.slice(0, at).some((other) => isSameTerm(other, each))),
      );
    }),
  );
});
