import type { PageSession } from './page-session';

/** What just went wrong, in the reader's language. */
export function troubleText({ t, trouble }: PageSession): string | undefined {
  const what = trouble.value;
  if (what === undefined) return undefined;
  if (what === 'saveFailed') return t.value('options.saveFailed');
  if (what === 'noAnswer') return t.value('popup.failed');
  return what === 'exportFailed' ? t.value('list.exportFailed') : t.value('popup.gone', { term: what.gone });
}

/** What came of an export. */
export function exportedText({ t, exported }: PageSession): string | undefined {
  const done = exported.value;
  if (done === undefined) return undefined;
  const { count } = done;
  return done.way === 'copy' ? t.value('list.copied', { count }) : t.value('list.saved', { count });
}

/** To which place of which term the page was taken last. */
export function placeText({ t, page, shown }: PageSession): string | undefined {
  const { view } = page.value;
  const at = shown.value;
  if (at === undefined || view.kind !== 'listed') return undefined;
  const term = view.terms.find(({ key }) => key === at.key);
  return term && t.value('list.place', { term: term.headword, place: at.place, count: term.count });
}
