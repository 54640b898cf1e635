import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { IMPORT_MODES, type ImportMode, planImport } from '@/lib/glossary-import/plan';
import { concept } from '@/tests/support/glossary';

const old = [concept('a', '果园港'), concept('b', '两江'), concept('c', '双核')];
const incoming = [concept('d', '新'), concept('b', '两江', '两江新区'), concept('a', '果园港')];

/** Ids of what a plan does, and what the glossary then holds. */
function outline(mode: ImportMode) {
  const { added, changed, removed, kept, unchanged, result } = planImport(old, incoming, mode);
  const ids = (list: readonly { id: string }[]): string => list.map(({ id }) => id).join('');
  return {
    added: ids(added),
    changed: ids(changed.map(({ after }) => after)),
    removed: ids(removed),
    kept: ids(kept),
    unchanged,
    result: result.map(({ id, terms }) => `${id}${terms.length}`).join(' '),
  };
}

describe('planImport', () => {
  it.each([
    { mode: 'update', added: 'd', changed: 'b', removed: '', kept: '', unchanged: 1, result: 'a1 b2 c1 d1' },
    { mode: 'add', added: 'd', changed: '', removed: '', kept: 'b', unchanged: 1, result: 'a1 b1 c1 d1' },
    { mode: 'replace', added: 'd', changed: 'b', removed: 'c', kept: '', unchanged: 1, result: 'd1 b2 a1' },
  ] as const)('$mode', ({ mode, ...expected }) => {
    expect(outline(mode)).toEqual(expected);
  });

  it('says term by term what changes', () => {
    const [change] = planImport(old, incoming, 'update').changed;
    expect(change?.terms.added.map(({ text }) => text)).toEqual(['两江新区']);
  });

  it('has nothing left to do when it is done', () => {
    const lists = fc.uniqueArray(fc.tuple(fc.nat(8), fc.nat(3)), { selector: ([id]) => id });
    const make = (list: readonly (readonly [number, number])[]) =>
      list.map(([id, name]) => concept(`c${id}`, `名${name}`));
    fc.assert(
      fc.property(lists, lists, fc.constantFrom(...IMPORT_MODES), (before, after, mode) => {
        const file = make(after);
        const again = planImport(planImport(make(before), file, mode).result, file, mode);
        expect([again.added, again.changed, again.removed]).toEqual([[], [], []]);
      }),
    );
  });
});
