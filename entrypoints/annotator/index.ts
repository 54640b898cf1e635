import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { answer, ask, MessageError, tell } from '@/lib/messaging/messenger';
import type { ContentToBackground, ToContent } from '@/lib/messaging/protocol';
import { Highlighter } from '@/lib/page/highlighter';
import { offerMarks } from '@/lib/page/marks-bridge';
import { HOST_NAME } from '@/lib/page/popover-bridge';
import { createQueue } from '@/lib/storage/queue';
import { watchRevision, watchRules } from '@/lib/storage/revision-signal';
import { onSettingsChange } from '@/lib/storage/settings-signal';
import { Annotation, isAlive } from './annotation';

/**
 * The content script. It is an unlisted script that the manifest names, not one of WXT's content scripts:
 * those announce themselves to the page with the extension's id (docs/adr/0005-content-script-lifetime.md).
 */

const RUNNING = Symbol.for('pangzhu.stop-annotator');
type Global = { [RUNNING]?: () => void };

/** What Chromium has for pages that it loads before anybody goes there; not in TypeScript's DOM types. */
interface PrerenderedDocument extends Document {
  prerendering?: boolean;
}

/** Doubled with each vain attempt. */
const FIRST_RETRY_MS = 250;

export default defineUnlistedScript(() => {
  // Injected twice into one world, or left over from before an update: the newer one takes over.
  (globalThis as Global)[RUNNING]?.();
  Highlighter.clearAll();
  for (const host of document.querySelectorAll(HOST_NAME)) host.remove();

  let annotation: Annotation | undefined;
  let stopped = false;
  const undo: (() => void)[] = [];
  const stop = (): void => {
    stopped = true;
    annotation?.stop();
    annotation = undefined;
    removeEventListener('pageshow', onPageShow);
    removeEventListener('pagehide', onPageHide);
    // The listeners of a gone extension can't be removed, and never fire again.
    if (isAlive()) for (const each of undo) each();
    undo.length = 0;
  };
  (globalThis as Global)[RUNNING] = stop;
  offerMarks(() => annotation);

  // In turn: two changes at once must not start marking twice.
  const inTurn = createQueue();
  /** Right after an installation the background may not listen yet: the page then asks again. */
  const update = async (retryDelayMs = FIRST_RETRY_MS): Promise<void> => {
    // A page that the browser loads on suspicion is nobody's yet, nor is it the tab's: most are never seen.
    if ((document as PrerenderedDocument).prerendering) return;
    try {
      await inTurn(followState);
    } catch (error) {
      if (!(error instanceof MessageError)) throw error;
      if (!isAlive()) stop();
      else setTimeout(() => void update(2 * retryDelayMs), retryDelayMs);
    }
  };
  const followState = async (): Promise<void> => {
    const { active, settings } = await ask<ContentToBackground, 'getPageState'>('getPageState', {});
    // A newer instance has taken over while the answer was on its way.
    if (stopped) return;
    if (!active) {
      annotation?.stop();
      annotation = undefined;
      await ask<ContentToBackground, 'reportCount'>('reportCount', { count: 0 });
    } else if (annotation === undefined) {
      annotation = new Annotation(settings, { dead: stop, rootReplaced: listen });
    } else {
      annotation.applySettings(settings);
    }
  };

  const onPageShow = (event: PageTransitionEvent): void => {
    if (!event.persisted) return;
    if (!isAlive()) {
      stop();
      return;
    }
    // Firefox told it nothing of what was changed while it was away.
    annotation?.rescan();
    annotation?.reportAgain();
    void update();
  };
  /** Nobody tells of a frame that is taken away: its terms are the tab's no longer, nor is Escape its popover's. */
  const onPageHide = (): void => {
    if (window === top || annotation === undefined || !isAlive()) return;
    annotation.returnEscape();
    tell<ContentToBackground, 'reportCount'>('reportCount', { count: 0 });
  };
  const listen = (): void => {
    addEventListener('pageshow', onPageShow);
    addEventListener('pagehide', onPageHide);
  };
  listen();
  document.addEventListener('prerenderingchange', () => void update(), { once: true });
  undo.push(
    onSettingsChange(() => void update()),
    watchRevision(() => annotation?.rescan()),
    watchRules(() => annotation?.rescan()),
    answer<ToContent>(
      {
        countMarks: () => ({ count: annotation?.count ?? 0 }),
        watchEscape: (request) => {
          annotation?.watchEscape(request);
          return { watching: annotation !== undefined };
        },
        dismissPopover: (request) => {
          annotation?.dismissPopover(request);
          return { dismissed: annotation !== undefined };
        },
      },
      () => undefined,
    ),
  );
  void update();
});
