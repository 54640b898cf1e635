import { ArrowDown, ArrowUp, ChevronRight } from 'lucide';
import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { Icon } from '@/components/controls/Icon';
import { IconButton } from '@/components/controls/IconButton';
import { declaredLanguage, tagText } from '@/components/popover/sense-texts';
import type { Translate } from '@/lib/i18n/translator';
import type { ListedTerm } from '@/lib/page-list/page-view';
import type { UiLanguage } from '@/lib/settings/languages';

export interface TermItemProps<T extends ListedTerm> {
  term: T;
  /** The category stands beside the term: it does not stand above it. */
  kindShown: boolean;
  /** Which of its places the page was last taken to, from 1. */
  place: number | undefined;
  isOpen: boolean;
  /** What the glossaries say of it; nothing while that is on its way. */
  card(term: T): JSX.Element | undefined;
  onJump(term: T, back: boolean): void;
  onToggle(term: T): void;
  t: Translate;
  uiLanguage: UiLanguage;
}

/** One term of the list: its sentence, the way to its places, and its card. */
export function TermItem<T extends ListedTerm>(props: TermItemProps<T>): JSX.Element {
  const { term, place, isOpen, t, uiLanguage } = props;
  const cardId = useId();
  const { headword, count, sentence } = term;
  const lang = declaredLanguage(term.language ?? uiLanguage);
  return (
    <li class="term-item" aria-current={place === undefined ? undefined : 'location'}>
      <div class="term-line">
        <button
          type="button"
          class="term-open folder"
          aria-expanded={isOpen}
          aria-controls={isOpen ? cardId : undefined}
          onClick={() => props.onToggle(term)}
        >
          <Icon node={ChevronRight} size={14} />
          <span>
            <span class="term-head" lang={lang}>
              {headword}
            </span>{' '}
            <TermKind {...props} />
          </span>
        </button>
        <span class="term-count">
          <span aria-hidden="true">{place === undefined ? count : `${place}/${count}`}</span>
          <span class="unseen">{t('popup.places', { count })}</span>
        </span>
        {count > 1 && (
          <IconButton
            icon={ArrowUp}
            iconSize={15}
            label={t('list.previous', { term: headword })}
            onClick={() => props.onJump(term, true)}
          />
        )}
        <IconButton
          icon={ArrowDown}
          iconSize={15}
          label={t('popup.jump', { term: headword })}
          onClick={() => props.onJump(term, false)}
        />
      </div>
      <p class="term-sentence" lang={term.text === headword ? lang : undefined}>
        {sentence.before}
        <mark>{sentence.term}</mark>
        {sentence.after}
      </p>
      {isOpen && (
        <div class={term.senses > 1 ? 'term-card tabbed' : 'term-card'} id={cardId}>
          {props.card(term)}
        </div>
      )}
    </li>
  );
}

function TermKind<T extends ListedTerm>(props: TermItemProps<T>): JSX.Element | null {
  const { term, t, uiLanguage } = props;
  if (term.senses > 1) return <span class="term-kind">{t('popup.meanings', { count: term.senses })}</span>;
  if (!props.kindShown || term.category === undefined) return null;
  const kind = tagText(term.category, uiLanguage);
  return (
    <span class="term-kind" lang={kind.lang}>
      {kind.text}
    </span>
  );
}
