/**
 * How an underlined term looks: the choices a reader has, and the CSS that draws them.
 *
 * Every look has a highlight name of its own (`gloss-dotted-blue`), and one stylesheet holds the
 * rules of all of them: changing the look then is a matter of registering the same ranges under
 * another name, with no stylesheet to swap in the page.
 */

export const UNDERLINE_STYLES = ['dotted', 'dashed', 'solid', 'wavy', 'tint'] as const;
export type UnderlineStyle = (typeof UNDERLINE_STYLES)[number];

export const UNDERLINE_COLOURS = ['blue', 'green', 'amber', 'rose', 'violet', 'text'] as const;
export type UnderlineColour = (typeof UNDERLINE_COLOURS)[number];

export interface UnderlineLook {
  style: UnderlineStyle;
  colour: UnderlineColour;
}

/**
 * Mid-tones with a contrast of at least 3:1 (WCAG 2.2, 1.4.11) on white and on #1b1b1f alike, since a
 * highlight can't know what is behind it; `tests/unit/settings/underline.test.ts` computes it.
 * `text` follows the page's own text colour.
 */
export const COLOUR_VALUES: Readonly<Record<UnderlineColour, string>> = {
  blue: '#3b82d6',
  green: '#2f9461',
  amber: '#b9780f',
  rose: '#d6517a',
  violet: '#8f6bdc',
  text: 'currentColor',
};

/** The start of all our names in `CSS.highlights`. Neutral: the page can read it. */
export const HIGHLIGHT_PREFIX = 'gloss-';
/** The term whose popover is open. */
export const ACTIVE_HIGHLIGHT = `${HIGHLIGHT_PREFIX}active`;
/** A term that was jumped to. */
export const FLASH_HIGHLIGHT = `${HIGHLIGHT_PREFIX}flash`;

/** Name under which the terms of a look stand in `CSS.highlights`. */
export function highlightName({ style, colour }: UnderlineLook): string {
  return `${HIGHLIGHT_PREFIX}${style}-${colour}`;
}

/** Name of the terms of glossaries that have a colour of their own; the style is that of all terms. */
export function glossaryHighlightName({ style, colour }: UnderlineLook): string {
  return `${HIGHLIGHT_PREFIX}own-${style}-${colour}`;
}

/** Every name that we may have put in `CSS.highlights`, for taking them all out again. */
export function allHighlightNames(): string[] {
  const looks = UNDERLINE_STYLES.flatMap((style) => UNDERLINE_COLOURS.map((colour) => ({ style, colour })));
  return [
    ...looks.flatMap((look) => [highlightName(look), glossaryHighlightName(look)]),
    ACTIVE_HIGHLIGHT,
    FLASH_HIGHLIGHT,
  ];
}

/** The declarations of a look, for a `::highlight()` rule or a sample of it. */
export function lookDeclarations({ style, colour }: UnderlineLook): string {
  const value = COLOUR_VALUES[colour];
  if (style === 'tint') return `background-color: color-mix(in srgb, ${value} 22%, transparent)`;
  // In per cent of the font, and not in em: so it is inherited as what it is, and fits larger text too.
  const thickness = style === 'wavy' ? '1px' : 'max(1px, 9%)';
  return `text-decoration: underline ${style} ${value} ${thickness}`;
}

function activeDeclarations(value: string): string {
  return `background-color: color-mix(in srgb, ${value} 20%, transparent)`;
}

/**
 * Where the reader's system sets all colours: Firefox then draws no grounds, so that those of a highlight become lines.
 * (Chromium draws every highlight there as if it were selected, and can't be told otherwise.)
 */
function forcedColourRule(name: string, line: 'dotted' | 'solid'): string {
  const thickness = line === 'solid' ? ' 3px' : '';
  return `@media (forced-colors: active) { ::highlight(${name}) { text-decoration: underline ${line}${thickness} } }`;
}

/** The `::highlight()` rules of one look, of glossaries with colours of their own, and of the active and flashed term. */
export function lookRules(look: UnderlineLook): string {
  const owns = UNDERLINE_COLOURS.map((colour) => ({ style: look.style, colour }));
  const grounds = look.style === 'tint' ? [highlightName(look), ...owns.map(glossaryHighlightName)] : [];
  return [
    `::highlight(${highlightName(look)}) { ${lookDeclarations(look)} }`,
    ...owns.map((own) => `::highlight(${glossaryHighlightName(own)}) { ${lookDeclarations(own)} }`),
    `::highlight(${ACTIVE_HIGHLIGHT}) { ${activeDeclarations(COLOUR_VALUES.blue)} }`,
    `::highlight(${FLASH_HIGHLIGHT}) { background-color: #ffd54a; color: #1b1b1f }`,
    ...grounds.map((name) => forcedColourRule(name, 'dotted')),
    ...[ACTIVE_HIGHLIGHT, FLASH_HIGHLIGHT].map((name) => forcedColourRule(name, 'solid')),
  ].join('\n');
}

/** On paper a page looks as it does without us. */
export const LOOK_MEDIA = 'not print';

/**
 * The stylesheet that the manifest puts into every page: the rules of all looks.
 *
 * @param on.inherited for Chromium, which matches each rule to each element of a page, marked or not: sixty rules took more
 * of a long page than reading it. There highlights inherit, also into shadow trees, so that rules for the root will do.
 */
export function highlightStylesheet({ inherited }: { inherited: boolean }): string {
  const rules = new Set<string>();
  for (const style of UNDERLINE_STYLES) {
    for (const colour of UNDERLINE_COLOURS) {
      for (const rule of lookRules({ style, colour }).split('\n')) rules.add(rule);
    }
  }
  const sheet = `@media ${LOOK_MEDIA} {\n${[...rules].join('\n')}\n}\n`;
  return inherited ? sheet.replaceAll('::highlight(', ':root::highlight(') : sheet;
}
