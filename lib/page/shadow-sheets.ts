import { LOOK_MEDIA, lookRules, type UnderlineLook } from '@/lib/settings/underline';

/**
 * Our style sheets in shadow roots: Firefox draws highlights only where the rule is in the root's own style sheets.
 * Chromium takes the document's and needs none of this.
 */
export class ShadowSheets {
  #look: UnderlineLook;
  readonly #sheets = new Map<ShadowRoot, CSSStyleSheet>();

  constructor(look: UnderlineLook) {
    this.#look = look;
  }

  adoptInto(root: ShadowRoot): void {
    if (this.#sheets.has(root)) return;
    const sheet = new CSSStyleSheet({ media: LOOK_MEDIA });
    sheet.replaceSync(lookRules(this.#look));
    root.adoptedStyleSheets.push(sheet);
    this.#sheets.set(root, sheet);
  }

  /** Undoes `adoptInto`. */
  releaseFrom(root: ShadowRoot): void {
    const sheet = this.#sheets.get(root);
    if (sheet === undefined) return;
    this.#sheets.delete(root);
    const at = root.adoptedStyleSheets.indexOf(sheet);
    if (at >= 0) root.adoptedStyleSheets.splice(at, 1);
  }

  releaseAll(): void {
    for (const root of [...this.#sheets.keys()]) this.releaseFrom(root);
  }

  setLook(look: UnderlineLook): void {
    this.#look = look;
    for (const sheet of this.#sheets.values()) sheet.replaceSync(lookRules(look));
  }

  /** Puts back what a page has taken out. */
  restore(): void {
    for (const [{ adoptedStyleSheets }, sheet] of this.#sheets) {
      if (!adoptedStyleSheets.includes(sheet)) adoptedStyleSheets.push(sheet);
    }
  }
}
