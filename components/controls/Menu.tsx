import type { IconNode } from 'lucide';
import { Ellipsis } from 'lucide';
import type { JSX } from 'preact';
import { useId, useRef } from 'preact/hooks';
import { Icon } from './Icon';
import { IconButton } from './IconButton';

export interface MenuItem {
  label: string;
  icon: IconNode;
  onChoose(): void;
  disabled?: boolean;
}

/** A button that opens a list of things to do. The browser closes it on Escape and on a click elsewhere. */
export function Menu({ label, items }: { label: string; items: readonly MenuItem[] }): JSX.Element {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const move = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    const buttons = [...(list.current?.querySelectorAll('button:enabled') ?? [])] as HTMLElement[];
    const at = buttons.indexOf(document.activeElement as HTMLElement);
    buttons[(at + step + buttons.length) % buttons.length]?.focus();
  };
  return (
    <div class="menu">
      <IconButton icon={Ellipsis} label={label} popoverTarget={id} />
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is part of a form */}
      <div
        class="menu-items"
        role="group"
        aria-label={label}
        id={id}
        ref={list}
        popover="auto"
        onKeyDown={move}
        onToggle={(event) => {
          if (event.newState === 'open') list.current?.querySelector<HTMLElement>('button:enabled')?.focus();
        }}
      >
        {items.map(({ label: name, icon, onChoose, disabled = false }) => (
          <button
            key={name}
            type="button"
            disabled={disabled}
            onClick={() => {
              list.current?.hidePopover();
              onChoose();
            }}
          >
            <Icon node={icon} size={15} />
            {name}
          </button>
        ))}
      </div>
    </div>
  );
}
