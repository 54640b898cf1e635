/** A concept as a file has it, valid unless the change makes it something else. */
export function conceptJson(change: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    id: 'liangjiang',
    terms: [{ text: '两江新区', language: 'zh-Hans', status: 'preferred' }],
    definitions: { zh: '重庆的国家级新区。' },
    category: 'zone',
    sources: [{ title: 'Liangjiang New Area', url: 'https://example.org/liangjiang' }],
    ...change,
  };
}

/** A glossary as a file has it, with one concept; valid unless the change makes it something else. */
export function glossaryJson(change: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    format: 'pangzhu-glossary',
    formatVersion: 1,
    id: 'example',
    name: { en: 'Example' },
    version: '1',
    updated: '2026-11-24',
    language: 'zh-Hans',
    categories: { zone: { en: 'Zone' } },
    concepts: [conceptJson()],
    ...change,
  };
}

/** A glossary of one concept with this change. */
export function withConcept(change: Record<string, unknown>): Record<string, unknown> {
  return glossaryJson({ concepts: [conceptJson(change)] });
}

/** A glossary whose only term has this change. */
export function withTerm(change: Record<string, unknown>): Record<string, unknown> {
  return withConcept({ terms: [{ text: '两江新区', language: 'zh-Hans', status: 'preferred', ...change }] });
}

/** A glossary whose only source has this address. */
export function withUrl(url: string): Record<string, unknown> {
  return withConcept({ sources: [{ title: 'A page', url }] });
}
