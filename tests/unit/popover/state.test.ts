import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextState, type PopoverEvent, type PopoverState } from '@/lib/popover/state';

type State = PopoverState<string>;
type Event = PopoverEvent<string>;

const hidden: State = { kind: 'hidden' };
const opening: State = { kind: 'opening', target: '果园港', token: 1 };
const shown: State = { kind: 'shown', target: '果园港' };
const closing: State = { kind: 'closing', target: '果园港' };

const cases: { name: string; from: State; event: Event; to: State }[] = [
  { name: 'rests on a term', from: hidden, event: { type: 'rest', target: '果园港', token: 1 }, to: opening },
  {
    name: 'gets its description',
    from: opening,
    event: { type: 'described', token: 1, found: true },
    to: shown,
  },
  {
    name: 'has no description',
    from: opening,
    event: { type: 'described', token: 1, found: false },
    to: hidden,
  },
  {
    name: 'gets a late description',
    from: opening,
    event: { type: 'described', token: 0, found: true },
    to: opening,
  },
  {
    name: 'gets a description after closing',
    from: hidden,
    event: { type: 'described', token: 1, found: true },
    to: hidden,
  },
  { name: 'is left before it opens', from: opening, event: { type: 'outside' }, to: hidden },
  { name: 'is left', from: shown, event: { type: 'outside' }, to: closing },
  { name: 'is come back to', from: closing, event: { type: 'inside' }, to: shown },
  { name: 'is left for good', from: closing, event: { type: 'leave-elapsed' }, to: hidden },
  { name: 'is not left', from: shown, event: { type: 'leave-elapsed' }, to: shown },
  { name: 'is dismissed while shown', from: shown, event: { type: 'dismiss' }, to: hidden },
  { name: 'is dismissed while closing', from: closing, event: { type: 'dismiss' }, to: hidden },
  {
    name: 'stays while the pointer rests on its term',
    from: shown,
    event: { type: 'rest', target: '果园港', token: 2 },
    to: shown,
  },
  {
    name: 'gives way to the next term',
    from: closing,
    event: { type: 'rest', target: '两江新区', token: 2 },
    to: { kind: 'opening', target: '两江新区', token: 2 },
  },
];

describe('nextState', () => {
  it.each(cases)('a popover that $name', ({ from, event, to }) => {
    expect(nextState(from, event)).toEqual(to);
  });

  it('is never shown without a description of its own target', () => {
    const event: fc.Arbitrary<Event> = fc.oneof(
      fc.record({
        type: fc.constant('rest' as const),
        target: fc.constantFrom('果园港', '两江新区', '天府新区'),
        token: fc.nat(5),
      }),
      fc.record({ type: fc.constant('described' as const), token: fc.nat(5), found: fc.boolean() }),
      fc.constantFrom<Event>(
        { type: 'inside' },
        { type: 'outside' },
        { type: 'leave-elapsed' },
        { type: 'dismiss' },
      ),
    );
    fc.assert(
      fc.property(fc.array(event, { maxLength: 40 }), (events) => {
        let state: State = hidden;
        const described = new Set<string>();
        for (const each of events) {
          if (
            each.type === 'described' &&
            each.found &&
            state.kind === 'opening' &&
            state.token === each.token
          ) {
            described.add(state.target);
          }
          state = nextState(state, each);
          if (state.kind === 'shown' || state.kind === 'closing') expect(described).toContain(state.target);
        }
      }),
    );
  });

  it('can always be dismissed', () => {
    for (const state of [hidden, opening, shown, closing]) {
      expect(nextState(state, { type: 'dismiss' })).toEqual(hidden);
    }
  });
});
