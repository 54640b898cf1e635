import { SECTIONS, type Section } from '@/components/options/sections';
import type { GlossaryId } from '@/lib/glossary/model';
import { SUBSCRIBE_HASH } from '@/lib/subscriptions/address';

/** Where the hash of the address points: a section, and in the first one a glossary. */
export interface Route {
  section: Section;
  glossary?: GlossaryId;
  /** The page was opened with a share link: an address to subscribe to, as it stands there. */
  subscribe?: string;
}

/** Reads the hash of the page's address; whatever is unknown leads to the first section. */
export function parseRoute(hash: string): Route {
  if (hash.startsWith(`#${SUBSCRIBE_HASH}?`)) {
    const subscribe = new URLSearchParams(hash.slice(SUBSCRIBE_HASH.length + 2)).get('url') ?? '';
    return { section: 'subscriptions', subscribe };
  }
  const [name, ...rest] = hash.replace(/^#/, '').split('/');
  const section = SECTIONS.find((each) => each === name) ?? 'glossaries';
  const id = decode(rest.join('/'));
  return section === 'glossaries' && id !== '' ? { section, glossary: id as GlossaryId } : { section };
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
