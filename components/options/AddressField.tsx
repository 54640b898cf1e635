import type { JSX } from 'preact';

export interface AddressFieldProps {
  /** Unique on the page. */
  id: string;
  label: string;
  placeholder: string;
  value: string;
  /** What is wrong with the value; empty if nothing is. */
  problem: string;
  /** Of the button. */
  action: string;
  busy?: boolean;
  onInput(value: string): void;
}

/** An address or host name, the button that does something with it, and what was wrong with it. */
export function AddressField(props: AddressFieldProps): JSX.Element {
  const { id, problem } = props;
  return (
    <>
      <label for={id}>{props.label}</label>
      <div class="site-entry">
        <input
          class="field"
          id={id}
          type="text"
          inputMode="url"
          autocomplete="off"
          autocapitalize="none"
          spellcheck={false}
          placeholder={props.placeholder}
          value={props.value}
          aria-invalid={problem !== ''}
          aria-describedby={`${id}-problem`}
          onInput={(event) => props.onInput(event.currentTarget.value)}
        />
        <button type="submit" class="button" disabled={props.busy === true}>
          {props.action}
        </button>
      </div>
      <p class="trouble" id={`${id}-problem`} role="alert">
        {problem}
      </p>
    </>
  );
}
