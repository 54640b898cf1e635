import type { IconNode } from 'lucide';
import { ChevronDown, ChevronUp, Copy, Ellipsis, Pin, X } from 'lucide';
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { IconButton } from '@/components/controls/IconButton';
import type { RuleScopeKind } from '@/lib/glossary/mark-rule';
import type { SenseDescription } from '@/lib/glossary/sense-description';
import type { Translate } from '@/lib/i18n/translate';
import type { UiLanguage } from '@/lib/settings/languages';
import type { MarkReason } from '@/lib/term-index/mark-reason';
import { MarkReasonText } from './MarkReasonText';
import { useUniqueId } from './unique-id';

/** What a reader can do with a term, where the card stands on a page. */
export interface CardActionSet {
  /** Puts the sense on the clipboard; whether that went well. */
  copy(sense: SenseDescription): Promise<boolean>;
  /** Which place of the term on the page this is, from 0, and how to get to the others. */
  places?: { at: number; count: number; go(options: { back: boolean }): void };
  /** Keeps the card open. Missing once it is kept. */
  pin?(): void;
  close?(): void;
  edit?(sense: SenseDescription): void;
  dontMark?(sense: SenseDescription, scope: RuleScopeKind): void;
  /** Says why the place is marked, without a reason if it would not be any more; `undefined` if that failed. */
  explain?(): Promise<{ reason?: MarkReason } | undefined>;
  openOptions(): void;
  /** What just went wrong, in the reader's language. */
  trouble?: string;
}

export interface CardActionsProps {
  sense: SenseDescription;
  /** The term as the page writes it. */
  pageText: string;
  actions: CardActionSet;
  t: Translate;
  uiLanguage: UiLanguage;
}

const SCOPES = ['page', 'site', 'everywhere'] as const;

/** The quiet row at the foot of the card, and what its last button unfolds. */
export function CardActions({ sense, pageText, actions, t, uiLanguage }: CardActionsProps): JSX.Element {
  const [isOpen, setOpen] = useState(false);
  const [answer, setAnswer] = useState<{ reason?: MarkReason }>();
  const [copied, setCopied] = useState<'card.copied' | 'card.copyFailed'>();
  const menuId = useUniqueId();
  const { places, explain, dontMark, edit } = actions;

  // The card goes along to another place of its term: what was said is of the one before.
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is the place that changes
  useEffect(() => setAnswer(undefined), [places?.at]);

  const toggleReason = async (): Promise<void> =>
    setAnswer(answer === undefined ? await explain?.() : undefined);

  const copy = async (): Promise<void> => {
    // Said anew, the second time too.
    setCopied(undefined);
    setCopied((await actions.copy(sense)) ? 'card.copied' : 'card.copyFailed');
  };

  return (
    <>
      <p class="card-trouble" role="alert">
        {actions.trouble}
      </p>
      <div class="actions">
        <Action icon={Copy} label={t('card.copy')} onClick={() => void copy()} />
        {places !== undefined && places.count > 1 && (
          <>
            <Action icon={ChevronUp} label={t('card.previous')} onClick={() => places.go({ back: true })} />
            <span class="places">{t('card.place', { place: places.at + 1, count: places.count })}</span>
            <Action icon={ChevronDown} label={t('card.next')} onClick={() => places.go({ back: false })} />
          </>
        )}
        <span class="done" role="status">
          {copied !== undefined && t(copied)}
        </span>
        <Action
          icon={Ellipsis}
          label={t('card.actions')}
          onClick={() => setOpen(!isOpen)}
          expands={{ id: menuId, isOpen }}
        />
        {actions.pin !== undefined && <Action icon={Pin} label={t('card.pin')} onClick={actions.pin} />}
        {actions.close !== undefined && <Action icon={X} label={t('card.close')} onClick={actions.close} />}
      </div>
      <div class="menu" id={menuId} hidden={!isOpen}>
        {explain !== undefined && (
          <button type="button" aria-expanded={answer !== undefined} onClick={() => void toggleReason()}>
            {t('card.why')}
          </button>
        )}
        {answer !== undefined && (
          <MarkReasonText reason={answer.reason} {...{ sense, pageText, t, uiLanguage }} />
        )}
        {dontMark !== undefined &&
          SCOPES.map((scope) => (
            <button type="button" key={scope} onClick={() => dontMark(sense, scope)}>
              {t(`card.dontMark.${scope}`)}
            </button>
          ))}
        {edit !== undefined && sense.glossary.own && (
          <button type="button" onClick={() => edit(sense)}>
            {t('card.edit')}
          </button>
        )}
        <button type="button" onClick={actions.openOptions}>
          {t('card.options')}
        </button>
      </div>
    </>
  );
}

interface ActionProps {
  icon: IconNode;
  label: string;
  onClick(): void;
  expands?: { id: string; isOpen: boolean };
}

function Action({ icon, label, onClick, expands }: ActionProps): JSX.Element {
  return (
    <IconButton
      icon={icon}
      iconSize={15}
      label={label}
      onClick={onClick}
      aria-expanded={expands?.isOpen}
      aria-controls={expands?.id}
    />
  );
}
