/** What a page says of itself, as far as it does. */
export interface ArticleSource {
  /** `http:` or `https:`, the canonical address where the page names one. */
  url: string;
  title: string;
  publisher?: string;
  /** ISO 8601 date, `2021-10-20`. */
  date?: string;
}

export type BlockKind = 'title' | 'heading' | 'text';

/** A paragraph, heading or list item of an article, in the order a reader meets them. */
export interface ArticleBlock {
  kind: BlockKind;
  text: string;
}

/** The main text of a page. */
export interface Article {
  source: ArticleSource;
  blocks: readonly ArticleBlock[];
}

/** A place in an article: code units of the text of one of its blocks. */
export interface Place {
  block: number;
  start: number;
  end: number;
}
