import type { ComponentChildren, JSX } from 'preact';
import { useId } from 'preact/hooks';

export interface ChoiceGroupProps<T extends string> {
  label: string;
  choices: readonly { value: T; label: ComponentChildren; lang?: string }[];
  value: T;
  onChange(value: T): void;
  /** `row`: side by side; `column`: one below the other. */
  layout: 'row' | 'column';
}

/** One of a few: radio buttons under a heading. */
export function ChoiceGroup<T extends string>(props: ChoiceGroupProps<T>): JSX.Element {
  const name = useId();
  return (
    <fieldset class={`choices ${props.layout}`}>
      <legend>{props.label}</legend>
      {props.choices.map(({ value, label, lang }) => (
        <label key={value} class="choice" lang={lang}>
          <input
            type="radio"
            name={name}
            value={value}
            checked={props.value === value}
            onChange={() => props.onChange(value)}
          />
          <span>{label}</span>
        </label>
      ))}
    </fieldset>
  );
}
