import type { JSX } from 'preact';
import { NewTabText } from '@/components/controls/NewTabText';
import type { Source } from '@/lib/glossary/model';
import { formatDate } from '@/lib/i18n/format-date';
import type { Translate } from '@/lib/i18n/translate';
import type { UiLanguage } from '@/lib/settings/languages';
import { sourceHref } from './sense-texts';

export interface SourceListProps {
  sources: readonly Source[];
  t: Translate;
  uiLanguage: UiLanguage;
}

/** Where a definition comes from: title as a link, then publisher and date. */
export function SourceList({ sources, t, uiLanguage }: SourceListProps): JSX.Element {
  return (
    <ul class="sources">
      {sources.map((source) => (
        <li key={source.url}>
          <a href={sourceHref(source)} target="_blank" rel="noopener noreferrer">
            <NewTabText text={source.title} t={t} />
          </a>
          <SourceDetails source={source} uiLanguage={uiLanguage} />
        </li>
      ))}
    </ul>
  );
}

function SourceDetails({ source, uiLanguage }: { source: Source; uiLanguage: UiLanguage }): JSX.Element {
  const details = [source.publisher ?? new URL(source.url).hostname];
  if (source.date !== undefined) details.push(formatDate(source.date, uiLanguage));
  return <span class="source-details">{details.join(' · ')}</span>;
}
