import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS, isActiveOn, parseSettings, siteOf, withSite } from '@/lib/settings/settings';

describe('parseSettings', () => {
  it.each([undefined, null, 'on', 42, [], [{ enabled: false }], {}, { unknown: true }])(
    'makes %j into the defaults',
    (stored) => {
      expect(parseSettings(stored)).toEqual(DEFAULT_SETTINGS);
    },
  );

  it.each([
    { field: 'enabled', stored: 'false', read: true },
    { field: 'enabled', stored: 0, read: true },
    { field: 'enabled', stored: false, read: false },
    { field: 'pausedSites', stored: 'example.com', read: [] },
    { field: 'pausedSites', stored: { 0: 'example.com' }, read: [] },
    { field: 'pausedSites', stored: ['a.example', 7, '', null, 'a.example'], read: ['a.example'] },
    { field: 'hoverDelayMs', stored: '300', read: 300 },
    { field: 'hoverDelayMs', stored: Number.NaN, read: 300 },
    { field: 'hoverDelayMs', stored: Number.POSITIVE_INFINITY, read: 300 },
    { field: 'hoverDelayMs', stored: -1, read: 100 },
    { field: 'hoverDelayMs', stored: 1e9, read: 1500 },
    { field: 'hoverDelayMs', stored: 450, read: 450 },
    { field: 'underline', stored: 'dotted', read: { style: 'dotted', colour: 'blue' } },
    {
      field: 'underline',
      stored: { style: 'wavy', colour: 'red; } * {' },
      read: { style: 'wavy', colour: 'blue' },
    },
    {
      field: 'underline',
      stored: { style: '__proto__', colour: 'rose' },
      read: { style: 'dotted', colour: 'rose' },
    },
    { field: 'uiLanguage', stored: 'zh', read: 'auto' },
    { field: 'uiLanguage', stored: 'zh-TW', read: 'zh-TW' },
    { field: 'uiLanguage', stored: ['en'], read: 'auto' },
    { field: 'definitionLanguage', stored: 'zh-CN', read: 'auto' },
    { field: 'definitionLanguage', stored: 'en', read: 'en' },
    { field: 'pageListOrder', stored: 'random', read: 'category' },
    { field: 'pageListOrder', stored: 'appearance', read: 'appearance' },
  ])('reads $field $stored as $read', ({ field, stored, read }) => {
    expect(parseSettings({ [field]: stored })).toEqual({ ...DEFAULT_SETTINGS, [field]: read });
  });

  it('keeps the good fields beside a bad one', () => {
    const read = parseSettings({ enabled: false, hoverDelayMs: {}, uiLanguage: 'en' });
    expect(read).toEqual({ ...DEFAULT_SETTINGS, enabled: false, uiLanguage: 'en' });
  });

  it('gives back what it made', () => {
    const read = parseSettings({ pausedSites: ['a.example'], hoverDelayMs: 5 });
    expect(parseSettings(structuredClone(read))).toEqual(read);
  });
});

describe('siteOf', () => {
  it.each([
    { address: 'https://News.Example.com:8080/a?b#c', site: 'news.example.com' },
    { address: 'http://localhost:3000/', site: 'localhost' },
    { address: 'https://例子.测试/', site: 'xn--fsqu00a.xn--0zwm56d' },
    { address: 'file:///home/reader/page.html', site: 'file://' },
    { address: 'about:blank', site: undefined },
    { address: 'chrome://settings/', site: undefined },
    { address: 'data:text/html,x', site: undefined },
    { address: 'no address', site: undefined },
    { address: undefined, site: undefined },
  ])('of $address is $site', ({ address, site }) => {
    expect(siteOf(address)).toBe(site);
  });
});

describe('withSite', () => {
  it('switches a site off once, and on again without a trace', () => {
    const off = withSite(withSite(DEFAULT_SETTINGS, 'b.example', false), 'b.example', false);
    expect(withSite(off, 'a.example', false).pausedSites).toEqual(['a.example', 'b.example']);
    expect(isActiveOn(off, 'b.example')).toBe(false);
    expect(isActiveOn(off, 'a.example')).toBe(true);
    expect(withSite(off, 'b.example', true)).toEqual(DEFAULT_SETTINGS);
  });

  it('leaves everything off while all is switched off', () => {
    expect(isActiveOn({ ...DEFAULT_SETTINGS, enabled: false }, undefined)).toBe(false);
  });
});
