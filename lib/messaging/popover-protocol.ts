import type { RuleScopeKind } from '@/lib/glossary/mark-rule';
import type { ConceptId, GlossaryId } from '@/lib/glossary/model';
import type { TermDescription } from '@/lib/glossary/sense-description';
import type { CardTexts } from '@/lib/i18n/card-texts';
import type { OpenStop, TabPlace } from '@/lib/page-list/stops';
import type { UiLanguage } from '@/lib/settings/languages';
import type { MarkReason } from '@/lib/term-index/mark-reason';

/** What the popover's script may ask of the background, beside what every content script may. */
export interface PopoverToBackground {
  /** The texts of the card in a language of the interface. */
  getCardTexts(request: { language: UiLanguage }): { texts: CardTexts };
  /** What a form means. `senses` is empty if the revision is gone: the page then asks anew. */
  describeForm(request: {
    revision: number;
    form: number;
    /** As the page writes it: what it contains is looked for in it. */
    text: string;
    /** How many different terms of each glossary (by ordinal) the page has: it decides which sense is first. */
    termsOnPage: [glossary: number, terms: number][];
  }): TermDescription;
  /** What a concept is that another one names as related. */
  describeConcept(request: { glossaryId: GlossaryId; conceptId: ConceptId }): TermDescription;
  /** Which of the places of a form in the whole tab a place of this frame is; none where no other frame has terms. */
  findPlace(request: { revision: number; form: number; at: number }): { place?: TabPlace };
  /**
   * Takes the tab to the place of a form after one, or before it, through all frames. The one is of this frame unless
   * it says otherwise; `here`: the place gone to is.
   */
  goToPlace(request: {
    revision: number;
    form: number;
    from: { frameId?: number; at: number };
    back: boolean;
    open: OpenStop;
  }): { place?: TabPlace; here: boolean };
  /**
   * Why a place is marked. Of its block only what is near it is sent, and it goes no further than the background;
   * `reason` is missing if the place would not be marked now.
   */
  explainMark(request: { text: string; start: number; end: number }): { reason?: MarkReason };
  /**
   * Has a concept not marked any more: on the address or the site of the tab that asks, as the browser knows
   * it, or everywhere. `id` is missing if that was so before.
   */
  addMarkRule(request: { glossaryId: GlossaryId; conceptId: ConceptId; scope: RuleScopeKind }): {
    id?: string;
  };
  /** Takes back the rule that this tab has added last, and no other. */
  undoMarkRule(request: { id: string }): { undone: boolean };
}
