import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
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

/** Where a definition comes from: title as a link, then publisher and date. The first is always seen, the others on demand. */
export function SourceList({ sources, t, uiLanguage }: SourceListProps): JSX.Element {
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? sources : sources.slice(0, 1);
  return (
    <dl class="card-sources">
      <dt>{t('card.sources', { count: sources.length })}</dt>
      <dd>
        <ul class="sources">
          {shown.map((source, at) => (
            <li key={source.url}>
              <a href={sourceHref(source)} target="_blank" rel="noopener noreferrer">
                <NewTabText text={source.title} t={t} />
              </a>
              <span class="source-line">
                <SourceDetails source={source} uiLanguage={uiLanguage} />
                {sources.length > 1 && at === shown.length - 1 && (
                  <button
                    type="button"
                    class="more"
                    aria-expanded={isWhole}
                    onClick={() => setWhole(!isWhole)}
                  >
                    {isWhole ? t('card.less') : `${t('card.more')} (${sources.length - 1})`}
                  </button>
                )}
              </span>
            </li>
          ))}
        </ul>
      </dd>
    </dl>
  );
}

function SourceDetails({ source, uiLanguage }: { source: Source; uiLanguage: UiLanguage }): JSX.Element {
  const details = [source.publisher ?? new URL(source.url).hostname];
  if (source.date !== undefined) details.push(formatDate(source.date, uiLanguage));
  return <span class="source-details">{details.join(' · ')}</span>;
}
