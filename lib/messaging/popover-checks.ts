import * as v from 'valibot';
import { UI_LANGUAGES } from '@/lib/settings/languages';
import type { PopoverToBackground } from './popover-protocol';
import { count, id } from './request-values';

/** A marked place is a term and the noise in it; this keeps the search for what it contains short. */
export const MOST_MARKED = 2_000;

/** What is sent of a block to explain a mark in it: the mark and its neighbourhood. */
const MOST_NEAR = 4_000;

const MOST_GLOSSARIES = 10_000;

/** Run-time checks of what the popover's script asks. */
export const popoverRequests = {
  getCardTexts: v.object({ language: v.picklist(UI_LANGUAGES) }),
  describeForm: v.object({
    revision: count,
    form: count,
    text: v.pipe(v.string(), v.maxLength(MOST_MARKED)),
    termsOnPage: v.pipe(v.array(v.tuple([count, count])), v.maxLength(MOST_GLOSSARIES)),
  }),
  describeConcept: v.object({ glossaryId: id, conceptId: id }),
  explainMark: v.object({ text: v.pipe(v.string(), v.maxLength(MOST_NEAR)), start: count, end: count }),
  findPlace: v.object({ revision: count, form: count, at: count }),
  goToPlace: v.object({
    revision: count,
    form: count,
    from: v.object({ frameId: v.optional(count), at: count }),
    back: v.boolean(),
    open: v.picklist(['no', 'open', 'focus']),
  }),
  addMarkRule: v.object({
    glossaryId: id,
    conceptId: id,
    scope: v.picklist(['everywhere', 'site', 'page']),
  }),
  undoMarkRule: v.object({ id: v.string() }),
} satisfies Record<keyof PopoverToBackground, v.GenericSchema>;
