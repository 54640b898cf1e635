import { DEFAULT_SETTINGS, parseSettings, type Settings } from './settings';

/** What an organisation sets for its readers, through the browser's policies. docs/organisations.md shows how. */
export interface Policy {
  /** Glossaries that every reader has, by address as in a share link; they cannot be ended. */
  subscriptions: readonly { address: string; mode: 'auto' | 'ask' }[];
  /** Sites that are switched off, besides those of the reader. */
  pausedSites: readonly string[];
  /** In force whatever the reader chooses. */
  settings: Partial<Settings>;
  /** In force until the reader has changed any setting. */
  defaults: Partial<Settings>;
}

export const NO_POLICY: Policy = { subscriptions: [], pausedSites: [], settings: {}, defaults: {} };

/**
 * A policy from whatever an administrator has written; what is not of its kind is left out, so that one slip never
 * costs the rest.
 */
export function parsePolicy(managed: unknown): Policy {
  const from = asRecord(managed);
  return {
    subscriptions: asList(from['subscriptions']).flatMap((value) => {
      const { address, updates } = asRecord(value);
      if (typeof address !== 'string') return [];
      return [{ address, mode: updates === 'ask' ? 'ask' : 'auto' } as const];
    }),
    pausedSites: parseSettings({ pausedSites: from['pausedSites'] }).pausedSites,
    settings: parsePart(from['settings']),
    defaults: parsePart(from['defaults']),
  };
}

/** The settings in force: what the reader has stored, under what the organisation has set. */
export function applyPolicy(stored: unknown, { settings, defaults, pausedSites }: Policy): Settings {
  const own = parseSettings(stored ?? defaults);
  const inForce = { ...own, ...settings };
  return { ...inForce, pausedSites: [...new Set([...inForce.pausedSites, ...pausedSites])] };
}

/** What to store of changed settings: the reader's own choices, for the day when the policy is lifted. */
export function withoutPolicy(
  changed: Settings,
  stored: unknown,
  { settings, pausedSites }: Policy,
): Settings {
  const own = parseSettings(stored);
  const locked = Object.fromEntries(keysOf(settings).map((key) => [key, own[key]]));
  const sites = changed.pausedSites.filter(
    (site) => own.pausedSites.includes(site) || !pausedSites.includes(site),
  );
  return { ...changed, pausedSites: sites, ...locked };
}

/** Those of the settings that are there; `pausedSites` has a place of its own. */
function parsePart(value: unknown): Partial<Settings> {
  const from = asRecord(value);
  const parsed = parseSettings(from);
  const given = keysOf(DEFAULT_SETTINGS).filter((key) => key !== 'pausedSites' && from[key] !== undefined);
  return Object.fromEntries(given.map((key) => [key, parsed[key]]));
}

function keysOf(settings: Partial<Settings>): (keyof Settings)[] {
  return Object.keys(settings) as (keyof Settings)[];
}

function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {};
}

function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
