import { GripHorizontal, MoveDiagonal2 } from 'lucide';
import type { JSX } from 'preact';
import { Icon } from '@/components/controls/Icon';
import type { Translate } from '@/lib/i18n/translate';
import type { UiLanguage } from '@/lib/settings/languages';

/** How far an arrow key takes a pinned card, in CSS pixels; four times as far with Shift. */
const STEP_PX = 16;

const ARROWS: Readonly<Record<string, readonly [x: number, y: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

export interface PinHandlesProps {
  /** Moves the card by so many CSS pixels. */
  onMove(x: number, y: number): void;
  /** Makes it so much wider and higher. */
  onResize(x: number, y: number): void;
  t: Translate;
  uiLanguage: UiLanguage;
}

/** What a pinned card is moved and sized by: the bar above it, and its corner. */
export function PinHandles({ onMove, onResize, t, uiLanguage }: PinHandlesProps): JSX.Element {
  return (
    <>
      <button
        type="button"
        class="pin-bar"
        lang={uiLanguage}
        aria-label={t('card.move')}
        {...dragging(onMove)}
      >
        <Icon node={GripHorizontal} size={15} />
      </button>
      <button
        type="button"
        class="pin-corner"
        lang={uiLanguage}
        aria-label={t('card.resize')}
        {...dragging(onResize)}
      >
        <Icon node={MoveDiagonal2} size={13} />
      </button>
    </>
  );
}

/** The handlers of something that is dragged with a pointer or pushed with the arrow keys. */
function dragging(onDrag: (x: number, y: number) => void) {
  let last: { x: number; y: number } | undefined;
  const end = (): void => {
    last = undefined;
  };
  return {
    onPointerDown(event: PointerEvent): void {
      if (event.button !== 0) return;
      last = { x: event.clientX, y: event.clientY };
      (event.currentTarget as Element).setPointerCapture(event.pointerId);
    },
    onPointerMove(event: PointerEvent): void {
      if (last === undefined) return;
      onDrag(event.clientX - last.x, event.clientY - last.y);
      last = { x: event.clientX, y: event.clientY };
    },
    onPointerUp: end,
    onPointerCancel: end,
    onKeyDown(event: KeyboardEvent): void {
      const direction = ARROWS[event.key];
      if (direction === undefined) return;
      event.preventDefault();
      const step = event.shiftKey ? STEP_PX * 4 : STEP_PX;
      onDrag(direction[0] * step, direction[1] * step);
    },
  };
}
