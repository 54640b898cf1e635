import { type ReadonlySignal, signal } from '@preact/signals';
import { refusalText } from '@/components/options/refusal-text';
import type { ToastMessage } from '@/components/options/Toast';
import { reasonOf } from '@/lib/i18n/reason-of';
import type { MessageKey, Translate } from '@/lib/i18n/translator';

/** Long enough to be noticed at the edge of the eye, then out of the way. */
const SIGN_MS = 2200;

/** What the page says about what was just done. */
export function createNotices(t: ReadonlySignal<Translate>) {
  const saved = signal(false);
  const toast = signal<ToastMessage | undefined>(undefined);
  let signTimer: ReturnType<typeof setTimeout> | undefined;

  const troubleText = (error: unknown): string =>
    refusalText(t.value, error) ?? t.value('options.saveFailedBecause', { reason: reasonOf(error) });

  /** Shows how a change went. A failure stays until the next change. */
  async function signing(change: Promise<unknown>): Promise<boolean> {
    clearTimeout(signTimer);
    toast.value = undefined;
    try {
      await change;
      saved.value = true;
      signTimer = setTimeout(() => {
        saved.value = false;
      }, SIGN_MS);
      return true;
    } catch (error) {
      console.error(error);
      saved.value = false;
      toast.value = { text: troubleText(error), trouble: true };
      return false;
    }
  }

  return {
    saved,
    toast,
    signing,
    dismiss(): void {
      toast.value = undefined;
    },
    /** Does something that can be taken back, and says so. */
    async undoable<Undo>(
      act: Promise<Undo> | undefined,
      {
        said,
        params,
        undo,
      }: { said: MessageKey; params?: Record<string, string | number>; undo(undo: Undo): Promise<void> },
    ): Promise<boolean> {
      if (act === undefined) return false;
      toast.value = undefined;
      try {
        const taken = await act;
        toast.value = {
          text: t.value(said, params),
          onUndo: () => void signing(undo(taken)),
        };
        return true;
      } catch (error) {
        console.error(error);
        toast.value = { text: troubleText(error), trouble: true };
        return false;
      }
    },
  };
}

export type Notices = ReturnType<typeof createNotices>;
