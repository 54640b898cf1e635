import { GLOSSARY_VIEWS, type GlossaryView } from '@/components/options/glossary-view';
import { glossaryHref, SECTIONS, type Section } from '@/components/options/sections';
import type { ConceptId, GlossaryId } from '@/lib/glossary/model';
import { SUBSCRIBE_HASH } from '@/lib/subscriptions/address';

/** In place of a concept: one that is yet to be written. No id can be mistaken for it, since a plus is escaped. */
export const NEW_CONCEPT = '+';

/** Where the hash of the address points: a section, in the first one a glossary, a view and a concept of it. */
export interface Route {
  section: Section;
  glossary?: GlossaryId;
  /** The page was opened with a share link: an address to subscribe to, as it stands there. */
  subscribe?: string;
  view?: GlossaryView;
  concept?: ConceptId | typeof NEW_CONCEPT;
}

/** Reads the hash of the page's address; whatever is unknown leads to the first section. */
export function parseRoute(hash: string): Route {
  if (hash.startsWith(`#${SUBSCRIBE_HASH}?`)) {
    const subscribe = new URLSearchParams(hash.slice(SUBSCRIBE_HASH.length + 2)).get('url') ?? '';
    return { section: 'subscriptions', subscribe };
  }
  const [name, id = '', viewName, conceptPart = ''] = hash.replace(/^#/, '').split('/');
  const section = SECTIONS.find((each) => each === name) ?? 'glossaries';
  const glossary = decode(id);
  if (section !== 'glossaries' || glossary === '') return { section };
  const view = GLOSSARY_VIEWS.find((each) => each === viewName);
  const concept = conceptPart === NEW_CONCEPT ? NEW_CONCEPT : (decode(conceptPart) as ConceptId);
  return {
    section,
    glossary: glossary as GlossaryId,
    ...(view === undefined ? {} : { view }),
    ...(view !== 'concepts' || concept === '' ? {} : { concept }),
  };
}

/** The hash of a concept in its glossary. */
export function conceptHref(glossary: GlossaryId, concept: ConceptId | typeof NEW_CONCEPT): string {
  const part = concept === NEW_CONCEPT ? concept : encodeURIComponent(concept);
  return `${glossaryHref(glossary)}/concepts/${part}`;
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch (error) {
    // Typed or cut off by hand: it names nothing.
    if (error instanceof URIError) return '';
    throw error;
  }
}
