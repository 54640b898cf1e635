import { browser } from 'wxt/browser';
import type { ConceptId, GlossaryId } from '@/lib/glossary/model';
import { localDay } from '@/lib/i18n/local-day';
import type { Handlers } from '@/lib/messaging/messenger';
import type { ContentToBackground, PageToBackground } from '@/lib/messaging/protocol';
import { siteOf } from '@/lib/settings/settings';
import { keepTaken } from '@/lib/storage/note-drafts';
import { findMatches } from '@/lib/term-index/find';
import { sensesOnPage } from '@/lib/term-index/page-senses';
import type { TermIndex } from '@/lib/term-index/term-index';
import { describeLists } from './describe';
import { askGuide, hearFrame, replyIn } from './guide';

/** In the browser's menu for a selection. */
const MENU_ITEM = 'add-to-glossary';

/** Room for the form without scrolling, in CSS pixels. */
const WINDOW_SIZE = { width: 520, height: 780 };

/** Opens the form in a small window; where there are no windows (phones), in a tab. */
async function openForm(query: Record<string, string>): Promise<void> {
  const url = browser.runtime.getURL(`/note.html?${new URLSearchParams(query)}` as never);
  if (browser.windows === undefined) await browser.tabs.create({ url });
  else await browser.windows.create({ url, type: 'popup', ...WINDOW_SIZE });
}

interface Page {
  id?: number | undefined;
  title?: string | undefined;
  url?: string | undefined;
}

/** Whether a text is there once some of another's characters are left out: blanks, and the readings of ruby. */
function isWithin(text: string, other: string): boolean {
  let at = 0;
  for (const character of text.replace(/\s+/g, '')) {
    at = other.indexOf(character, at) + character.length;
    if (at < character.length) return false;
  }
  return true;
}

/** Takes down what is selected in a frame, and opens the form with it. `text` is what the browser says is selected. */
async function takeSelection(tab: Page, frame: { frameId: number; url?: string }, text = ''): Promise<void> {
  if (tab.id === undefined) return;
  const { frameId } = frame;
  const found = replyIn(await askGuide({ tabId: tab.id, frameId }, 'describeSelection', {}));
  // In Firefox a field has a selection of its own, beside the page's, which is then not what was chosen.
  const read = text === '' || (found !== undefined && isWithin(found.text, text)) ? found : undefined;
  const draft = await keepTaken({
    // The browser's has the readings of ruby in it.
    text: read?.text || text.trim(),
    sentence: read?.sentence ?? '',
    title: tab.title ?? '',
    // A frame's own address leads to what was read there; `about:srcdoc` leads nowhere.
    address: (/^https?:/.test(frame.url ?? '') ? frame.url : tab.url) ?? '',
    site: siteOf(tab.url),
    date: localDay(Date.now()),
  });
  await openForm({ draft });
}

function askAllForSelection(tabId: number) {
  return browser.scripting.executeScript({
    target: { tabId, allFrames: true },
    func: () => {
      let active = document.activeElement;
      while (active?.shadowRoot) active = active.shadowRoot.activeElement;
      return {
        selected: (getSelection()?.toString() ?? '').trim() !== '',
        // Every frame around the one with the keyboard has the focus, too: on that frame.
        focused: document.hasFocus() && !/^(i?frame|object|embed)$/.test(active?.localName ?? ''),
        url: location.href,
      };
    },
  });
}

/** The frame of a tab in which something is selected: the one with the keyboard, if there are several. */
async function findSelection(tabId: number): Promise<{ frameId: number; url: string } | undefined> {
  let answers: Awaited<ReturnType<typeof askAllForSelection>>;
  try {
    answers = replyIn(await hearFrame(askAllForSelection(tabId))) ?? [];
  } catch (error) {
    // A page that browsers let no extension into.
    console.warn(`Tab ${tabId} is not asked what is selected:`, error);
    return undefined;
  }
  const found = answers.filter(({ result }) => result?.selected === true);
  const best = found.find(({ result }) => result?.focused === true) ?? found.at(-1);
  return best?.result && { frameId: best.frameId, url: best.result.url };
}

/** Takes down what is selected anywhere in a tab; where nothing is, the form has only the page as its source. */
export async function takeSelectionOf(tab: Page): Promise<void> {
  if (tab.id === undefined) return;
  await takeSelection(tab, (await findSelection(tab.id)) ?? { frameId: 0 });
}

/** Puts the item into the browser's menu; to be called on installation, after which the browser keeps it. */
export async function createMenu(): Promise<void> {
  await browser.contextMenus.removeAll();
  browser.contextMenus.create({
    id: MENU_ITEM,
    title: browser.i18n.getMessage('menuAddToGlossary' as never),
    contexts: ['selection'],
  });
}

/** Listens for the item of the menu. To be called before the first await. */
export function listenForMenu(): void {
  browser.contextMenus.onClicked.addListener((info, tab) => {
    if (info.menuItemId !== MENU_ITEM || tab === undefined) return;
    const url = info.frameUrl;
    const frame = { frameId: info.frameId ?? 0, ...(url === undefined ? {} : { url }) };
    void takeSelection(tab, frame, info.selectionText);
  });
}

type NoteMessages = 'editConcept' | 'addNote' | 'findSame';

/** What the form and those that open it ask for. */
export function createNoteHandlers(
  getIndex: () => Promise<TermIndex>,
): Pick<Handlers<ContentToBackground & PageToBackground>, NoteMessages> {
  return {
    async editConcept({ glossary, concept }: { glossary: GlossaryId; concept: ConceptId }) {
      await openForm({ glossary, concept });
      return { opened: true };
    },
    async addNote({ tabId }) {
      await takeSelectionOf(await browser.tabs.get(tabId));
      return { opened: true };
    },
    async findSame({ text }) {
      const index = await getIndex();
      const same = findMatches(index, text).find(({ start, end }) => start === 0 && end === text.length);
      const [senses = []] = await describeLists(index, same ? [sensesOnPage(index, same.form)] : []);
      return { senses };
    },
  };
}
