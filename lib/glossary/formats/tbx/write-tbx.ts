import { categoryNames } from '@/lib/glossary/formats/category-keys';
import type { DraftConcept, Json } from '@/lib/glossary/formats/draft';
import { readTag } from '@/lib/glossary/formats/language-tags';
import { findResidue, writeNote } from '@/lib/glossary/formats/residue';
import { escapeXml, layoutFree } from '@/lib/glossary/formats/xml/read-xml';
import { pickLanguage } from '@/lib/glossary/localized';
import type { Concept, Glossary, Term } from '@/lib/glossary/model';

/** How TBX writes a data category: as an attribute (`<descrip type="definition">`) or as a tag (`<basic:definition>`). */
export type TbxStyle = 'dca' | 'dct';

interface Category {
  /** The element that carries it in DCA. */
  carrier: string;
  /** The module that it belongs to in DCT. */
  module: 'min' | 'basic';
}

const CATEGORIES = {
  subjectField: { carrier: 'descrip', module: 'min' },
  definition: { carrier: 'descrip', module: 'basic' },
  administrativeStatus: { carrier: 'termNote', module: 'min' },
  externalCrossReference: { carrier: 'xref', module: 'basic' },
  crossReference: { carrier: 'ref', module: 'basic' },
} as const satisfies Record<string, Category>;

const MODULES = ` xmlns:min="http://www.tbxinfo.net/ns/min" xmlns:basic="http://www.tbxinfo.net/ns/basic"`;

/**
 * The text of a TBX-Basic file, ISO 30042:2019. What TBX-Basic has no category for stands in notes, as JSON:
 * `readTbx` gives it back.
 */
export function writeTbx({ concepts, ...header }: Glossary, style: TbxStyle): string {
  const title = header.name[pickLanguage(header.name, header.language) ?? ''] ?? '';
  const entryIds = new Map(concepts.map(({ id }, at) => [id as string, entryId(id, at)]));
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<tbx style="${style}" type="TBX-Basic" xml:lang="${escapeXml(header.language)}" xmlns="urn:iso:std:iso:30042:ed-2"${style === 'dct' ? MODULES : ''}>`,
    '<tbxHeader><fileDesc>',
    `<titleStmt><title>${escapeXml(title)}</title></titleStmt>`,
    `<sourceDesc><p>${escapeXml(writeNote({ glossary: header }))}</p></sourceDesc>`,
    '</fileDesc></tbxHeader>',
    '<text><body>',
  ];
  const context: Context = { style, header, entryIds, categoryKeys: categoryNames(header.categories) };
  for (const concept of concepts) lines.push(...entryLines(concept, context));
  lines.push('</body></text>', '</tbx>', '');
  return lines.join('\n');
}

interface Context {
  style: TbxStyle;
  header: Omit<Glossary, 'concepts'>;
  /** Concept → its entry in the file. */
  entryIds: ReadonlyMap<string, string>;
  /** Name → key. */
  categoryKeys: ReadonlyMap<string, string>;
}

/** Ids of XML are names: letters, digits, `.`, `-`, `_`, and no digit first. What is none stands in the residue. */
function entryId(id: string, at: number): string {
  return /^[A-Za-z_][A-Za-z0-9._-]*$/.test(id) && !/^entry-\d+$/.test(id) ? id : `entry-${at + 1}`;
}

function entryLines(concept: Concept, { style, header, entryIds, categoryKeys }: Context): string[] {
  const say = (name: keyof typeof CATEGORIES, text: string, attributes = ''): string => {
    const { carrier, module } = CATEGORIES[name];
    const [start, end] =
      style === 'dca' ? [`${carrier} type="${name}"`, carrier] : [`${module}:${name}`, `${module}:${name}`];
    return `<${start}${attributes}>${escapeXml(text)}</${end}>`;
  };
  const languages = new Set(concept.terms.map(({ language }) => language));
  const id = entryIds.get(concept.id) ?? '';
  const lines = [`<conceptEntry id="${escapeXml(id)}">`];
  const categoryName = concept.category === undefined ? undefined : header.categories[concept.category];
  const category = categoryName?.[pickLanguage(categoryName, header.language) ?? ''];
  if (category !== undefined) lines.push(say('subjectField', category));
  for (const [language, text] of Object.entries(concept.definitions)) {
    if (!languages.has(language)) lines.push(say('definition', text, ` xml:lang="${escapeXml(language)}"`));
  }
  for (const { title, url } of concept.sources) {
    lines.push(say('externalCrossReference', title, ` target="${escapeXml(url)}"`));
  }
  for (const related of concept.related ?? []) {
    lines.push(say('crossReference', related, ` target="${escapeXml(entryIds.get(related) ?? related)}"`));
  }
  const residue = findResidue(concept, readPlainly(concept, { id, languages, category, categoryKeys }));
  if (residue !== undefined) lines.push(`<note>${escapeXml(writeNote(residue))}</note>`);
  for (const language of languages) {
    lines.push(`<langSec xml:lang="${escapeXml(language)}">`);
    if (Object.hasOwn(concept.definitions, language))
      lines.push(say('definition', concept.definitions[language] ?? ''));
    for (const term of concept.terms.filter((each) => each.language === language)) {
      const status = say('administrativeStatus', `${term.status}Term-admn-sts`);
      lines.push(`<termSec><term>${escapeXml(term.text)}</term>${status}</termSec>`);
    }
    lines.push('</langSec>');
  }
  lines.push('</conceptEntry>');
  return lines;
}

/** The concept as `readEntry` makes it without a note. */
function readPlainly(
  concept: Concept,
  {
    id,
    languages,
    category,
    categoryKeys,
  }: {
    id: string;
    languages: ReadonlySet<string>;
    category: string | undefined;
    categoryKeys: ReadonlyMap<string, string>;
  },
): DraftConcept {
  const tagsChange = [...languages, ...Object.keys(concept.definitions)].some((tag) => readTag(tag) !== tag);
  const terms = [...languages].flatMap((language) =>
    concept.terms.filter((term) => term.language === language),
  );
  const plainTerms = terms.map(({ text, language, status }: Term) => ({
    text: layoutFree(text),
    language,
    status,
  }));
  const definitions = Object.entries(concept.definitions).map(([tag, text]) => [tag, layoutFree(text)]);
  const urls = new Set(concept.sources.map(({ url }) => url));
  const sources = concept.sources.map(({ title, url }) => ({ title: layoutFree(title), url }));
  const plain: Json = {
    terms: tagsChange ? [] : plainTerms,
    definitions: tagsChange ? {} : Object.fromEntries(definitions),
    sources: urls.size === sources.length ? sources : [],
    ...(category === undefined ? {} : { category: categoryKeys.get(layoutFree(category)) }),
    ...(concept.related === undefined || concept.related.length === 0 ? {} : { related: concept.related }),
  };
  return { ...plain, id, terms: plain['terms'] as DraftConcept['terms'] };
}
