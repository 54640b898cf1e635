import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Translate } from '@/lib/i18n/translator';
import { type CalmSettings, choosePlaces, type Place } from '@/lib/settings/calm';
import type { UnderlineLook } from '@/lib/settings/underline';
import { splitMarked } from './marked-text';
import { paintTerms } from './paint-terms';

export interface CalmSampleProps {
  calm: CalmSettings;
  look: UnderlineLook;
  t: Translate;
}

/** Two short sections of an article, marked by the very rules that pages get. */
export function CalmSample({ calm, look: { style, colour }, t }: CalmSampleProps): JSX.Element {
  const sample = useRef<HTMLDivElement>(null);
  const sections = [
    { heading: t('marking.sampleHead1'), parts: splitMarked(t('marking.sampleText1')) },
    { heading: t('marking.sampleHead2'), parts: splitMarked(t('marking.sampleText2')) },
  ];
  const places = sections.map(({ parts }, section) => {
    const block = parts.map(({ text }) => text).join('');
    let start = 0;
    return parts.map(({ text, term }): Place & { term: boolean } => {
      start += text.length;
      return { concept: text, section, block, start: start - text.length, text, term };
    });
  });
  const marked = choosePlaces(
    places.flat().filter(({ term, text }) => term && [...text].length >= calm.minLength),
    calm,
  );
  // Painted anew for every text and choice: which elements are terms is another matter then.
  useLayoutEffect(() =>
    sample.current === null ? undefined : paintTerms(sample.current, { style, colour }),
  );
  return (
    <div class="sample calm-sample" ref={sample}>
      {places.map((parts, section) => (
        <div key={sections[section]?.heading}>
          <p class="sample-head">{sections[section]?.heading}</p>
          <p>
            {parts.map((place) =>
              marked.has(place) ? (
                <span data-term="" key={`term ${place.start}`}>
                  {place.text}
                </span>
              ) : (
                <span key={place.start}>{place.text}</span>
              ),
            )}
          </p>
        </div>
      ))}
    </div>
  );
}
