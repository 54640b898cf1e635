import {
  ACTIVE_HIGHLIGHT,
  allHighlightNames,
  FLASH_HIGHLIGHT,
  glossaryHighlightName,
  highlightName,
  type UnderlineColour,
  type UnderlineLook,
} from '@/lib/settings/underline';
import { ShadowSheets } from './shadow-sheets';

/**
 * Owns our names in `CSS.highlights`. The registry is shared with the page, which can read it, clear it and
 * put its own things under our names: so it is written to, put right when something is amiss, and never
 * read back. (In Firefox it could not be: an Xray wrapper refuses to iterate it.)
 */
export class Highlighter {
  readonly #terms = new Highlight();
  /** Terms of glossaries with a colour of their own. */
  readonly #coloured = new Map<UnderlineColour, Highlight>();
  readonly #active = new Highlight();
  readonly #flash = new Highlight();
  #look: UnderlineLook;
  readonly #sheets: ShadowSheets | undefined;

  constructor(look: UnderlineLook) {
    this.#look = look;
    this.#sheets = import.meta.env.FIREFOX ? new ShadowSheets(look) : undefined;
    // The active term keeps its underline; the background goes beneath it.
    this.#active.priority = 1;
    this.#flash.priority = 2;
    Highlighter.clearAll();
    this.ensureRegistered();
  }

  /** Takes every highlight of ours off the page, those of an earlier instance too. */
  static clearAll(): void {
    for (const name of allHighlightNames()) CSS.highlights.delete(name);
  }

  /** Puts our highlights back if the page removed or replaced them, and our style sheets in shadow roots. */
  ensureRegistered(): void {
    for (const [name, highlight] of this.#entries()) {
      if (CSS.highlights.get(name) !== highlight) CSS.highlights.set(name, highlight);
    }
    this.#sheets?.restore();
  }

  /** Draws the same terms in another look. */
  setLook(look: UnderlineLook): void {
    for (const [name] of this.#entries()) CSS.highlights.delete(name);
    this.#look = look;
    this.ensureRegistered();
    this.#sheets?.setLook(look);
  }

  /** Paints terms in the general colour, or in that of their glossary. */
  add(ranges: readonly StaticRange[], colour?: UnderlineColour): void {
    let terms = this.#terms;
    if (colour) {
      terms = this.#coloured.get(colour) ?? new Highlight();
      if (!this.#coloured.has(colour)) {
        this.#coloured.set(colour, terms);
        this.ensureRegistered();
      }
    }
    for (const range of ranges) terms.add(range);
  }

  remove(ranges: readonly StaticRange[]): void {
    for (const terms of [this.#terms, ...this.#coloured.values()]) {
      for (const range of ranges) terms.delete(range);
    }
  }

  /** Shows which term the popover belongs to; no ranges: none. */
  setActive(ranges: readonly StaticRange[]): void {
    this.#active.clear();
    for (const range of ranges) this.#active.add(range);
  }

  /** Flashes ranges until called again; no ranges: none. */
  setFlash(ranges: readonly StaticRange[]): void {
    this.#flash.clear();
    for (const range of ranges) this.#flash.add(range);
  }

  /** Makes highlights show inside a shadow root. */
  adoptInto(root: ShadowRoot): void {
    this.#sheets?.adoptInto(root);
  }

  /** Undoes `adoptInto`. */
  releaseFrom(root: ShadowRoot): void {
    this.#sheets?.releaseFrom(root);
  }

  /** Leaves the page as it was. */
  destroy(): void {
    this.#sheets?.releaseAll();
    for (const [name, highlight] of this.#entries()) {
      highlight.clear();
      // Not if another instance has taken the name over meanwhile.
      if (CSS.highlights.get(name) === highlight) CSS.highlights.delete(name);
    }
  }

  #entries(): [string, Highlight][] {
    return [
      [highlightName(this.#look), this.#terms],
      ...[...this.#coloured].map(([colour, terms]): [string, Highlight] => [
        glossaryHighlightName({ style: this.#look.style, colour }),
        terms,
      ]),
      [ACTIVE_HIGHLIGHT, this.#active],
      [FLASH_HIGHLIGHT, this.#flash],
    ];
  }
}
