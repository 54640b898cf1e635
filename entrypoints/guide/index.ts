import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { answer } from '@/lib/messaging/messenger';
import type { ToGuide } from '@/lib/messaging/protocol';
import type { Mark } from '@/lib/page/mark';
import { findMarks, type MarkedDocument } from '@/lib/page/marks-bridge';
import { scrollToMark } from '@/lib/page/scroll-to-mark';
import { FLASH_MS } from '@/lib/popover/timing';
import { readBlocks } from './blocks';
import { listForms } from './occurrences';
import { describeSelection } from './selection';
import { Stops } from './stops';
import { isDrawn, isPdf } from './unreadable';

/**
 * Takes a reader to the marks of a frame, and lists them. Put into the frame by the background when a list or a
 * key first asks for it: most pages never need it. What it shows is the content script's.
 */

const RUNNING = Symbol.for('pangzhu.stop-guide');
type Global = { [RUNNING]?: () => void };

export default defineUnlistedScript(() => {
  (globalThis as Global)[RUNNING]?.();

  let flashTimer: ReturnType<typeof setTimeout> | undefined;
  const stops = new Stops();

  const show = (marks: MarkedDocument, mark: Mark): void => {
    scrollToMark(mark);
    clearTimeout(flashTimer);
    marks.flash(mark.ranges);
    flashTimer = setTimeout(() => marks.flash([]), FLASH_MS);
  };

  (globalThis as Global)[RUNNING] = answer<ToGuide>(
    {
      listForms() {
        const marks = findMarks();
        const revision = marks?.revision ?? 0;
        const shown = [...(marks?.shown() ?? [])];
        const outdated = shown.some((mark) => mark.revision !== revision);
        return { revision, forms: listForms(shown, revision), outdated, drawn: isDrawn(), pdf: isPdf() };
      },
      listBlocks: () => ({ blocks: findMarks() === undefined ? [] : readBlocks().map(({ text }) => text) }),
      describeSelection,
      listStops: ({ of }) => stops.list(findMarks()?.shown() ?? [], of),
      goToStop({ at, of, open }) {
        const marks = findMarks();
        const mark = marks && stops.take(marks.shown(), at, of);
        if (marks === undefined || mark === undefined) return { gone: true };
        show(marks, mark);
        if (open !== 'no') marks.open(mark, { focus: open === 'focus' });
        return { gone: false };
      },
    },
    () => undefined,
  );
});
