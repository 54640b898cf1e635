import type { ConceptId, GlossaryId, LanguageTag, LocalizedText } from '@/lib/glossary/model';
import type { SenseDescription } from '@/lib/glossary/sense-description';
import type { RejectedListedTerm } from '@/lib/page-list/page-view';
import type { Sentence } from '@/lib/page-list/sentence';
import type { FrameForms, FrameStops, OpenStop, Stop, StopFilter, TabPlace } from '@/lib/page-list/stops';
import type { Settings } from '@/lib/settings/settings';
import type { UnderlineColour } from '@/lib/settings/underline';
import type { Sense } from '@/lib/term-index/forms';
import type { SubscriptionMessages } from './subscription-protocol';

/**
 * Every message of the extension, by direction. A handler object must satisfy its interface, so a
 * message without a handler does not compile. Everything in here is plain JSON.
 */

/** The answer to `findMatches`. */
export interface BlockMatches {
  /** Of the term index that was used. */
  revision: number;
  /**
   * Block, start, end (code units of the block), form; block, start, end, form; … in the order of the blocks. One list
   * for all: to take in thousands costs a page more than all that is in them.
   */
  matches: number[];
  /** Matches nested in ambiguous ones, for the case that those lack their context: as `matches`. */
  fallbacks: number[];
  /**
   * For each form in `matches` and `fallbacks`: the concept it means first (a number that other names of the concept
   * share), the glossaries it gives context to and needs context from.
   */
  contexts: { form: number; concept: number; gives: number[]; needs: number[]; colour?: UnderlineColour }[];
}

/** What a content script may ask of the background. No page changes a glossary. */
export interface ContentToBackground {
  /** Whether the tab that asks is to be marked, and how. */
  getPageState(request: Record<never, never>): { active: boolean; settings: Settings };
  /** Finds terms in blocks of page text. */
  findMatches(request: { blocks: string[] }): BlockMatches;
  /** Puts the popover's script into the frame that asks. */
  injectPopover(request: Record<never, never>): { injected: boolean };
  /** Opens the form for a concept of the reader's own, in a window of ours: a page can't fill it in. */
  editConcept(request: { glossary: GlossaryId; concept: ConceptId }): { opened: boolean };
  /** Opens the options page, which a content script cannot do itself. */
  openOptions(request: Record<never, never>): { opened: boolean };
  /**
   * The popover of the frame that asks has opened or closed while another frame has the keyboard: Escape is
   * to reach it from there.
   */
  lendEscape(request: { open: boolean }): { lent: boolean };
  /** Escape was pressed in a frame that had been told of an open popover in another one. */
  passEscape(request: { frameId: number }): { passed: boolean };
  /** How many terms the frame that asks has marked. */
  reportCount(request: { count: number }): { total: number };
}

/** One term on a page, as the toolbar popup and the page list have it. */
export interface PageTerm {
  /** Names the term through all answers: glossary and concept of its first sense. */
  key: string;
  /** The headword of its first sense, and its language. */
  headword: string;
  language: LanguageTag;
  /** As it stands on the page the first time. */
  text: string;
  count: number;
  /** Name of its category, if any. */
  category?: LocalizedText;
  /** Concepts that it may mean. */
  senses: number;
  /** The sentence in which it stands the first time. */
  sentence: Sentence;
  /** What it means where it stands first, in the order in which a popover there has it. */
  means: Sense[];
  /** Where it stands: the forms that mean it first, by frame. The same form may mean something else in another. */
  stands: FrameForms[];
}

/** What the extension's own pages may ask of the background. */
export interface PageToBackground extends SubscriptionMessages {
  /** The marked terms of a tab in order of first appearance, its frames' after its own; and whether it can be marked. */
  getPageTerms(request: { tabId: number }): {
    reachable: boolean;
    /** Its page does not answer: it is busy, or can't. */
    silent: boolean;
    revision: number;
    total: number;
    terms: PageTerm[];
    /** Most of what is in sight is drawn on canvases. */
    drawn: boolean;
    /** The browser shows a PDF in it. */
    pdf: boolean;
    /** Marks of an earlier term index still stand in it: their terms are missing here. */
    pending: boolean;
  };
  /** What lists of senses say, in their order; empty lists if the revision is gone. */
  describeSenses(request: { revision: number; senses: Sense[][] }): { senses: SenseDescription[][] };
  /** What forms mean, on whatever page, in their order; empty lists if the revision is gone. */
  describeForms(request: { revision: number; forms: number[] }): { senses: SenseDescription[][] };
  /** What has the characters of a term in a tab and is not marked, and why not. */
  getRejectedTerms(request: { tabId: number }): { terms: RejectedListedTerm[] };
  /** Opens the form with what is selected in a tab, as the key does; or with the page alone. */
  addNote(request: { tabId: number }): { opened: boolean };
  /** What a text means already, in any of its written forms. */
  findSame(request: { text: string }): { senses: SenseDescription[] };
  /** Deletes everything that is stored, where it can no longer be read, and begins as after installation. */
  startAfresh(request: Record<never, never>): { started: boolean };
  /** Takes a tab to the next term of its page, or the one before; as the keys do. `false`: it has none. */
  stepToTerm(request: { tabId: number; back: boolean }): { stepped: boolean };
  /**
   * Takes a tab to the place of a term after `from`, or before it, and flashes it; to the first, or the last, from
   * nowhere. No `place`: the term is gone.
   */
  goToTerm(request: { tabId: number; revision: number; stands: FrameForms[]; from?: Stop; back: boolean }): {
    place?: TabPlace;
  };
}

/** A form painted in a frame. */
export interface ListedForm {
  form: number;
  /** As it stands there the first time. */
  text: string;
  count: number;
  /** The text of the block round that place, and where in it the term starts. */
  around: string;
  at: number;
}

/** What a content script answers, in each frame. */
export interface ToContent {
  /** Sent to every frame of a tab: in this one a popover is open (or no longer), and Escape closes it. */
  watchEscape(request: { frameId: number; open: boolean }): { watching: boolean };
  /** Closes the popover of this frame, as Escape does; or only the one that is not pinned. */
  dismissPopover(request: { floatingOnly: boolean }): { dismissed: boolean };
  /** How many terms this frame has marked. */
  countMarks(request: Record<never, never>): { count: number };
}

/** What the guide answers in each frame: a script that is put there when first asked for. */
export interface ToGuide {
  /** The forms painted in this frame, in order of first appearance. */
  listForms(request: Record<never, never>): {
    revision: number;
    forms: ListedForm[];
    /** Marks of an earlier term index still stand in it. */
    outdated: boolean;
    /** Most of what is in sight is drawn on canvases. */
    drawn: boolean;
    /** The document is the browser's viewer of PDFs. */
    pdf: boolean;
  };
  /** The text blocks of this frame. */
  listBlocks(request: Record<never, never>): { blocks: string[] };
  /** What is selected in this frame, and the sentence around it; an empty text for nothing. */
  describeSelection(request: Record<never, never>): { text: string; sentence: string };
  /** The terms of this frame that can be stepped to: all, or those of some forms. */
  listStops(request: { of?: StopFilter }): Omit<FrameStops, 'frameId'>;
  /** Scrolls to one of the stops listed like this last, flashes it, and opens its popover if that is wanted. */
  goToStop(request: { at: number; of?: StopFilter; open: OpenStop }): { gone: boolean };
}
