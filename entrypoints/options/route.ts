import { SECTIONS, type Section } from '@/components/options/sections';
import type { GlossaryId } from '@/lib/glossary/model';

/** Where the hash of the address points: a section, and in the first one a glossary. */
export interface Route {
  section: Section;
  glossary?: GlossaryId;
}

/** Reads the hash of the page's address; whatever is unknown leads to the first section. */
export function parseRoute(hash: string): Route {
  const [name, ...rest] = hash.replace(/^#/, '').split('/');
  const section = SECTIONS.find((each) => each === name) ?? 'glossaries';
  const id = rest.join('/');
  return section === 'glossaries' && id !== ''
    ? { section, glossary: decodeURIComponent(id) as GlossaryId }
    : { section };
}
