import { describe, expect, it } from 'vitest';
import { savedText, targetName } from '@/components/controls/target-texts';
import { createTranslator } from '@/lib/i18n/translator';

const t = createTranslator('en');
const name = { en: 'Ports' };
const sites = ['a.com', 'b.com'];

describe('where terms go, and are marked', () => {
  it.each([
    { into: { enabled: true }, chosen: 'Ports', told: 'x is saved, and marked on open pages.' },
    {
      into: { enabled: true, sites },
      chosen: 'Ports (only on a.com, b.com)',
      told: 'x is saved, and marked on a.com, b.com only.',
    },
    {
      into: { enabled: false, sites },
      chosen: 'Ports (off)',
      told: 'x is saved. Its glossary is switched off, so it is not marked.',
    },
  ])('$chosen', ({ into, chosen, told }) => {
    expect(targetName({ name, ...into }, t, 'en')).toBe(chosen);
    expect(savedText('note.done.saved', into, { term: 'x' }, t, 'en')).toBe(told);
  });
});
