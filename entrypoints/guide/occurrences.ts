import type { ListedForm } from '@/lib/messaging/protocol';
import { rectsOf } from '@/lib/page/hit-test';
import { inDocumentOrder, type Mark } from '@/lib/page/mark';
import { SENTENCE_REACH } from '@/lib/page-list/sentence';

/** The painted forms of this frame in order of first appearance, with how often each stands there. */
export function listForms(marks: Iterable<Mark>): ListedForm[] {
  const forms = new Map<number, ListedForm>();
  for (const { form, text, block, start } of inDocumentOrder(marks)) {
    const listed = forms.get(form);
    if (listed === undefined) {
      const from = Math.max(0, start - SENTENCE_REACH);
      const around = block.slice(from, start + text.length + SENTENCE_REACH);
      forms.set(form, { form, text, count: 1, around, at: start - from });
    } else listed.count++;
  }
  return [...forms.values()];
}

/**
 * The first occurrence of a form after `last` (or before it) that is drawn at all, and which of all it is;
 * `undefined` when there is none.
 */
export function nextOccurrence(
  marks: Iterable<Mark>,
  form: number,
  last: Mark | undefined,
  back: boolean,
): [mark: Mark, at: number] | undefined {
  const all = [...inDocumentOrder([...marks].filter((mark) => mark.form === form)).entries()];
  if (back) all.reverse();
  const from = all.findIndex(([, mark]) => mark === last) + 1;
  const found = all.slice(from).find(([, mark]) => rectsOf(mark.ranges).length > 0);
  return found && [found[1], found[0]];
}
