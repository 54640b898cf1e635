import type { CollectedTerm } from '@/lib/extraction/collection';
import type { LocalizedText } from '@/lib/glossary/model';
import { ask } from '@/lib/messaging/messenger';
import type { ContentToBackground, PageToBackground } from '@/lib/messaging/protocol';

/**
 * Which terms are in a glossary already, by key, with the name of the first such glossary. They are looked up as
 * pages are: in the reader's glossaries that are on, whatever characters they are written in.
 */
export async function findKnownTerms(terms: readonly CollectedTerm[]): Promise<Map<string, LocalizedText>> {
  const texts = terms.flatMap(({ key, forms }) => forms.map(({ text }) => ({ key, text })));
  const found = await ask<ContentToBackground, 'findMatches'>('findMatches', {
    blocks: texts.map(({ text }) => text),
  });
  const whole: { key: string; form: number }[] = [];
  for (let i = 0; i + 3 < found.matches.length; i += 4) {
    const [block = 0, start, end, form = 0] = found.matches.slice(i, i + 4);
    const term = texts[block];
    if (term !== undefined && start === 0 && end === term.text.length) whole.push({ key: term.key, form });
  }
  const { senses } = await ask<PageToBackground, 'describeForms'>('describeForms', {
    revision: found.revision,
    forms: whole.map(({ form }) => form),
  });
  return new Map(
    whole.flatMap(({ key }, at) => {
      const glossary = senses[at]?.[0]?.glossary;
      return glossary === undefined ? [] : [[key, glossary.name]];
    }),
  );
}
