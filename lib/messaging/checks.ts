import * as v from 'valibot';
import { MOST_MARKED, popoverRequests } from './popover-checks';
import type { PopoverToBackground } from './popover-protocol';
import type { ContentToBackground, PageToBackground } from './protocol';
import { count, id } from './request-values';
import { subscriptionRequests } from './subscription-protocol';

/**
 * Run-time checks of what reaches the background. A content script runs in the page's process: whatever
 * it sends is looked at before it is believed.
 */

/** A content script sends far less at a time; this only keeps a broken one from filling the memory. */
const MOST_TEXT = 4_000_000;

/** More terms than any page has. */
const MOST_FORMS = 100_000;
const forms = v.pipe(v.array(count), v.maxLength(MOST_FORMS));

const requests = {
  getPageState: v.object({}),
  findMatches: v.object({
    blocks: v.pipe(
      v.array(v.string()),
      v.check((blocks) => blocks.reduce((sum, block) => sum + block.length, 0) <= MOST_TEXT, 'too much text'),
    ),
  }),
  injectPopover: v.object({}),
  openOptions: v.object({}),
  lendEscape: v.object({ open: v.boolean() }),
  passEscape: v.object({ frameId: count }),
  reportCount: v.object({ count }),
  getPageTerms: v.object({ tabId: count }),
  describeSenses: v.object({
    revision: count,
    senses: v.array(v.array(v.object({ glossary: count, concept: count, term: count }))),
  }),
  describeForms: v.object({ revision: count, forms }),
  editConcept: v.object({ glossary: id, concept: id }),
  addNote: v.object({ tabId: count }),
  findSame: v.object({ text: v.pipe(v.string(), v.maxLength(MOST_MARKED)) }),
  getRejectedTerms: v.object({ tabId: count }),
  stepToTerm: v.object({ tabId: count, back: v.boolean() }),
  goToTerm: v.object({
    tabId: count,
    revision: count,
    stands: v.array(v.object({ frameId: count, forms })),
    from: v.optional(v.object({ frameId: count, at: count })),
    back: v.boolean(),
  }),
  startAfresh: v.object({}),
  ...subscriptionRequests,
  ...popoverRequests,
} satisfies Record<
  keyof ContentToBackground | keyof PageToBackground | keyof PopoverToBackground,
  v.GenericSchema
>;

/** The messages that only the extension's own pages may send. */
const OWN_PAGES_ONLY: ReadonlySet<string> = new Set<keyof PageToBackground>([
  'getPageTerms',
  'describeSenses',
  'describeForms',
  'addNote',
  'findSame',
  'getRejectedTerms',
  'stepToTerm',
  'goToTerm',
  'startAfresh',
  ...(Object.keys(subscriptionRequests) as (keyof typeof subscriptionRequests)[]),
]);

/**
 * Throws on a request that is not of its form, or that its sender may not make.
 *
 * @throws {TypeError} naming the message and what is wrong
 */
export function checkRequest(
  name: keyof typeof requests,
  request: unknown,
  sender: { ownPage: boolean },
): void {
  if (OWN_PAGES_ONLY.has(name) && !sender.ownPage) throw new TypeError(`${name} is not for content scripts`);
  const result = v.safeParse(requests[name], request);
  if (!result.success)
    throw new TypeError(`${name}: ${result.issues.map((issue) => issue.message).join('; ')}`);
}
