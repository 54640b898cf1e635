import { Building2 } from 'lucide';
import type { JSX } from 'preact';
import { Notice } from '@/components/controls/Notice';
import type { MessageKey, Translate } from '@/lib/i18n/translator';
import type { Settings } from '@/lib/settings/settings';
import type { Section } from './sections';

/** The settings of each section, by the names they have there. */
const NAMES: Readonly<Partial<Record<Section, Readonly<Partial<Record<keyof Settings, MessageKey>>>>>> = {
  appearance: {
    underline: 'appearance.style',
    hoverDelayMs: 'appearance.delay',
    openOn: 'appearance.openOn',
  },
  marking: { calm: 'options.marking' },
  language: { uiLanguage: 'language.interface', definitionLanguage: 'language.definitions' },
};

/** Says which settings of a section the reader's organisation has set; nothing if there are none. */
export function ManagedNotice(props: {
  section: Section;
  locked: Partial<Settings>;
  t: Translate;
}): JSX.Element | null {
  const { section, locked, t } = props;
  const names = Object.entries(NAMES[section] ?? {})
    .filter(([setting]) => setting in locked)
    .map(([, name]) => t(name));
  if (names.length === 0) return null;
  return (
    <Notice icon={Building2} title={t('options.managed')}>
      {t('options.managedHint', { names: names.join(' · ') })}
    </Notice>
  );
}
