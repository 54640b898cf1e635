import type { CardActionSet } from '@/components/popover/CardActions';
import { tagDefinition } from '@/components/popover/sense-texts';
import type { RuleScopeKind } from '@/lib/glossary/mark-rule';
import type { ConceptId, GlossaryId } from '@/lib/glossary/model';
import type { ContainedTerm, SenseDescription, TermDescription } from '@/lib/glossary/sense-description';
import type { Translate } from '@/lib/i18n/translate';
import type { Mark } from '@/lib/page/mark';
import type { OpenStop, TabPlace } from '@/lib/page-list/stops';
import { copiedText } from '@/lib/popover/copied-text';
import type { DefinitionLanguage, UiLanguage } from '@/lib/settings/languages';
import type { MarkReason } from '@/lib/term-index/mark-reason';
import { copyText } from './clipboard';

/** What cards can have done: by the background, or on the page. */
export interface Deeds {
  describe(term: ContainedTerm & { revision: number }): Promise<TermDescription>;
  describeConcept(glossaryId: GlossaryId, conceptId: ConceptId): Promise<TermDescription>;
  explain(mark: Mark): Promise<MarkReason | undefined>;
  /** Adds a rule; gives what takes it back, if it is new. */
  dontMark(sense: SenseDescription, scope: RuleScopeKind): Promise<(() => Promise<void>) | undefined>;
  edit(sense: SenseDescription): void;
  openOptions(): void;
  /** The painted marks of this frame. */
  marks(): Iterable<Mark>;
  /** Which of the places of a mark's term in the whole tab one of this frame is; none where no other frame has terms. */
  findPlace(mark: Mark, at: number): Promise<TabPlace | undefined>;
  /** Takes the tab to the next place of a mark's term, or the one before; `here`: it is in this frame. */
  goToPlace(
    mark: Mark,
    way: { from: { frameId?: number; at: number }; back: boolean; open: OpenStop },
  ): Promise<{ place?: TabPlace; here: boolean }>;
}

interface CardPlace {
  view: { t: Translate; uiLanguage: UiLanguage; definitionLanguage: DefinitionLanguage };
  /** The card is of the term on the page, not of one that it led to. */
  isFirst: boolean;
  pin: (() => void) | undefined;
  close(): void;
  places: CardActionSet['places'];
  onDone(done: { text: string; undo?: () => Promise<void> }): void;
}

/** What the buttons of the card of a mark do. */
export function cardActions(deeds: Deeds, mark: Mark, place: CardPlace): CardActionSet {
  const { t, uiLanguage, definitionLanguage } = place.view;
  const actions: CardActionSet = {
    copy: ({ concept, details }) =>
      copyText(
        copiedText({
          headword: concept.terms[0].text,
          reading: details?.reading,
          definition: tagDefinition(concept, definitionLanguage, uiLanguage).text,
          sources: concept.sources,
        }),
      ),
    edit: deeds.edit,
    openOptions: deeds.openOptions,
    close: place.close,
    ...(place.pin && { pin: place.pin }),
    async dontMark(sense, scope) {
      const term = sense.concept.terms[0].text;
      try {
        const undo = await deeds.dontMark(sense, scope);
        place.onDone({ text: t(`card.notMarked.${scope}`, { term }), ...(undo && { undo }) });
      } catch {
        place.onDone({ text: t('card.ruleFailed') });
      }
    },
  };
  if (!place.isFirst) return actions;
  return {
    ...actions,
    ...(place.places && { places: place.places }),
    explain: () => deeds.explain(mark),
  };
}
