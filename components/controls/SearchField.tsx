import { Search } from 'lucide';
import type { JSX } from 'preact';
import { Icon } from './Icon';

export interface SearchFieldProps {
  label: string;
  value: string;
  onInput(value: string): void;
}

/** A box to narrow a list with. Its label is its placeholder too. */
export function SearchField({ label, value, onInput }: SearchFieldProps): JSX.Element {
  return (
    <div class="search">
      <Icon node={Search} size={15} />
      <input
        type="search"
        aria-label={label}
        placeholder={label}
        value={value}
        autocomplete="off"
        spellcheck={false}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
    </div>
  );
}
