import { describe, expect, it } from 'vitest';
import { act, type QueueAction, type QueueTarget } from '@/components/draft/queue-keys';
import type { CollectedTerm } from '@/lib/extraction/collection';

const term = (key: string, decision: CollectedTerm['decision'] = 'open'): CollectedTerm => ({
  key,
  forms: [{ key, text: key }],
  score: 1,
  category: 'place',
  findings: [],
  decision,
});

/** What a key does to a list of three, by the current term. */
function done(action: QueueAction, current: string | undefined, terms: readonly CollectedTerm[]): string[] {
  const told: string[] = [];
  const tell =
    (what: string) =>
    (...values: string[]): void => {
      told.push([what, ...values].join(' '));
    };
  const target: QueueTarget = {
    terms,
    current,
    onSelect: tell('select'),
    onDecide: tell('decide'),
    onMerge: tell('merge'),
    onStopMerging: tell('stop'),
    onEdit: () => tell('edit')(),
    onCategory: () => tell('category')(),
    onStepBack: tell('back'),
  };
  act(action, target);
  return told;
}

const LIST = [term('甲'), term('乙', 'accepted'), term('丙')];

describe('a key in the list of candidates', () => {
  it.each<[QueueAction, string, string[]]>([
    ['next', '甲', ['select 乙']],
    ['next', '丙', ['select 丙']],
    ['previous', '乙', ['select 甲']],
    ['last', '甲', ['select 丙']],
    ['accept', '甲', ['select 乙', 'decide 甲 accepted']],
    ['accept', '乙', ['decide 乙 open']],
    ['reject', '乙', ['select 丙', 'decide 乙 rejected']],
    ['merge', '乙', ['merge 乙']],
    ['edit', '乙', ['edit']],
    ['category', '乙', ['category']],
  ])('%s at %s: %j', (action, current, expected) => {
    expect(done(action, current, LIST)).toEqual(expected);
  });

  it.each<QueueAction>(['next', 'previous', 'accept', 'reject', 'merge', 'edit', 'category'])(
    '%s does nothing to a term that is not chosen, but chooses the first',
    (action) => {
      expect(done(action, '丁', LIST)).toEqual(['select 甲']);
      expect(done(action, undefined, LIST)).toEqual(['select 甲']);
      expect(done(action, '丁', [])).toEqual([]);
    },
  );

  it('takes the last step back where nothing is listed', () => {
    expect(done('stepBack', '丁', [])).toEqual(['back']);
    expect(done('stop', '丁', [])).toEqual(['stop']);
  });
});
