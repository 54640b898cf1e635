import type { GlossaryId } from '@/lib/glossary/model';
import type { MessageKey } from '@/lib/i18n/translator';

/** The sections of the options page, in order; each is the hash of its address. */
export const SECTIONS = [
  'glossaries',
  'exchange',
  'subscriptions',
  'backup',
  'appearance',
  'marking',
  'sites',
  'keys',
  'language',
  'about',
] as const;
export type Section = (typeof SECTIONS)[number];

/** Name of each section. */
export const SECTION_NAMES: Readonly<Record<Section, MessageKey>> = {
  glossaries: 'options.glossaries',
  exchange: 'exchange.title',
  subscriptions: 'options.subscriptions',
  backup: 'options.backup',
  appearance: 'options.appearance',
  marking: 'options.marking',
  sites: 'options.sites',
  keys: 'options.keys',
  language: 'options.language',
  about: 'options.about',
};

/** The hash of a glossary's page. */
export const glossaryHref = (id: GlossaryId): string => `#glossaries/${encodeURIComponent(id)}`;
