import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import type { SenseDescription } from '@/lib/glossary/sense-description';
import type { Translate } from '@/lib/i18n/translate';
import type { DefinitionLanguage, UiLanguage } from '@/lib/settings/languages';
import { declaredLanguage, tabKinds } from './sense-texts';

export interface SenseTabsProps {
  senses: readonly SenseDescription[];
  selected: number;
  onSelect(at: number): void;
  /** Id of the tab at a place, and of the panel that they all control. */
  tabId(at: number): string;
  panelId: string;
  t: Translate;
  uiLanguage: UiLanguage;
  definitionLanguage: DefinitionLanguage;
}

/** One tab for each meaning of a term. Arrow keys, Home and End move between them. */
export function SenseTabs(props: SenseTabsProps): JSX.Element {
  const { senses, selected, onSelect, tabId, panelId, t, uiLanguage } = props;
  const kinds = tabKinds(senses, props.definitionLanguage, uiLanguage);
  const list = useRef<HTMLDivElement>(null);

  const onKeyDown = (event: KeyboardEvent): void => {
    const last = senses.length - 1;
    const moves: Record<string, number> = {
      ArrowRight: selected === last ? 0 : selected + 1,
      ArrowLeft: selected === 0 ? last : selected - 1,
      Home: 0,
      End: last,
    };
    const next = moves[event.key];
    if (next === undefined) return;
    event.preventDefault();
    onSelect(next);
    list.current?.querySelectorAll('button')[next]?.focus();
  };

  return (
    <div class="tabs" role="tablist" aria-label={t('card.senses')} ref={list} onKeyDown={onKeyDown}>
      {senses.map(({ concept, glossary }, at) => {
        const kind = kinds[at];
        return (
          <button
            key={`${glossary.id}/${concept.id}`}
            type="button"
            role="tab"
            id={tabId(at)}
            aria-selected={at === selected}
            aria-controls={panelId}
            tabIndex={at === selected ? 0 : -1}
            onClick={() => onSelect(at)}
          >
            <span class="tab-head" lang={declaredLanguage(concept.terms[0].language)}>
              {concept.terms[0].text}
            </span>
            <span class="tab-kind" lang={kind?.lang}>
              {kind?.text}
            </span>
          </button>
        );
      })}
    </div>
  );
}
