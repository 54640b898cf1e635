import type { ComponentChildren, JSX } from 'preact';

export interface SwitchProps {
  checked: boolean;
  onChange(checked: boolean): void;
  /** The name of the switch, shown before it. */
  children: ComponentChildren;
  /** `label` is shown; `hidden` is for a switch whose name already stands beside it. */
  name?: 'shown' | 'hidden';
}

/** Something that is on or off, at once. */
export function Switch({ checked, onChange, children, name = 'shown' }: SwitchProps): JSX.Element {
  return (
    <label class="switch">
      <span class={name === 'hidden' ? 'unseen' : 'switch-name'}>{children}</span>
      <input
        type="checkbox"
        role="switch"
        checked={checked}
        aria-checked={checked}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
    </label>
  );
}
