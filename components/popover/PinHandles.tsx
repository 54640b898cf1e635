import { GripHorizontal, MoveDiagonal2 } from 'lucide';
import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
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
      <Handle class="pin-bar" label={t('card.move')} onDrag={onMove} lang={uiLanguage}>
        <Icon node={GripHorizontal} size={15} />
      </Handle>
      <Handle class="pin-corner" label={t('card.resize')} onDrag={onResize} lang={uiLanguage}>
        <Icon node={MoveDiagonal2} size={13} />
      </Handle>
    </>
  );
}

interface HandleProps {
  class: string;
  label: string;
  lang: UiLanguage;
  onDrag(x: number, y: number): void;
  children: JSX.Element;
}

/** Something that is dragged with a pointer or pushed with the arrow keys. */
function Handle({ class: name, label, lang, onDrag, children }: HandleProps): JSX.Element {
  // Outlives what is drawn anew while it is dragged, as when the page changes.
  const last = useRef<{ x: number; y: number } | undefined>(undefined);
  const end = (): void => {
    last.current = undefined;
  };
  return (
    <button
      type="button"
      class={name}
      lang={lang}
      aria-label={label}
      onPointerDown={({ button, clientX: x, clientY: y, currentTarget, pointerId }) => {
        if (button !== 0) return;
        last.current = { x, y };
        currentTarget.setPointerCapture(pointerId);
      }}
      onPointerMove={({ clientX: x, clientY: y }) => {
        if (last.current === undefined) return;
        onDrag(x - last.current.x, y - last.current.y);
        last.current = { x, y };
      }}
      onPointerUp={end}
      onPointerCancel={end}
      onKeyDown={(event) => {
        const direction = ARROWS[event.key];
        if (direction === undefined) return;
        event.preventDefault();
        const step = event.shiftKey ? STEP_PX * 4 : STEP_PX;
        onDrag(direction[0] * step, direction[1] * step);
      }}
    >
      {children}
    </button>
  );
}
