import type { LanguageTag } from '@/lib/glossary/model';

/** Regions that stand for a script. */
const REGIONS: Readonly<Record<string, LanguageTag>> = {
  'zh-cn': 'zh-Hans',
  'zh-sg': 'zh-Hans',
  'zh-tw': 'zh-Hant',
  'zh-hk': 'zh-Hant',
  'zh-mo': 'zh-Hant',
};

/** A tag as it is usually written: `zh_tw` → `zh-Hant`, `EN-us` → `en-US`; `undefined` if it is none. */
export function canonicalTag(text: string): LanguageTag | undefined {
  const tag = text.trim().replaceAll('_', '-');
  if (!/^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$/.test(tag)) return undefined;
  const known = REGIONS[tag.toLowerCase()];
  if (known !== undefined) return known;
  try {
    return Intl.getCanonicalLocales(tag)[0];
  } catch (error) {
    // Of the right shape, and yet no tag: en-a, zh-Hans-Hans.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** A tag of another format as one of ours; what is none stays, and is found to be wrong later. */
export function readTag(tag: string): LanguageTag {
  return canonicalTag(tag) ?? tag;
}
