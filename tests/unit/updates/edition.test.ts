import { describe, expect, it } from 'vitest';
import type { GlossaryId } from '@/lib/glossary/model';
import { compareEditions, type Edition, judgeEdition, type KnownEditions } from '@/lib/updates/edition';

const id = 'ports' as GlossaryId;
const edition = (version: string, updated = '2026-11-24', hash = `${updated} ${version}`): Edition => ({
  version,
  updated,
  hash,
});

const held: KnownEditions = { glossaryId: id, held: edition('1.9'), newest: edition('1.9') };
/** The reader went back from 2.0 to 1.9. */
const wentBack: KnownEditions = { ...held, newest: edition('2.0'), declinedHash: edition('2.0').hash };

describe('judgeEdition', () => {
  it.each([
    { name: 'the first of all', known: {}, arrived: edition('0'), verdict: 'new' },
    { name: 'the one that is there', known: held, arrived: edition('1.9'), verdict: 'same' },
    { name: 'a higher version', known: held, arrived: edition('1.10'), verdict: 'new' },
    {
      name: 'a later date with a lower version',
      known: held,
      arrived: edition('1.0', '2026-11-25'),
      verdict: 'new',
    },
    {
      name: 'other content under the same version',
      known: held,
      arrived: edition('1.9', '2026-11-24', 'x'),
      verdict: 'new',
    },
    { name: 'a lower version of the same day', known: held, arrived: edition('1.8'), verdict: 'downgrade' },
    { name: 'an earlier date', known: held, arrived: edition('2.0', '2026-11-23'), verdict: 'downgrade' },
    {
      name: 'the one that the reader went back from',
      known: wentBack,
      arrived: edition('2.0'),
      verdict: 'declined',
    },
    { name: 'one between there and here', known: wentBack, arrived: edition('1.95'), verdict: 'downgrade' },
    {
      name: 'one in place of a bad one, with a later date',
      known: wentBack,
      arrived: edition('1.95', '2026-11-25'),
      verdict: 'new',
    },
    { name: 'one after it', known: wentBack, arrived: edition('2.1'), verdict: 'new' },
    {
      name: 'the one gone back to, now published again',
      known: wentBack,
      arrived: edition('1.9'),
      verdict: 'same',
    },
  ])('says of $name: $verdict', ({ known, arrived, verdict }) => {
    expect(judgeEdition(known, id, arrived)).toBe(verdict);
  });

  it('takes no other glossary for an update', () => {
    expect(judgeEdition(held, 'harbours' as GlossaryId, edition('2'))).toBe('other-glossary');
  });
});

describe('compareEditions', () => {
  it.each([
    ['1.9', '1.10', -1],
    ['2', '1.99.99', 1],
    ['v3', '3.0.0', 0],
    ['2026-11', '2026-9', 1],
    ['第二版', '第一版', 0],
    ['1.0-beta', '1.0', 0],
  ])('finds %s against %s: %i', (one, other, order) => {
    expect(Math.sign(compareEditions(edition(one), edition(other)))).toBe(order);
  });
});
