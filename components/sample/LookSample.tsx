import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Translate } from '@/lib/i18n/translator';
import type { UnderlineLook } from '@/lib/settings/underline';
import { splitMarked } from './marked-text';
import { paintTerms } from './paint-terms';

export interface LookSampleProps {
  look: UnderlineLook;
  t: Translate;
}

/** A sentence with terms in it, underlined as on pages, on light and on dark. */
export function LookSample({ look: { style, colour }, t }: LookSampleProps): JSX.Element {
  const sample = useRef<HTMLDivElement>(null);
  const text = t('appearance.sampleText');
  // Again for every text: its elements are new then.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useLayoutEffect(
    () => (sample.current === null ? undefined : paintTerms(sample.current, { style, colour })),
    [style, colour, text],
  );
  return (
    <div class="samples" ref={sample}>
      {(['light', 'dark'] as const).map((theme) => (
        <figure class="sample" data-theme={theme} key={theme}>
          <figcaption>{t(theme === 'light' ? 'appearance.sampleLight' : 'appearance.sampleDark')}</figcaption>
          <p key={text}>
            {splitMarked(text).map((part) =>
              part.term ? (
                <span data-term="" key={part.text}>
                  {part.text}
                </span>
              ) : (
                part.text
              ),
            )}
          </p>
        </figure>
      ))}
    </div>
  );
}
