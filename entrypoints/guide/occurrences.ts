import type { ListedForm } from '@/lib/messaging/protocol';
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
