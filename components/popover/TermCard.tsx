import { X } from 'lucide';
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { IconButton } from '@/components/controls/IconButton';
import type { ContainedTerm, RelatedConcept, SenseDescription } from '@/lib/glossary/sense-description';
import type { Translate } from '@/lib/i18n/translate';
import type { DefinitionLanguage, UiLanguage } from '@/lib/settings/languages';
import { type CardActionSet, CardActions } from './CardActions';
import { Sense } from './Sense';
import { SenseTabs } from './SenseTabs';
import { useUniqueId } from './unique-id';

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
  onOpenRelated?: (sense: SenseDescription, concept: RelatedConcept) => void;
  /** With it, the card has a button that goes back to the term before. */
  onBack?: (() => void) | undefined;
  /** With it, a card that is an example has a button that closes it. */
  onClose?: (() => void) | undefined;
  /** What the reader can do with the term, and how the page writes it; missing where the card is an example. */
  onPage?: { actions: CardActionSet; text: string };
}

const keyOf = ({ glossary, concept }: SenseDescription): string => `${glossary.id}/${concept.id}`;

/**
 * What the glossaries say about a term: the product's face. Needs `assets/styles/popover.css`, and a
 * container that places it; its own height is limited by `--card-max-height`.
 */
export function TermCard(props: TermCardProps): JSX.Element | null {
  const { senses, t, uiLanguage, onPage } = props;
  const [chosen, setChosen] = useState('');
  const id = useUniqueId();
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
          definitionLanguage={props.definitionLanguage}
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
        onOpenRelated={(concept) => props.onOpenRelated?.(sense, concept)}
        onBack={props.onBack}
      >
        {onPage !== undefined && (
          <CardActions
            sense={sense}
            pageText={onPage.text}
            actions={onPage.actions}
            t={t}
            uiLanguage={uiLanguage}
          />
        )}
        {props.onClose !== undefined && (
          <div class="actions">
            <IconButton icon={X} iconSize={15} label={t('card.close')} onClick={props.onClose} />
          </div>
        )}
      </Sense>
    </article>
  );
}
