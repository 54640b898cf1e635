import { contains, rectsOf } from '@/lib/page/hit-test';
import { inDocumentOrder, type Mark } from './mark';

/** The painted forms of this frame in order of first appearance, with how often each stands there. */
export function listForms(marks: Iterable<Mark>): { form: number; text: string; count: number }[] {
  const forms = new Map<number, { form: number; text: string; count: number }>();
  for (const { form, text } of inDocumentOrder(marks)) {
    const listed = forms.get(form);
    if (listed === undefined) forms.set(form, { form, text, count: 1 });
    else listed.count++;
  }
  return [...forms.values()];
}

/** The first occurrence of a form after `last` that is drawn at all; `undefined` when there is none. */
export function nextOccurrence(
  marks: Iterable<Mark>,
  form: number,
  last: Mark | undefined,
): Mark | undefined {
  const all = inDocumentOrder([...marks].filter((mark) => mark.form === form));
  const from = last === undefined ? 0 : all.indexOf(last) + 1;
  return all.slice(from).find((mark) => rectsOf(mark.ranges).length > 0);
}

/** Brings a mark to the middle of the window, through whatever scrolls around it. */
export function scrollToMark(mark: Mark): void {
  const [range] = mark.ranges;
  const element = range?.startContainer.parentElement;
  element?.scrollIntoView({ block: 'center', inline: 'nearest' });
  // In a paragraph taller than the window its middle may be in sight and the term not.
  const [rect] = rectsOf(mark.ranges);
  if (rect === undefined) return;
  const screen = new DOMRect(0, 0, innerWidth, innerHeight);
  if (!contains(screen, rect.left, rect.top) || !contains(screen, rect.left, rect.bottom)) {
    scrollBy({ top: rect.top - innerHeight / 2, behavior: 'instant' });
  }
}
