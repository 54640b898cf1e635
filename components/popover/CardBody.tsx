import type { ComponentChildren, JSX } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';

export interface CardBodyProps {
  /** The id of what names the card. */
  headId: string;
  children: ComponentChildren;
}

/** The part of a card that scrolls. Where it does, keys reach it too: there may be nothing else in it that takes the focus. */
export function CardBody({ headId, children }: CardBodyProps): JSX.Element {
  const body = useRef<HTMLDivElement>(null);
  const [scrolls, setScrolls] = useState(false);

  useLayoutEffect(() => {
    const element = body.current;
    if (element === null) return;
    const measure = (): void => setScrolls(element.scrollHeight > element.clientHeight + 1);
    measure();
    const watch = new ResizeObserver(measure);
    for (const each of [element, ...element.children]) watch.observe(each);
    return () => watch.disconnect();
  });

  const reached = scrolls ? { tabIndex: 0, role: 'group' as const, 'aria-labelledby': headId } : {};
  return (
    <div class="card-body" ref={body} {...reached}>
      {children}
    </div>
  );
}
