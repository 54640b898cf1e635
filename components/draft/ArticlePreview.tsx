import type { JSX } from 'preact';
import { useEffect, useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import type { Article } from '@/lib/extraction/article';
import type { CollectedTerm, Decision } from '@/lib/extraction/collection';
import type { Translate } from '@/lib/i18n/translator';
import { type PaintedPlace, paintPlaces } from './paint-places';

export interface ArticlePreviewProps {
  article: Article;
  /** Its number in the collection. */
  number: number;
  terms: readonly CollectedTerm[];
  current: CollectedTerm | undefined;
  t: Translate;
}

/** The article as text, with the terms marked in it and the current one in sight. */
export function ArticlePreview({ article, number, terms, current, t }: ArticlePreviewProps): JSX.Element {
  const preview = useRef<HTMLDivElement>(null);
  const blocks = useMemo(
    () =>
      article.blocks.map(({ kind, text }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: blocks have no names, and never change places
        <p key={at} data-block={at} class={`preview-${kind}`}>
          {text}
        </p>
      )),
    [article],
  );
  const finding = current?.findings.find((each) => each.article === number);
  useLayoutEffect(() => {
    if (preview.current === null) return undefined;
    const placesOf = (decision: Decision): PaintedPlace[] =>
      terms
        .filter((term) => term.decision === decision && term.key !== current?.key)
        .flatMap(({ findings }) => findings.filter((each) => each.article === number))
        .flatMap(({ places }) => places);
    return paintPlaces(preview.current, {
      'draft-open': placesOf('open'),
      'draft-accepted': placesOf('accepted'),
      'draft-sentence': finding === undefined ? [] : [finding.explanation.place],
      'draft-current': finding?.places ?? [],
    });
  }, [number, terms, current, finding]);
  useEffect(() => {
    const pane = preview.current;
    const block = pane?.querySelector<HTMLElement>(`[data-block="${finding?.explanation.place.block}"]`);
    // The pane alone is to move, not the page round it.
    if (pane && block) pane.scrollTop = block.offsetTop - pane.clientHeight / 3;
  }, [finding]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section class="preview" ref={preview} lang="zh" tabIndex={0} aria-label={t('draft.article')}>
      {blocks}
    </section>
  );
}
