import type { ListedForm } from '@/lib/messaging/protocol';
import { visibleOf } from '@/lib/page/drawn-marks';
import { inDocumentOrder, type Mark } from '@/lib/page/mark';
import { SENTENCE_REACH } from '@/lib/page-list/sentence';

/**
 * The painted forms of this frame in order of first appearance, with how often each stands there. Only what is of the
 * term index with that revision: while a page is looked up again, the same number may mean another form. And only what
 * is to be seen: what a style has hidden meanwhile is read again when it is shown, or when something in it changes.
 */
export function listForms(marks: Iterable<Mark>, revision: number): ListedForm[] {
  const current = visibleOf([...marks].filter((mark) => mark.revision === revision));
  const forms = new Map<number, ListedForm>();
  for (const { form, text, block, start } of inDocumentOrder(current)) {
    const listed = forms.get(form);
    if (listed === undefined) {
      const from = Math.max(0, start - SENTENCE_REACH);
      const around = block.slice(from, start + text.length + SENTENCE_REACH);
      forms.set(form, { form, text, count: 1, around, at: start - from });
    } else listed.count++;
  }
  return [...forms.values()];
}
