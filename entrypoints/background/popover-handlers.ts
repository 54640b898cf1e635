import { browser } from 'wxt/browser';
import { makeMarkRule, pageAddress, type RuleScope, type RuleScopeKind } from '@/lib/glossary/mark-rule';
import type { ConceptId, GlossaryId } from '@/lib/glossary/model';
import type { SenseDescription, TermDescription } from '@/lib/glossary/sense-description';
import { CARD_TEXTS } from '@/lib/i18n/card-texts';
import type { Handlers, Sender } from '@/lib/messaging/messenger';
import type { PopoverToBackground } from '@/lib/messaging/popover-protocol';
import { siteOf } from '@/lib/settings/settings';
import { addMarkRule, removeMarkRule } from '@/lib/storage/mark-rules';
import { findInside } from '@/lib/term-index/find';
import { conceptNumber } from '@/lib/term-index/forms';
import { findMarkReason } from '@/lib/term-index/mark-reason';
import { sensesOnPage } from '@/lib/term-index/page-senses';
import type { TermIndex } from '@/lib/term-index/term-index';
import { addDetails } from './card-details';
import { describeLists, describeSenses, findConcepts } from './describe';
import { getLexicon } from './lexicon-provider';
import type { ReaderChoices } from './reader-choices';
import { findPlace, goToPlace, inAllFrames } from './stepping';

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

/** A concept under its headword; `undefined` if it is gone, or its glossary is off. */
async function describeConcept(
  index: TermIndex,
  glossaryId: GlossaryId,
  conceptId: ConceptId,
): Promise<SenseDescription | undefined> {
  const found = (await findConcepts(index, glossaryId, [conceptId])).get(conceptId);
  if (found === undefined) return undefined;
  const glossary = index.glossaryIds.indexOf(glossaryId);
  const [sense] = await describeSenses(index, [{ glossary, concept: found.ordinal, term: 0 }]);
  return sense;
}

/** Answers what only the popover asks. */
export function createPopoverHandlers(
  getIndex: () => Promise<TermIndex>,
  choices: ReaderChoices,
): Handlers<PopoverToBackground> {
  return {
    getCardTexts: ({ language }) => ({ texts: CARD_TEXTS[language] }),
    async describeForm({ revision, form, text, termsOnPage }, { tabUrl }): Promise<TermDescription> {
      const index = await getIndex();
      if (index.revision !== revision) return { revision, senses: [], contains: [] };
      const onPage = await choices.on(index, tabUrl);
      const { isWanted } = onPage;
      const found = sensesOnPage(index, form, { termsOnPage: new Map(termsOnPage), isWanted });
      const [senses = []] = await describeLists(index, [found]);
      const whole = { start: 0, end: text.length };
      // 重庆两江新区 is a name of what 两江新区 is: that leads nowhere else.
      const own = new Set(found.map((sense) => conceptNumber(index, sense)));
      const inside = findInside(index, text, whole, await getLexicon()).filter((each) =>
        sensesOnPage(index, each.form, { isWanted }).some((sense) => !own.has(conceptNumber(index, sense))),
      );
      return {
        revision,
        senses: await Promise.all(senses.map((sense) => addDetails(index, sense, onPage))),
        contains: inside.map(({ start, end, form }) => ({ form, text: text.slice(start, end) })),
      };
    },
    async describeConcept({ glossaryId, conceptId }, { tabUrl }) {
      const index = await getIndex();
      const sense = await describeConcept(index, glossaryId, conceptId);
      const onPage = await choices.on(index, tabUrl);
      const senses = sense === undefined ? [] : [await addDetails(index, sense, onPage)];
      return { revision: index.revision, senses, contains: [] };
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
      const wanted = await inAllFrames(tabId, { revision, forms: [form] });
      const place = await goToPlace(tabId, { wanted, from: { frameId, ...from }, back, open });
      return { ...(place && { place }), here: place?.stop.frameId === frameId };
    },
    async addMarkRule({ glossaryId, conceptId, scope }, sender) {
      if (sender.tabId === undefined) throw new TypeError('The sender is not a tab');
      const found = (await findConcepts(await getIndex(), glossaryId, [conceptId])).get(conceptId);
      if (found === undefined) throw new RangeError(`There is no concept ${conceptId} in ${glossaryId}`);
      const headword = found.concept.terms[0].text;
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
