import type { JSX } from 'preact';
import { useId } from 'preact/hooks';

/** What ties a control to its label, its hint and what is wrong with it. */
export interface FieldControl {
  id: string;
  'aria-invalid': boolean;
  'aria-describedby': string;
}

export interface FieldProps {
  label: string;
  hint?: string | undefined;
  /** What is wrong with what stands there; nothing if all is well. */
  problem?: string | undefined;
  /** The label is heard, not seen: what it says stands beside. */
  quiet?: boolean;
  children(control: FieldControl): JSX.Element;
}

/** A control of a form with its label above and what is wrong with it below. */
export function Field({ label, hint, problem, quiet = false, children }: FieldProps): JSX.Element {
  const id = useId();
  return (
    <div class="form-field">
      <label class={quiet ? 'unseen' : undefined} for={id}>
        {label}
      </label>
      {children({ id, 'aria-invalid': problem !== undefined, 'aria-describedby': `${id}-about` })}
      <div id={`${id}-about`}>
        {problem !== undefined && <p class="trouble">{problem}</p>}
        {hint !== undefined && <p class="hint">{hint}</p>}
      </div>
    </div>
  );
}
