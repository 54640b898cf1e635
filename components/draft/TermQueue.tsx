import { Check, X } from 'lucide';
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Icon } from '@/components/controls/Icon';
import { tagText } from '@/components/popover/sense-texts';
import { type CollectedTerm, countPlaces, type Decision } from '@/lib/extraction/collection';
import type { LocalizedText } from '@/lib/glossary/model';
import { formatList } from '@/lib/i18n/format-list';
import type { Translate } from '@/lib/i18n/translator';
import type { UiLanguage } from '@/lib/settings/languages';
import { act, actionOf, type QueueTarget } from './queue-keys';

export interface TermQueueProps extends QueueTarget {
  /** Key of the term that is to be merged into another. */
  merging: string | undefined;
  /** Terms that are in a glossary already, with its name. */
  known: ReadonlyMap<string, LocalizedText>;
  t: Translate;
  uiLanguage: UiLanguage;
}

const idOf = (key: string): string => `term-${encodeURIComponent(key)}`;

/** The terms, in the order of the list: gone through with the keyboard alone. */
export function TermQueue(props: TermQueueProps): JSX.Element {
  const { terms, current, merging, t } = props;
  const list = useRef<HTMLUListElement>(null);
  const active = terms.find(({ key }) => key === current);
  useEffect(() => {
    if (current === undefined) return;
    list.current?.querySelector(`[id="${idOf(current)}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  return (
    <ul
      ref={list}
      class="queue"
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a list box is a list of choices
      role="listbox"
      tabIndex={0}
      aria-label={t('draft.terms')}
      aria-activedescendant={active && idOf(active.key)}
      onKeyDown={(event) => {
        const action = actionOf(event);
        if (action === undefined) return;
        event.preventDefault();
        act(action, props);
      }}
    >
      {terms.map((term) => (
        <QueueItem
          key={term.key}
          {...props}
          term={term}
          selected={term.key === current}
          merges={term.key === merging}
        />
      ))}
    </ul>
  );
}

interface QueueItemProps extends TermQueueProps {
  term: CollectedTerm;
  selected: boolean;
  merges: boolean;
}

function QueueItem({
  term,
  selected,
  merges,
  known,
  t,
  uiLanguage,
  onSelect,
  onDecide,
}: QueueItemProps): JSX.Element {
  const { key, forms, category, decision } = term;
  const glossary = known.get(key);
  const others = forms.map(({ text }) => text).filter((text) => text !== forms[0]?.text);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list box has the keys of all its options
    // biome-ignore lint/a11y/useFocusableInteractive: the list box has the focus and names the active option
    <li
      id={idOf(key)}
      class="queue-item"
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: see the list box
      role="option"
      aria-selected={selected}
      data-decision={decision}
      data-merging={merges ? '' : undefined}
      onClick={({ target }) => {
        const mark = target instanceof Element ? target.closest<HTMLElement>('[data-decide]') : null;
        const wanted = mark?.dataset['decide'] as Decision | undefined;
        if (wanted === undefined) onSelect(key);
        else onDecide(key, decision === wanted ? 'open' : wanted);
      }}
    >
      <span class="queue-term">
        <span class="queue-head" lang="zh">
          {forms[0]?.text}
        </span>
        {others.length > 0 && (
          <span class="queue-forms" lang="zh">
            {formatList(others, uiLanguage)}
          </span>
        )}
        <span class="queue-facts">
          {t(`draft.category.${category}`)} · {t('draft.places', { count: countPlaces(term) })}
          {glossary !== undefined && ` · ${t('draft.known', { name: tagText(glossary, uiLanguage).text })}`}
          {merges && ` · ${t('draft.mergingThis')}`}
        </span>
        {decision !== 'open' && <span class="unseen">{t(`draft.${decision}`)}</span>}
      </span>
      <span class="queue-buttons" aria-hidden="true">
        <DecideMark decision="accepted" on={decision === 'accepted'} />
        <DecideMark decision="rejected" on={decision === 'rejected'} />
      </span>
    </li>
  );
}

/** For the pointer only: keyboards and screen readers decide in the list itself. The item hears the click. */
function DecideMark({ decision, on }: { decision: 'accepted' | 'rejected'; on: boolean }): JSX.Element {
  return (
    <span class={`quiet decide ${decision}`} data-decide={decision} data-on={on ? '' : undefined}>
      <Icon node={decision === 'accepted' ? Check : X} />
    </span>
  );
}
