import { describe, expect, it } from 'vitest';
import { appliesOn } from '@/lib/settings/glossary-sites';

describe('appliesOn', () => {
  it.each([
    [undefined, 'example.com', true],
    [undefined, undefined, true],
    [['example.com'], 'example.com', true],
    [['example.com'], 'news.example.com', true],
    [['example.com'], 'badexample.com', false],
    [['news.example.com'], 'example.com', false],
    [['a.org', 'b.org'], 'b.org', true],
    [['example.com'], undefined, false],
  ])('of a glossary for %s on %s is %s', (sites, host, expected) => {
    expect(appliesOn(sites, host)).toBe(expected);
  });
});
