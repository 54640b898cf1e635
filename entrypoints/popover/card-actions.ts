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
  explain(mark: Mark): Promise<{ reason?: MarkReason }>;
  /** Adds a rule; gives what takes it back, if it is new. That rejects if it is not this card's to take back any more. */
  dontMark(sense: SenseDescription, scope: RuleScopeKind): Promise<{ undo?: () => Promise<void> }>;
  edit(sense: SenseDescription): Promise<unknown>;
  openOptions(): Promise<unknown>;
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
  places: NonNullable<CardActionSet['places']>;
  onDone(done: { text: string; undo?: () => Promise<void> }): void;
  /** Says so in the card if a deed fails; `undefined` then. */
  attempt<T>(deed: Promise<T>): Promise<T | undefined>;
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
    edit: (sense) => void place.attempt(deeds.edit(sense)),
    openOptions: () => void place.attempt(deeds.openOptions()),
    close: place.close,
    ...(place.pin && { pin: place.pin }),
    async dontMark(sense, scope) {
      const term = sense.concept.terms[0].text;
      const kept = await place.attempt(deeds.dontMark(sense, scope));
      if (kept !== undefined) place.onDone({ text: t(`card.notMarked.${scope}`, { term }), ...kept });
    },
  };
  if (!place.isFirst) return actions;
  return {
    ...actions,
    places: place.places,
    explain: () => place.attempt(deeds.explain(mark)),
  };
}
