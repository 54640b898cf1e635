import type { Sentence } from './sentence';

/** A term of the page with what is said about it, in the reader's language. */
export interface StudyTerm {
  headword: string;
  /** The other names, in the order of the concept. */
  names: readonly string[];
  category: string;
  definition: string;
  sentence: Sentence;
  count: number;
  sources: readonly { title: string; url: string }[];
  glossary: string;
}

/** Terms under one heading of the list; an empty one where the list is not grouped. */
export interface StudyGroup {
  heading: string;
  terms: readonly StudyTerm[];
}

/** A page's list, as it is exported. */
export interface StudySheet {
  title: string;
  address: string;
  /** ISO 8601. */
  date: string;
  groups: readonly StudyGroup[];
}

/** The headings of the columns, and the words between. */
export interface StudyLabels {
  term: string;
  names: string;
  category: string;
  definition: string;
  sentence: string;
  count: string;
  sources: string;
  glossary: string;
  page: string;
}

export const EXPORT_FORMATS = ['markdown', 'csv', 'anki'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** What a format writes, and the name and type of its file. */
export interface ExportWriter {
  write(sheet: StudySheet, labels: StudyLabels): string;
  extension: string;
  mediaType: string;
  /** Written before the text in a file: spreadsheets take a CSV without it for the system's old encoding. */
  fileStart: string;
}

export const EXPORT_WRITERS: Readonly<Record<ExportFormat, ExportWriter>> = {
  markdown: { write: toMarkdown, extension: 'md', mediaType: 'text/markdown', fileStart: '' },
  csv: { write: toCsv, extension: 'csv', mediaType: 'text/csv', fileStart: '\ufeff' },
  anki: { write: toAnki, extension: 'txt', mediaType: 'text/plain', fileStart: '' },
};

const allTerms = ({ groups }: StudySheet): StudyTerm[] => groups.flatMap(({ terms }) => terms);

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** A study sheet: a heading for each category and term, the definition, the sentence as a quotation. */
export function toMarkdown(sheet: StudySheet, labels: StudyLabels): string {
  const lines = [`# ${markdown(sheet.title)}`, `<${address(sheet.address)}> · ${sheet.date}`];
  for (const { heading, terms } of sheet.groups) {
    if (heading !== '') lines.push(`## ${markdown(heading)}`);
    for (const term of terms) lines.push(...markdownTerm(term, heading === '' ? '##' : '###', labels));
  }
  return `${lines.join('\n\n')}\n`;
}

function markdownTerm(term: StudyTerm, level: string, labels: StudyLabels): string[] {
  const { before, term: text, after } = term.sentence;
  const sources = term.sources.map(({ title, url }) => `[${markdown(title)}](<${address(url)}>)`);
  return [
    `${level} ${markdown(term.headword)}`,
    ...term.definition.split(/[\r\n]+/).map(markdown),
    `> ${escapeStart((escapeMarkdown(before) + strong(text) + escapeMarkdown(after)).trim())}`,
    [
      ...(term.names.length > 0 ? [`- ${labels.names}: ${term.names.map(markdown).join(' · ')}`] : []),
      ...(sources.length > 0 ? [`- ${labels.sources}: ${sources.join(' · ')}`] : []),
      `- ${labels.glossary}: ${markdown(term.glossary)}`,
    ].join('\n'),
  ].filter((part) => part !== '');
}

/** On one line, with a backslash before whatever Markdown or HTML would read as its own. */
function markdown(text: string): string {
  return escapeStart(escapeMarkdown(text).trim());
}

/** A part of a line: the blanks at its ends are those between words. */
function escapeMarkdown(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\`*_{}[\]<>#|~&]/g, '\\$&');
}

function escapeStart(line: string): string {
  return line.replace(/^([-+=]|\d+[.)])/, (start) => start.replace(/[-+=.)]/, '\\$&'));
}

/** In bold, unless it begins or ends in what is no letter: asterisks between a letter and that are read as asterisks. */
function strong(text: string): string {
  const bold = !/^[\s\p{P}\p{S}]|[\s\p{P}\p{S}]$/u.test(text);
  return bold ? `**${escapeMarkdown(text)}**` : escapeMarkdown(text);
}

/** An address that can't end the angle brackets it is put in. */
function address(url: string): string {
  return url.replace(/[<>\s\\]/g, (character) => encodeURIComponent(character));
}

/** RFC 4180: a heading and a line for each term, ended by CR LF. */
export function toCsv(sheet: StudySheet, labels: StudyLabels): string {
  const { term, names, category, definition, sentence, count, sources, glossary, page } = labels;
  const rows = [
    [term, names, category, definition, sentence, count, sources, glossary, page],
    ...allTerms(sheet).map((each) => [
      each.headword,
      each.names.join('; '),
      each.category,
      each.definition,
      each.sentence.before + each.sentence.term + each.sentence.after,
      String(each.count),
      each.sources.map(({ title, url }) => `${title} ${url}`).join('\n'),
      each.glossary,
      sheet.address,
    ]),
  ];
  return rows.map((row) => `${row.map(csvField).join(',')}\r\n`).join('');
}

/** What a spreadsheet takes for the start of a formula, in full width too. */
const FORMULA_START = /^[\s\ufeff]*[=+\-@＝＋－＠]|^[\t\r\n]/;

/** Page text is anybody's: an apostrophe before it keeps a spreadsheet from computing it. */
function csvField(text: string): string {
  const safe = FORMULA_START.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/**
 * A file that Anki imports without a question: term, definition, sentence with the term in bold, source,
 * category as a tag. The fields are HTML, the tag is plain text.
 */
export function toAnki(sheet: StudySheet, labels: StudyLabels): string {
  const columns = [labels.term, labels.definition, labels.sentence, labels.sources, labels.category];
  const header = [
    '#separator:tab',
    '#html:true',
    `#columns:${columns.map(oneLine).join('\t')}`,
    '#tags column:5',
  ];
  const rows = allTerms(sheet).map(({ headword, definition, sentence, sources, category }) => [
    html(headword),
    html(definition),
    `${html(sentence.before)}<b>${html(sentence.term)}</b>${html(sentence.after)}`,
    sources.map(({ title, url }) => `<a href="${html(url)}">${html(title)}</a>`).join('<br>'),
    // Tags are no HTML, and a blank would make two of one.
    oneLine(category).replaceAll(' ', '_'),
  ]);
  return `${[...header, ...rows.map((row) => row.map(ankiField).join('\t'))].join('\n')}\n`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  // At the start of a line it would be a remark.
  '#': '&#35;',
};

function html(text: string): string {
  return text
    .replace(/[&<>"'#]/g, (character) => ENTITIES[character] ?? character)
    .replace(/\r\n?|\n/g, '<br>')
    .replaceAll('\t', ' ');
}

/** A field with the quotes of its tags; as in CSV, these are doubled. */
function ankiField(field: string): string {
  return field.includes('"') ? `"${field.replaceAll('"', '""')}"` : field;
}
