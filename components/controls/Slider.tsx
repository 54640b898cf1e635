import type { JSX } from 'preact';
import { useEffect, useId, useState } from 'preact/hooks';

export interface SliderProps {
  label: string;
  range: { min: number; max: number; step: number };
  value: number;
  /** The value in words. */
  text(value: number): string;
  /** Called when it is let go. */
  onChange(value: number): void;
  hint?: string;
}

/** A number in a range, with the value in words beside it. */
export function Slider({ label, range, value, text, onChange, hint }: SliderProps): JSX.Element {
  // While it is dragged the slider is ahead of what is stored.
  const [shown, setShown] = useState(value);
  useEffect(() => setShown(value), [value]);
  const id = useId();
  return (
    <div class="delay">
      <label for={id}>{label}</label>
      <output for={id}>{text(shown)}</output>
      <input
        id={id}
        type="range"
        {...range}
        value={shown}
        aria-valuetext={text(shown)}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        onInput={(event) => setShown(event.currentTarget.valueAsNumber)}
        onChange={(event) => onChange(event.currentTarget.valueAsNumber)}
      />
      {hint !== undefined && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}
