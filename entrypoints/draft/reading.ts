import type { Article } from '@/lib/extraction/article';
import type { Candidate } from '@/lib/extraction/candidate';
import { type Collection, findArticle } from '@/lib/extraction/collection';
import { copyPage } from '@/lib/messaging/page-copy';
import { type NoArticle, readArticle } from '@/lib/page/article-reader';
import { extractInWorker } from './extractor';

/** Why nothing was drawn from a tab. */
export type ReadingTrouble = NoArticle | 'unreadable' | 'failed';

/** How far the reading of some tabs is: 0 to 1 of the article with this number. */
export interface ReadingProgress {
  article: number;
  articles: number;
  done: number;
}

/** An article with what was drawn from it. */
export interface DrawnArticle {
  article: Article;
  candidates: readonly Candidate[];
}

/** What came of it: the articles, and the tabs that gave none. */
export interface ReadingResult {
  drawn: DrawnArticle[];
  troubles: { tabId: number; trouble: ReadingTrouble }[];
  /** The tab of each address. */
  tabOf: Map<string, number>;
}

async function readTab(tabId: number): Promise<Article | ReadingTrouble> {
  const copy = await copyPage(tabId);
  if (copy === undefined) return 'unreadable';
  const read = readArticle(copy);
  return read.ok ? read.article : read.reason;
}

/** Reads the articles in some tabs, and draws their candidates. */
export async function readTabs(
  tabIds: readonly number[],
  onProgress: (progress: ReadingProgress) => void,
): Promise<ReadingResult> {
  const articles: Article[] = [];
  const tabOf = new Map<string, number>();
  const troubles: ReadingResult['troubles'] = [];
  for (const tabId of tabIds) {
    const read = await readTab(tabId);
    if (typeof read === 'string') troubles.push({ tabId, trouble: read });
    else {
      articles.push(read);
      tabOf.set(read.source.url, tabId);
    }
  }
  if (articles.length === 0) return { drawn: [], troubles, tabOf };
  try {
    const found = await extractInWorker(articles, (article, done) =>
      onProgress({ article, articles: articles.length, done }),
    );
    const drawn = articles.map((article, at) => ({ article, candidates: found[at] ?? [] }));
    return { drawn, troubles, tabOf };
  } catch (error) {
    console.error(error);
    const failed = tabIds.filter((tabId) => !troubles.some((each) => each.tabId === tabId));
    return {
      drawn: [],
      troubles: [...troubles, ...failed.map((tabId) => ({ tabId, trouble: 'failed' as const }))],
      tabOf,
    };
  }
}

/** Whether a tab still shows an article as it was read. A tab that is gone does not. */
export async function isUnchanged(tabId: number, collection: Collection, url: string): Promise<boolean> {
  const read = await readTab(tabId);
  if (typeof read === 'string') return false;
  const at = findArticle(collection, read.source);
  const known = at === undefined ? undefined : collection.articles[at];
  return known?.source.url === url && JSON.stringify(known.blocks) === JSON.stringify(read.blocks);
}
