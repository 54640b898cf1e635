import { pickLanguage } from '@/lib/glossary/localized';
import type { Concept, Glossary, LocalizedText } from '@/lib/glossary/model';

/** The text of a Markdown file: a heading for each category, a definition list of its concepts. */
export function serializeMarkdown({ concepts, ...header }: Glossary): string {
  const localized = (text: LocalizedText): string => text[pickLanguage(text, header.language) ?? ''] ?? '';
  const lines = [`# ${escapeMarkdown(localized(header.name))}`];
  if (header.description !== undefined) lines.push('', escapeMarkdown(localized(header.description)));
  const byCategory = Map.groupBy(concepts, ({ category }) => category ?? '');
  // Without a heading above them, or they would fall under the last one.
  const uncategorised = byCategory.get('') ?? [];
  byCategory.delete('');
  for (const [category, list] of [['', uncategorised] as const, ...byCategory]) {
    const name = header.categories[category];
    if (name !== undefined) lines.push('', `## ${escapeMarkdown(localized(name))}`);
    for (const concept of list) lines.push('', ...conceptLines(concept));
  }
  return `${lines.join('\n')}\n`;
}

function conceptLines({ terms, definitions, sources }: Concept): string[] {
  const links = sources.map(
    ({ title, url }) => `[${escapeMarkdown(title)}](<${url.replace(/[<>\\]/g, encodeURIComponent)}>)`,
  );
  const said = [
    ...Object.values(definitions)
      .flatMap((text) => text.split('\n'))
      .filter((text) => text.trim() !== '')
      .map(escapeMarkdown),
    ...links,
  ];
  const names = [...new Set(terms.map(({ text }) => escapeName(text)))].join('; ');
  return [names, ...(said.length === 0 ? ['–'] : said).map((text) => `: ${text}`)];
}

/** What parts names from each other is no part of one unless it is written as a character reference. */
const escapeName = (text: string): string =>
  escapeMarkdown(text).replace(/[;；、，]/g, (char) => `&#${char.charCodeAt(0)};`);

/** What would be markup; a colon or number at the beginning of a line too. */
const escapeMarkdown = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\`*_[\]<>&|~#]/g, '\\$&')
    .replace(/^([:+\-=])/, '\\$1')
    .replace(/^(\d+)([.)])/, '$1\\$2');
