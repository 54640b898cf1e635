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
  /** What the button does; without it, it submits the form around the field. */
  onAction?: () => void;
}

/** An address or host name, the button that does something with it, and what was wrong with it. */
export function AddressField(props: AddressFieldProps): JSX.Element {
  const { id, problem, onAction } = props;
  const onEnter = (event: KeyboardEvent): void => {
    if (onAction === undefined || event.key !== 'Enter' || event.isComposing) return;
    event.preventDefault();
    onAction();
  };
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
          onKeyDown={onEnter}
        />
        <button
          type={onAction === undefined ? 'submit' : 'button'}
          class="button"
          disabled={props.busy === true}
          onClick={onAction}
        >
          {props.action}
        </button>
      </div>
      <p class="trouble" id={`${id}-problem`} role="alert">
        {problem}
      </p>
    </>
  );
}
