import { tagText } from '@/components/popover/sense-texts';
import type { LocalizedText } from '@/lib/glossary/model';
import { formatList } from '@/lib/i18n/format-list';
import type { Translate } from '@/lib/i18n/translator';
import type { UiLanguage } from '@/lib/settings/languages';

/** Where the terms of a glossary are marked. */
export interface Marking {
  enabled: boolean;
  /** Host names; absent: everywhere. */
  sites?: readonly string[] | undefined;
}

/** A glossary as a choice of where terms go: its name, and why they would not be marked on every page. */
export function targetName(
  { name: names, enabled, sites }: Marking & { name: LocalizedText },
  t: Translate,
  uiLanguage: UiLanguage,
): string {
  const name = tagText(names, uiLanguage).text;
  if (!enabled) return t('target.off', { name });
  return sites === undefined ? name : t('target.onSites', { name, sites: formatList(sites, uiLanguage) });
}

/** Says that something was saved, and where it is marked now. */
export function savedText(
  key: 'note.done.saved' | 'draft.saved',
  { enabled, sites }: Marking,
  params: Readonly<Record<string, string | number>>,
  t: Translate,
  uiLanguage: UiLanguage,
): string {
  if (!enabled) return t(`${key}Off`, params);
  if (sites === undefined) return t(key, params);
  return t(`${key}OnSites`, { ...params, sites: formatList(sites, uiLanguage) });
}
