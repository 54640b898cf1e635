import { browser } from 'wxt/browser';
import {
  makeMarkRule,
  pageAddress,
  type RuleScope,
  type RuleScopeKind,
  ruleKey,
} from '@/lib/glossary/mark-rule';
import type { ConceptId, GlossaryId } from '@/lib/glossary/model';
import type { SenseDescription, TermDescription } from '@/lib/glossary/sense-description';
import { CARD_TEXTS } from '@/lib/i18n/card-texts';
import type { Handlers, Sender } from '@/lib/messaging/messenger';
import type { PopoverToBackground } from '@/lib/messaging/popover-protocol';
import { siteOf } from '@/lib/settings/settings';
import { listGlossaries, readConcepts } from '@/lib/storage/glossary-store';
import { addMarkRule, removeMarkRule } from '@/lib/storage/mark-rules';
import { findInside } from '@/lib/term-index/find';
import { findMarkReason } from '@/lib/term-index/mark-reason';
import type { TermIndex } from '@/lib/term-index/term-index';
import { addDetails } from './card-details';
import { describeSense, describeSenses } from './describe';
import { GlossaryChoicesFilter } from './glossary-choices';
import { getLexicon } from './lexicon-provider';
import type { RuleFilter } from './rule-filter';
import { findPlace, goToPlace } from './stepping';

/** Which rule a tab has added last: the one that it may take back. Outlives the background. */
const lastRuleKey = (tabId: number): string => `rule:${tabId}`;

/** Where a rule holds, by the address that the browser gives for the tab: a page can't speak for another. */
function scopeFor(kind: RuleScopeKind, { tabUrl }: Sender): RuleScope {
  if (kind === 'everywhere') return { kind };
  if (kind === 'page' && tabUrl !== undefined) return { kind, address: pageAddress(tabUrl) };
  const site = siteOf(tabUrl);
  if (kind === 'page' || site === undefined) throw new TypeError('The sender has no address to go by');
  return { kind: 'site', site };
}

async function describeOne(
  index: TermIndex,
  glossaryId: GlossaryId,
  conceptId: ConceptId,
): Promise<SenseDescription | undefined> {
  const glossary = (await listGlossaries()).find(({ id, enabled }) => id === glossaryId && enabled);
  const concept = glossary && (await readConcepts(glossaryId)).find(({ id }) => id === conceptId);
  if (glossary === undefined || concept === undefined) return undefined;
  return addDetails(index, describeSense(glossary, concept, concept.terms[0]), glossary);
}

/** Answers what only the popover asks. */
export function createPopoverHandlers(
  getIndex: () => Promise<TermIndex>,
  rules: RuleFilter,
): Handlers<PopoverToBackground> {
  return {
    getCardTexts: ({ language }) => ({ texts: CARD_TEXTS[language] }),
    async describeForm({ revision, form, text, termsOnPage }, { tabUrl }): Promise<TermDescription> {
      const index = await getIndex();
      if (index.revision !== revision) return { revision, senses: [], contains: [] };
      const suppressed = await rules.suppressedAt(tabUrl);
      const choices = await GlossaryChoicesFilter.create(index, siteOf(tabUrl));
      const inside = findInside(index, text, { start: 0, end: text.length }, await getLexicon());
      const glossaries = new Map((await listGlossaries()).map((glossary) => [glossary.id, glossary]));
      const senses = (await describeSenses(index, form, new Map(termsOnPage))).filter(
        ({ glossary, concept }) =>
          !suppressed.has(ruleKey(glossary.id, concept.id)) && choices.applies(glossary.id),
      );
      return {
        revision,
        senses: await Promise.all(
          senses.map((sense) =>
            addDetails(index, sense, glossaries.get(sense.glossary.id) ?? { origin: 'subscribed' }),
          ),
        ),
        contains: inside.map(({ start, end, form }) => ({ form, text: text.slice(start, end) })),
      };
    },
    async describeConcept({ glossaryId, conceptId }) {
      const index = await getIndex();
      const sense = await describeOne(index, glossaryId, conceptId);
      return { revision: index.revision, senses: sense === undefined ? [] : [sense], contains: [] };
    },
    async explainMark({ text, start, end }) {
      const reason = findMarkReason(await getIndex(), text, { start, end }, await getLexicon());
      return reason === undefined ? {} : { reason };
    },
    async findPlace({ revision, form, at }, { tabId, frameId }) {
      if (tabId === undefined || frameId === undefined) throw new TypeError('The sender is not a tab');
      const place = await findPlace(tabId, { revision, forms: [form] }, { frameId, at });
      return place === undefined ? {} : { place };
    },
    async goToPlace({ revision, form, from, back, open }, { tabId, frameId }) {
      if (tabId === undefined || frameId === undefined) throw new TypeError('The sender is not a tab');
      const of = { revision, forms: [form] };
      const place = await goToPlace(tabId, { of, from: { frameId, ...from }, back, open });
      return { ...(place && { place }), here: place?.stop.frameId === frameId };
    },
    async addMarkRule({ glossaryId, conceptId, scope }, sender) {
      if (sender.tabId === undefined) throw new TypeError('The sender is not a tab');
      const sense = await describeOne(await getIndex(), glossaryId, conceptId);
      if (sense === undefined) throw new RangeError(`There is no concept ${conceptId} in ${glossaryId}`);
      const headword = sense.concept.terms[0].text;
      const rule = makeMarkRule({ glossaryId, conceptId, scope: scopeFor(scope, sender), headword });
      const { added } = await addMarkRule(rule);
      if (!added) return {};
      await browser.storage.session.set({ [lastRuleKey(sender.tabId)]: rule.id });
      return { id: rule.id };
    },
    async undoMarkRule({ id }, { tabId }) {
      if (tabId === undefined) throw new TypeError('The sender is not a tab');
      const key = lastRuleKey(tabId);
      if ((await browser.storage.session.get(key))[key] !== id) return { undone: false };
      await browser.storage.session.remove(key);
      await removeMarkRule(id);
      return { undone: true };
    },
  };
}
