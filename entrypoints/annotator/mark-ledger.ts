import type { Container } from '@/lib/page/elements';
import { type Mark, stillReads } from '@/lib/page/mark';
import type { MarkDrawer } from '@/lib/page/mark-drawer';

/** Which of the marks that could be shown are. */
export type ChooseMarks = (marks: Mark[]) => ReadonlySet<Mark>;

/**
 * The books of everything marked on this page: which marks stand in which container, and which ambiguous ones
 * have the context that they need. Paints and unpaints accordingly.
 */
export class MarkLedger {
  readonly #drawer: MarkDrawer;
  readonly #byContainer = new Map<Container, Mark[]>();
  /** Glossary ordinal → how many marks give it context. */
  readonly #context = new Map<number, number>();
  readonly #ambiguous = new Set<Mark>();
  #shownCount = 0;
  #choose: ChooseMarks | undefined;

  constructor(drawer: MarkDrawer) {
    this.#drawer = drawer;
  }

  /** How many marks are painted now. */
  get shownCount(): number {
    return this.#shownCount;
  }

  /** The painted marks, in no particular order. */
  *shown(): Generator<Mark> {
    for (const marks of this.#byContainer.values()) {
      for (const mark of marks) if (mark.shown) yield mark;
    }
  }

  /** Shows fewer marks than there are, from the next `settle` on; without a choice, all of them. */
  setChoice(choose: ChooseMarks | undefined): void {
    const before = this.#choose;
    this.#choose = choose ?? (before && ((marks) => new Set(marks)));
    this.settle();
    this.#choose = choose;
  }

  /** Makes the choice anew; to be called after marks have come or gone. */
  settle(): void {
    if (this.#choose === undefined) return;
    const all = [...this.#byContainer.values()].flat();
    const chosen = this.#choose(all.filter((mark) => this.#isWanted(mark) && stillReads(mark)));
    for (const mark of all) this.#setShown(mark, chosen.has(mark));
  }

  /** The painted mark that a range belongs to, if the range is one of ours. */
  markOf(range: AbstractRange): Mark | undefined {
    const marks = this.#marksAround(range.startContainer);
    return marks.find((mark) => mark.shown && (mark.ranges as AbstractRange[]).includes(range));
  }

  /** The painted marks whose text blocks are a container's own. */
  marksIn(container: Container): Mark[] {
    return (this.#byContainer.get(container) ?? []).filter(({ shown }) => shown);
  }

  /** How many different terms of each glossary (by ordinal) are painted. */
  countTerms(): [glossary: number, terms: number][] {
    const forms = new Map<number, Set<number>>();
    for (const { form, gives, needs } of this.shown()) {
      for (const glossary of [...gives, ...needs]) {
        const known = forms.get(glossary);
        if (known === undefined) forms.set(glossary, new Set([form]));
        else known.add(form);
      }
    }
    return [...forms].map(([glossary, { size }]) => [glossary, size]);
  }

  /** @param marks at least one; a list that nobody else changes */
  add(container: Container, marks: Mark[]): void {
    const list = this.#byContainer.get(container);
    if (list === undefined) this.#byContainer.set(container, marks);
    else list.push(...marks);
    for (const mark of marks) this.#enter(mark);
  }

  remove(container: Container): void {
    const marks = this.#byContainer.get(container);
    if (marks === undefined) return;
    this.#byContainer.delete(container);
    for (const mark of marks) this.#leave(mark);
  }

  /** Shows again the marks of a container that `checkText` unpainted and whose text is back. */
  restore(container: Container): void {
    if (this.#choose !== undefined) return;
    for (const mark of this.#byContainer.get(container) ?? []) {
      if (!mark.shown && this.#isWanted(mark) && stillReads(mark)) this.#setShown(mark, true);
    }
  }

  /** Removes the marks of all containers but those. */
  keepOnly(isKept: (container: Container) => boolean): void {
    for (const container of [...this.#byContainer.keys()]) if (!isKept(container)) this.remove(container);
  }

  clear(): void {
    this.keepOnly(() => false);
  }

  /** Unpaints the marks whose text is no longer what was marked; the rest stays until it is read again. */
  checkText(node: Text): void {
    for (const mark of this.#marksAround(node)) {
      if (mark.shown && !stillReads(mark)) this.#setShown(mark, false);
    }
  }

  /** The marks of the nearest container above a node that has any. */
  #marksAround(node: Node): readonly Mark[] {
    for (let at: Node | null = node.parentNode; at !== null; at = at.parentNode) {
      const marks = this.#byContainer.get(at as Container);
      if (marks !== undefined) return marks;
    }
    return [];
  }

  #enter(mark: Mark): void {
    for (const glossary of mark.gives) this.#changeContext(glossary, 1);
    if (mark.needs.length > 0 || mark.fallbackOf !== undefined) this.#ambiguous.add(mark);
    if (this.#choose === undefined) this.#setShown(mark, this.#isWanted(mark));
  }

  #leave(mark: Mark): void {
    this.#setShown(mark, false);
    this.#ambiguous.delete(mark);
    for (const glossary of mark.gives) this.#changeContext(glossary, -1);
  }

  #isWanted(mark: Mark): boolean {
    for (let outer = mark.fallbackOf; outer !== undefined; outer = outer.fallbackOf) {
      if (this.#hasContext(outer)) return false;
    }
    return this.#hasContext(mark);
  }

  #hasContext({ needs }: Mark): boolean {
    return needs.length === 0 || needs.some((glossary) => this.#context.has(glossary));
  }

  #changeContext(glossary: number, by: 1 | -1): void {
    const before = this.#context.get(glossary) ?? 0;
    const after = before + by;
    if (after === 0) this.#context.delete(glossary);
    else this.#context.set(glossary, after);
    if ((before !== 0 && after !== 0) || this.#choose !== undefined) return;
    for (const mark of this.#ambiguous) this.#setShown(mark, this.#isWanted(mark) && stillReads(mark));
  }

  #setShown(mark: Mark, shown: boolean): void {
    if (mark.shown === shown) return;
    mark.shown = shown;
    this.#shownCount += shown ? 1 : -1;
    if (shown) this.#drawer.show(mark);
    else this.#drawer.hide(mark);
  }
}
