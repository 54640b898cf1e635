import { type CalmSettings, DEFAULT_CALM, parseCalm } from './calm';
import { DEFINITION_LANGUAGES, type DefinitionLanguage, UI_LANGUAGES, type UiLanguage } from './languages';
import { PAGE_LIST_ORDERS, type PageListOrder } from './page-list-order';
import { UNDERLINE_COLOURS, UNDERLINE_STYLES, type UnderlineLook } from './underline';

/** What a reader can set. Kept over restarts, and in effect in open tabs at once. */
export interface Settings {
  /** Off: no page is marked anywhere. */
  enabled: boolean;
  /** Host names on which nothing is marked: the host of the tab, with whatever frames it holds. */
  pausedSites: readonly string[];
  underline: UnderlineLook;
  openOn: OpenOn;
  /** How long the pointer rests on a term before the popover opens, in ms. */
  hoverDelayMs: number;
  /** `auto` follows the browser. */
  uiLanguage: UiLanguage | 'auto';
  /** `auto` follows the language of the interface. */
  definitionLanguage: DefinitionLanguage | 'auto';
  pageListOrder: PageListOrder;
  /** How much of what is found is marked. */
  calm: CalmSettings;
}

export const OPEN_ON = ['rest', 'alt', 'click'] as const;

/** What opens the popover of a term: a pointer at rest, one at rest while Alt is held, or a click only. */
export type OpenOn = (typeof OPEN_ON)[number];

/** Below, the popover opens on passing over a term; above, it feels broken. */
export const HOVER_DELAY_RANGE_MS = { min: 100, max: 1500 } as const;

export const DEFAULT_SETTINGS: Settings = {
  enabled: true,
  pausedSites: [],
  underline: { style: 'dotted', colour: 'blue' },
  openOn: 'rest',
  // A pointer that crosses a line of text rests on no word this long; one that stops waits hardly at all.
  hoverDelayMs: 300,
  uiLanguage: 'auto',
  definitionLanguage: 'auto',
  pageListOrder: 'category',
  calm: DEFAULT_CALM,
};

function oneOf<T>(value: unknown, choices: readonly T[], fallback: T): T {
  return choices.includes(value as T) ? (value as T) : fallback;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * Settings from whatever storage holds. A field that is missing or not of its kind gets its default;
 * the others keep their values, so that one bad field never costs a reader the rest.
 */
export function parseSettings(stored: unknown): Settings {
  const from = isRecord(stored) ? stored : {};
  const look = isRecord(from['underline']) ? from['underline'] : {};
  const fallback = DEFAULT_SETTINGS;
  const delay = from['hoverDelayMs'];
  return {
    enabled: typeof from['enabled'] === 'boolean' ? from['enabled'] : fallback.enabled,
    pausedSites: Array.isArray(from['pausedSites'])
      ? [
          ...new Set(
            from['pausedSites'].filter((site): site is string => typeof site === 'string' && site !== ''),
          ),
        ]
      : fallback.pausedSites,
    underline: {
      style: oneOf(look['style'], UNDERLINE_STYLES, fallback.underline.style),
      colour: oneOf(look['colour'], UNDERLINE_COLOURS, fallback.underline.colour),
    },
    openOn: oneOf(from['openOn'], OPEN_ON, fallback.openOn),
    hoverDelayMs:
      typeof delay === 'number' && Number.isFinite(delay)
        ? Math.min(HOVER_DELAY_RANGE_MS.max, Math.max(HOVER_DELAY_RANGE_MS.min, delay))
        : fallback.hoverDelayMs,
    uiLanguage: oneOf<Settings['uiLanguage']>(from['uiLanguage'], ['auto', ...UI_LANGUAGES], 'auto'),
    definitionLanguage: oneOf<Settings['definitionLanguage']>(
      from['definitionLanguage'],
      ['auto', ...DEFINITION_LANGUAGES],
      'auto',
    ),
    pageListOrder: oneOf(from['pageListOrder'], PAGE_LIST_ORDERS, fallback.pageListOrder),
    calm: parseCalm(from['calm']),
  };
}

/** The host name that the per-site switch goes by, or `undefined` for addresses that have none. */
export function siteOf(address: string | undefined): string | undefined {
  if (address === undefined || !URL.canParse(address)) return undefined;
  const { protocol, hostname } = new URL(address);
  if (protocol === 'file:') return 'file://';
  return /^https?:$/.test(protocol) && hostname !== '' ? hostname : undefined;
}

/** Whether terms are marked in a tab of this site. */
export function isActiveOn(settings: Settings, site: string | undefined): boolean {
  return settings.enabled && (site === undefined || !settings.pausedSites.includes(site));
}

/** The same settings with a site switched off or on again. */
export function withSite(settings: Settings, site: string, active: boolean): Settings {
  const others = settings.pausedSites.filter((each) => each !== site);
  return { ...settings, pausedSites: active ? others : [...others, site].sort() };
}
