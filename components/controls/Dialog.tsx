import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { isFocusLost } from './focus';

export interface DialogProps {
  title: string;
  /** Escape was pressed: whatever the dialog asks is answered with no. */
  onCancel(): void;
  children: ComponentChildren;
}

/** A question before everything else on the page. It is open as long as it is rendered. */
export function Dialog({ title, onCancel, children }: DialogProps): JSX.Element {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    const element = dialog.current;
    const before = document.activeElement;
    element?.showModal();
    return () => {
      element?.close();
      // A dialog gives the focus back when it is closed, not when it is taken out.
      queueMicrotask(() => {
        if (isFocusLost() && before instanceof HTMLElement) before.focus();
      });
    };
  }, []);
  return (
    <dialog
      class="dialog"
      ref={dialog}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        onCancel();
      }}
    >
      <h2 id={titleId}>{title}</h2>
      {children}
    </dialog>
  );
}
