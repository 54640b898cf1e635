import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { applyPolicy, NO_POLICY, parsePolicy, withoutPolicy } from '@/lib/settings/policy';
import { DEFAULT_SETTINGS, type Settings } from '@/lib/settings/settings';

const policy = parsePolicy({
  subscriptions: [
    { address: 'https://terms.example.org/house.json' },
    { address: 'https://terms.example.org/law.json', updates: 'ask' },
  ],
  pausedSites: ['hr.example.org'],
  settings: { uiLanguage: 'zh-CN', underline: { style: 'solid', colour: 'green' } },
  defaults: { hoverDelayMs: 500 },
});

const own: Settings = {
  ...DEFAULT_SETTINGS,
  uiLanguage: 'en',
  pausedSites: ['a.example'],
  hoverDelayMs: 200,
};

describe('parsePolicy', () => {
  it('reads what an administrator has set', () => {
    expect(policy.subscriptions).toEqual([
      { address: 'https://terms.example.org/house.json', mode: 'auto' },
      { address: 'https://terms.example.org/law.json', mode: 'ask' },
    ]);
    expect(policy.settings).toEqual({
      uiLanguage: 'zh-CN',
      underline: { style: 'solid', colour: 'green' },
    });
  });

  it.each([
    { name: 'nothing', managed: undefined },
    { name: 'an empty policy', managed: {} },
    { name: 'a list', managed: [1] },
    {
      name: 'parts of the wrong kind',
      managed: { subscriptions: 'x', pausedSites: {}, settings: 7, defaults: [] },
    },
    { name: 'subscriptions without an address', managed: { subscriptions: [{}, 3, null] } },
    { name: 'settings that there are none of', managed: { settings: { telemetry: true } } },
  ])('makes no policy of $name', ({ managed }) => {
    expect(parsePolicy(managed)).toEqual(NO_POLICY);
  });
});

describe('applyPolicy', () => {
  it('changes nothing where there is no policy', () => {
    expect(applyPolicy(own, NO_POLICY)).toEqual(own);
    expect(applyPolicy(undefined, NO_POLICY)).toEqual(DEFAULT_SETTINGS);
  });

  it('puts what is set over the reader’s choice, and leaves the rest', () => {
    expect(applyPolicy(own, policy)).toEqual({
      ...own,
      uiLanguage: 'zh-CN',
      underline: { style: 'solid', colour: 'green' },
      pausedSites: ['a.example', 'hr.example.org'],
    });
  });

  it('has its defaults give way to the reader', () => {
    expect(applyPolicy(undefined, policy).hoverDelayMs).toBe(500);
    expect(applyPolicy(own, policy).hoverDelayMs).toBe(200);
  });
});

describe('withoutPolicy', () => {
  it('keeps the reader’s own choices for the day when the policy is lifted', () => {
    const changed = { ...applyPolicy(own, policy), hoverDelayMs: 900 };
    const stored = withoutPolicy(changed, own, policy);
    expect(stored).toEqual({ ...own, hoverDelayMs: 900 });
    expect(applyPolicy(stored, NO_POLICY).uiLanguage).toBe('en');
  });

  it('does not let a change undo what is set', () => {
    const changed = { ...applyPolicy(own, policy), uiLanguage: 'zh-TW' as const, pausedSites: [] };
    const after = applyPolicy(withoutPolicy(changed, own, policy), policy);
    expect(after).toMatchObject({ uiLanguage: 'zh-CN', pausedSites: ['hr.example.org'] });
  });
});

describe('the published schema of the policy', () => {
  const file = new URL('../../../assets/public/managed-schema.json', import.meta.url);
  const schema = JSON.parse(readFileSync(file, 'utf8'));

  it('names the parts of a policy, and settings that there are', () => {
    expect(Object.keys(schema.properties).sort()).toEqual(Object.keys(NO_POLICY).sort());
    const settings = Object.keys(schema.properties.settings.properties);
    expect(settings.filter((key) => !(key in DEFAULT_SETTINGS))).toEqual([]);
    expect(schema.properties.defaults.properties).toEqual(schema.properties.settings.properties);
  });
});
