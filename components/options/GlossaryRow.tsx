import type { JSX } from 'preact';
import { Switch } from '@/components/controls/Switch';
import { tagText } from '@/components/popover/sense-texts';
import { formatDate } from '@/lib/i18n/format-date';
import type { Translate } from '@/lib/i18n/translator';
import type { UiLanguage } from '@/lib/settings/languages';
import type { GlossarySummary } from './glossary-view';

export interface GlossaryRowProps {
  glossary: GlossarySummary;
  /** Its concepts are shown below already. */
  open: boolean;
  onEnabled(enabled: boolean): void;
  t: Translate;
  uiLanguage: UiLanguage;
}

/** One glossary of the list: what it is, where it stands, and its switch. */
export function GlossaryRow({ glossary, open, onEnabled, t, uiLanguage }: GlossaryRowProps): JSX.Element {
  const name = tagText(glossary.name, uiLanguage);
  const description =
    glossary.description === undefined ? undefined : tagText(glossary.description, uiLanguage);
  const facts = [
    t('glossaries.concepts', { count: glossary.conceptCount }),
    t('glossaries.version', { version: glossary.version }),
    t('glossaries.updated', { date: formatDate(glossary.updated, uiLanguage) }),
    ...(glossary.licence === undefined ? [] : [t('glossaries.licence', { name: glossary.licence })]),
    ...(glossary.origin === 'embedded' ? [t('glossaries.embedded')] : []),
  ];
  return (
    <li class="glossary" data-off={glossary.enabled ? undefined : ''}>
      <div class="glossary-text">
        <h2 lang={name.lang}>{name.text}</h2>
        {description !== undefined && <p lang={description.lang}>{description.text}</p>}
        <ul class="facts">
          {facts.map((fact) => (
            <li key={fact}>{fact}</li>
          ))}
        </ul>
        {!open && (
          <a class="browse" href={`#glossaries/${encodeURIComponent(glossary.id)}`}>
            {t('glossaries.browse')}
          </a>
        )}
      </div>
      <Switch checked={glossary.enabled} onChange={onEnabled} name="hidden">
        {t('glossaries.switch', { name: name.text })}
      </Switch>
    </li>
  );
}
