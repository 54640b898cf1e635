import type { CardActionSet } from '@/components/popover/CardActions';
import { tagDefinition } from '@/components/popover/sense-texts';
import type { RuleScopeKind } from '@/lib/glossary/mark-rule';
import type { ConceptId, GlossaryId } from '@/lib/glossary/model';
import type { ContainedTerm, SenseDescription, TermDescription } from '@/lib/glossary/sense-description';
import type { Translate } from '@/lib/i18n/translate';
import { rectsOf } from '@/lib/page/hit-test';
import { inDocumentOrder, type Mark } from '@/lib/page/mark';
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
  /** Scrolls to a mark and flashes it. */
  showPlace(mark: Mark): void;
  openFor(mark: Mark, options: { focus: boolean }): void;
}

interface CardPlace {
  view: { t: Translate; uiLanguage: UiLanguage; definitionLanguage: DefinitionLanguage };
  /** The card is of the term on the page, not of one that it led to. */
  isFirst: boolean;
  pin: (() => void) | undefined;
  close(): void;
  goTo(mark: Mark): void;
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
    places: findPlaces(deeds, mark, place),
    explain: () => deeds.explain(mark),
  };
}

function findPlaces(deeds: Deeds, mark: Mark, { goTo }: CardPlace): NonNullable<CardActionSet['places']> {
  const same = [...deeds.marks()].filter(
    ({ form, ranges }) => form === mark.form && rectsOf(ranges).length > 0,
  );
  const all = inDocumentOrder(same);
  const at = Math.max(0, all.indexOf(mark));
  return {
    at,
    count: all.length,
    go({ back }) {
      const next = all[(at + (back ? all.length - 1 : 1)) % all.length];
      if (next === undefined || !next.shown) return;
      deeds.showPlace(next);
      goTo(next);
    },
  };
}
