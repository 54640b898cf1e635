import type { JSX } from 'preact';
import { tagText } from '@/components/popover/sense-texts';
import type { LocalizedText } from '@/lib/glossary/model';
import { formatDate } from '@/lib/i18n/format-date';
import type { Translate } from '@/lib/i18n/translator';
import type { UiLanguage } from '@/lib/settings/languages';
import type { GlossarySummary } from './glossary-view';

export interface PublishedDetailsProps {
  glossary: GlossarySummary;
  t: Translate;
  uiLanguage: UiLanguage;
}

/** What a publisher wrote about their glossary: to be read, for nothing of it can be changed. */
export function PublishedDetails({ glossary, t, uiLanguage }: PublishedDetailsProps): JSX.Element {
  const { name, description, language, version, updated, licence, publisher, homepage } = glossary;
  const categories = Object.values(glossary.categories).map((each) => tagText(each, uiLanguage).text);
  return (
    <details class="published">
      <summary>{t('details.published')}</summary>
      <p class="hint">{t('details.notOwn')}</p>
      <dl>
        <dt>{t('details.name')}</dt>
        <Texts texts={name} />
        {description !== undefined && (
          <>
            <dt>{t('details.description')}</dt>
            <Texts texts={description} />
          </>
        )}
        <Plain label={t('details.language')} value={language} />
        <Plain label={t('details.version')} value={version} />
        <Plain label={t('details.updated')} value={formatDate(updated, uiLanguage)} />
        <Plain label={t('details.licence')} value={licence} />
        <Plain label={t('details.publisher')} value={publisher} />
        {homepage !== undefined && (
          <>
            <dt>{t('details.homepage')}</dt>
            <dd>
              <a href={homepage} target="_blank" rel="noopener noreferrer">
                {homepage} <span class="unseen">{t('card.newTab')}</span>
              </a>
            </dd>
          </>
        )}
        <Plain label={t('details.categories')} value={categories.join(' · ') || undefined} />
      </dl>
    </details>
  );
}

function Texts({ texts }: { texts: LocalizedText }): JSX.Element {
  return (
    <>
      {Object.entries(texts).map(([language, text]) => (
        <dd key={language} lang={language}>
          {text}
        </dd>
      ))}
    </>
  );
}

function Plain({ label, value }: { label: string; value: string | undefined }): JSX.Element | null {
  if (value === undefined) return null;
  return (
    <>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </>
  );
}
