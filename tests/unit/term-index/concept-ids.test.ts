import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ConceptId, GlossaryId } from '@/lib/glossary/model';
import { compileTermIndex } from '@/lib/term-index/compile';
import { ordinalsOf } from '@/lib/term-index/concept-ids';
import { concept } from '../../support/glossary';

const ids = fc.uniqueArray(fc.string({ unit: 'binary', minLength: 1, maxLength: 8 }), { maxLength: 20 });

describe('ordinalsOf', () => {
  it('finds every concept of every glossary by its id, and hardly another', () => {
    fc.assert(
      fc.property(fc.array(ids, { maxLength: 4 }), (lists) => {
        const glossaries = lists.map((list, at) => ({
          id: `g${at}` as GlossaryId,
          concepts: list.map((id) => concept(id, '江北')),
        }));
        const index = compileTermIndex(glossaries, 1);
        for (const { id, concepts } of glossaries)
          for (const [ordinal, each] of concepts.entries())
            expect(ordinalsOf(index, id, each.id)).toContain(ordinal);
      }),
    );
  });

  it('knows nothing of other glossaries and ids', () => {
    const index = compileTermIndex(
      [
        { id: 'a' as GlossaryId, concepts: [concept('x', '江北')] },
        { id: 'b' as GlossaryId, concepts: [concept('y', '渝中')] },
      ],
      1,
    );
    expect(ordinalsOf(index, 'b' as GlossaryId, 'y' as ConceptId)).toEqual([0]);
    expect(ordinalsOf(index, 'a' as GlossaryId, 'y' as ConceptId)).toEqual([]);
    expect(ordinalsOf(index, 'b' as GlossaryId, 'z' as ConceptId)).toEqual([]);
    expect(ordinalsOf(index, 'c' as GlossaryId, 'y' as ConceptId)).toEqual([]);
  });

  it('gives both of two ids with one hash', () => {
    const index = compileTermIndex(
      [{ id: 'a' as GlossaryId, concepts: [concept('costarring', '江北'), concept('liquid', '渝中')] }],
      1,
    );
    expect(ordinalsOf(index, 'a' as GlossaryId, 'liquid' as ConceptId)).toEqual([0, 1]);
  });
});
