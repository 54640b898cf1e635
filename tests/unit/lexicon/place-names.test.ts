import { describe, expect, it } from 'vitest';
import { packWords, unpackWords } from '@/lib/lexicon/packed-words';
import { PLACE_KINDS, readPlaceName } from '@/lib/lexicon/place-names';
import { foldTable } from '@/lib/text/fold';

const tree = unpackWords(
  Uint8Array.from(
    packWords(new Map([['城河', 50]]), 60_000_000, { places: ['巴城镇', '木城镇', '武陵山乡'] }),
  ).buffer,
);
const firstNodes = new Uint32Array(0x10000);
for (const unit of ['巴', '木', '武', '城']) {
  firstNodes[unit.charCodeAt(0)] = tree.units.indexOf(unit.charCodeAt(0));
}

describe('readPlaceName', () => {
  it.each([
    ['在[巴城]镇上', 'place'],
    ['[武陵山]乡', 'place'],
    ['[木城]河', 'name'],
    ['[武陵山]区', 'name'],
    ['[木城]人', undefined],
    ['[武陵]山', undefined],
    ['[城河]镇', undefined],
    ['[巴山]镇', undefined],
    ['[丁城]镇', undefined],
    ['[木城]', undefined],
  ] as const)('%s: %s', (bracketed, wanted) => {
    const text = bracketed.replace(/[[\]]/g, '');
    const read = readPlaceName(
      { tree, firstNodes },
      text,
      bracketed.indexOf('['),
      bracketed.indexOf(']') - 1,
    );
    expect(read).toBe(wanted);
  });
});

it('knows kinds as folded text has them, each once', () => {
  const folded = Array.from(PLACE_KINDS, (kind) => String.fromCharCode(foldTable[kind.charCodeAt(0)] ?? 0));
  expect(folded).toEqual(Array.from(PLACE_KINDS));
  expect(new Set(folded).size).toBe(PLACE_KINDS.length);
});
