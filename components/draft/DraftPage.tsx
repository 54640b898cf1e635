import { Undo2 } from 'lucide';
import type { ComponentChildren, JSX } from 'preact';
import { Brand } from '@/components/controls/Brand';
import { Icon } from '@/components/controls/Icon';
import type { ArticleSource } from '@/lib/extraction/article';
import { formatDate } from '@/lib/i18n/format-date';
import type { Translate } from '@/lib/i18n/translator';
import type { UiLanguage } from '@/lib/settings/languages';

export interface DraftPageProps {
  sources: readonly ArticleSource[];
  /** The article that is shown. */
  shownArticle: number;
  canStepBack: boolean;
  t: Translate;
  uiLanguage: UiLanguage;
  picker: ComponentChildren;
  children: ComponentChildren;
  onShowArticle(number: number): void;
  onStepBack(): void;
  onStartOver(): void;
}

/** The frame of the page: what it is, where the terms come from, and what concerns them all. */
export function DraftPage(props: DraftPageProps): JSX.Element {
  const { sources, t, uiLanguage } = props;
  return (
    <div class="draft">
      <header class="draft-head">
        <Brand name={t('product.name')} size={22} />
        <h1>{t('draft.title')}</h1>
        <span class="draft-tools">
          {props.picker}
          <button type="button" class="button" disabled={!props.canStepBack} onClick={props.onStepBack}>
            <Icon node={Undo2} />
            {t('draft.stepBack')}
          </button>
          {sources.length > 0 && (
            <button type="button" class="button" onClick={props.onStartOver}>
              {t('draft.startOver')}
            </button>
          )}
        </span>
      </header>
      <main class="draft-main">
        {sources.length > 0 && (
          <ul class="draft-sources" aria-label={t('draft.sources')}>
            {sources.map((source, at) => (
              <li key={source.url}>
                <button
                  type="button"
                  aria-pressed={at === props.shownArticle}
                  onClick={() => props.onShowArticle(at)}
                >
                  <span lang="zh">{source.title || source.url}</span>
                  <small>{factsOf(source, uiLanguage)}</small>
                </button>
              </li>
            ))}
          </ul>
        )}
        {props.children}
      </main>
    </div>
  );
}

function factsOf({ url, publisher, date }: ArticleSource, uiLanguage: UiLanguage): string {
  const facts = [publisher ?? (new URL(url).hostname || 'file')];
  if (date !== undefined) facts.push(formatDate(date, uiLanguage));
  return facts.join(' · ');
}
