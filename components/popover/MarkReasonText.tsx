import type { JSX } from 'preact';
import type { SenseDescription } from '@/lib/glossary/sense-description';
import type { Translate } from '@/lib/i18n/translate';
import type { UiLanguage } from '@/lib/settings/languages';
import type { MarkReason } from '@/lib/term-index/mark-reason';
import { tagText } from './sense-texts';

export interface MarkReasonTextProps {
  reason: MarkReason | undefined;
  sense: SenseDescription;
  /** The term as the page writes it. */
  pageText: string;
  t: Translate;
  uiLanguage: UiLanguage;
}

/** Why a place is marked: what stands there, and why no other word does. */
export function MarkReasonText(props: MarkReasonTextProps): JSX.Element {
  return (
    <ul class="reasons" role="status">
      {listReasons(props).map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  );
}

function listReasons({ reason, sense, pageText, t, uiLanguage }: MarkReasonTextProps): string[] {
  if (reason === undefined) return [t('card.whyNot')];
  const glossary = tagText(sense.glossary.name, uiLanguage).text;
  const term = sense.term.text;
  const texts = [
    term === pageText
      ? t('card.whyTerm', { term, glossary })
      : t('card.whyVariant', { text: pageText, term, glossary }),
  ];
  const { boundary } = reason;
  if (boundary.why === 'free') texts.push(t('card.whyFree'));
  else if (boundary.why === 'words') {
    const { standing, crossing } = boundary;
    if (crossing === undefined) texts.push(t('card.whyWords'));
    else {
      const { word, cost, needed } = crossing;
      const lead = cost - standing;
      texts.push(t('card.whyCrossing', { word, standing, cost, lead, needed }));
    }
  }
  if (reason.byRules) texts.push(t('card.whyRules'));
  if (reason.byContext) texts.push(t('card.whyContext'));
  return texts;
}
