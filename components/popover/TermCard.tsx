import { ArrowLeft, SlidersHorizontal, X } from 'lucide';
import type { JSX } from 'preact';
import { useId, useState } from 'preact/hooks';
import { Icon } from '@/components/controls/Icon';
import type { ContainedTerm, SenseDescription } from '@/lib/glossary/sense-description';
import type { Translate } from '@/lib/i18n/translator';
import type { DefinitionLanguage, UiLanguage } from '@/lib/settings/languages';
import { Sense } from './Sense';
import { SenseTabs } from './SenseTabs';

export interface TermCardProps {
  /** What the term may mean; at least one. */
  senses: readonly SenseDescription[];
  t: Translate;
  uiLanguage: UiLanguage;
  definitionLanguage: DefinitionLanguage;
  onDefinitionLanguage(language: DefinitionLanguage): void;
  /** Terms that stand inside this one; the reader can go on to them. */
  contains?: readonly ContainedTerm[];
  onOpen?: (term: ContainedTerm) => void;
  /** With it, the card has a button that goes back to the term before. */
  onBack?: (() => void) | undefined;
  /** With it, the card has a button that closes it. */
  onClose?: (() => void) | undefined;
  /** With it, the card has a button that opens the options. */
  onOpenOptions?: (() => void) | undefined;
}

const keyOf = ({ glossary, concept }: SenseDescription): string => `${glossary.id}/${concept.id}`;

/**
 * What the glossaries say about a term: the product's face. Needs `assets/styles/popover.css`, and a
 * container that places it; its own height is limited by `--card-max-height`.
 */
export function TermCard(props: TermCardProps): JSX.Element | null {
  const { senses, t, uiLanguage, onClose, onOpenOptions } = props;
  const [chosen, setChosen] = useState('');
  const id = useId();
  const at = Math.max(
    0,
    senses.findIndex((sense) => keyOf(sense) === chosen),
  );
  const sense = senses[at];
  if (sense === undefined) return null;

  const tabbed = senses.length > 1;
  const tabId = (tab: number): string => `${id}-tab-${tab}`;
  const panelId = `${id}-panel`;
  return (
    <article class="card" lang={uiLanguage} aria-labelledby={`${id}-head`}>
      {tabbed && (
        <SenseTabs
          senses={senses}
          selected={at}
          onSelect={(next) => setChosen(senses[next] === undefined ? '' : keyOf(senses[next]))}
          {...{ tabId, panelId, t, uiLanguage }}
        />
      )}
      <Sense
        key={keyOf(sense)}
        sense={sense}
        headId={`${id}-head`}
        panel={tabbed ? { id: panelId, tabId: tabId(at) } : undefined}
        t={t}
        uiLanguage={uiLanguage}
        definitionLanguage={props.definitionLanguage}
        onDefinitionLanguage={props.onDefinitionLanguage}
        contains={props.contains ?? []}
        onOpen={(term) => props.onOpen?.(term)}
        actions={
          <>
            {props.onBack !== undefined && (
              <button type="button" class="quiet" aria-label={t('card.back')} onClick={props.onBack}>
                <Icon node={ArrowLeft} size={15} />
              </button>
            )}
            {onOpenOptions !== undefined && (
              <button type="button" class="quiet" aria-label={t('card.options')} onClick={onOpenOptions}>
                <Icon node={SlidersHorizontal} size={15} />
              </button>
            )}
            {onClose !== undefined && (
              <button type="button" class="quiet" aria-label={t('card.close')} onClick={onClose}>
                <Icon node={X} size={15} />
              </button>
            )}
          </>
        }
      />
    </article>
  );
}
