import type { Source } from '@/lib/glossary/model';

/** What goes on the clipboard: the term with its reading, what it is, and who says so. */
export function copiedText({
  headword,
  reading,
  definition,
  sources,
}: {
  headword: string;
  reading?: string | undefined;
  definition: string;
  sources: readonly Source[];
}): string {
  const lines = [reading === undefined ? headword : `${headword} (${reading})`];
  if (definition !== '') lines.push(definition);
  for (const { title, publisher, date, url } of sources) {
    lines.push(`— ${[title, publisher, date].filter((part) => part !== undefined).join(', ')}`, url);
  }
  return lines.join('\n');
}
