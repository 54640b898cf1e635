/** What tells a term from the others of its concept. */
interface NamedText {
  readonly text?: unknown;
  readonly language?: unknown;
}

/** Up to so many terms are compared one by one: a key for each in a set costs several times as much. */
const FEW = 8;

/** The same text in two languages is two terms. */
export function isSameTerm(one: NamedText | undefined, other: NamedText): boolean {
  return one?.text === other.text && one?.language === other.language;
}

/** Finds the terms of a concept that are there twice, while they come in. Time linear in how many there are. */
export class RepeatedTerms {
  readonly #few: NamedText[] = [];
  readonly #keys = new Set<string>();

  /** Takes a term in. Says whether it was there already. */
  takeIn(term: NamedText): boolean {
    if (this.#few.some((other) => isSameTerm(other, term))) return true;
    if (this.#few.length < FEW) {
      this.#few.push(term);
      return false;
    }
    const { size } = this.#keys;
    return this.#keys.add(`${term.language}\0${term.text}`).size === size;
  }
}
