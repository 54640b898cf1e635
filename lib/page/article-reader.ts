import { Readability } from '@mozilla/readability';
import type { Article, ArticleBlock } from '@/lib/extraction/article';
import { readArticleSource } from './article-source';
import { readBlocks } from './html-blocks';

/** A page as its tab had it at one moment. */
export interface PageCopy {
  html: string;
  url: string;
}

/** Why there is nothing to draw terms from. */
export type NoArticle = 'none' | 'short' | 'foreign';

export type ReadArticle = { ok: true; article: Article } | { ok: false; reason: NoArticle };

/** Chinese characters. A stub before a paywall has fewer, and so has a page that is a list of links. */
const LEAST_HAN = 120;

/** Of the letters; an article in another language quotes some Chinese at most. */
const LEAST_HAN_SHARE = 0.3;

/**
 * Finds the article of a page in a copy of it: its blocks in reading order and what the page says of itself.
 * Nothing of the copy is run, loaded or shown.
 */
export function readArticle({ html, url }: PageCopy): ReadArticle {
  const copy = new DOMParser().parseFromString(html, 'text/html');
  const source = readArticleSource(copy, url);
  for (const element of copy.querySelectorAll('rt, rp, script, style, noscript, template')) element.remove();
  const found = new Readability<Node>(copy, { serializer: (node) => node, charThreshold: 100 }).parse();
  if (!(found?.content instanceof Element)) return { ok: false, reason: 'none' };
  const title: ArticleBlock[] = source.title === '' ? [] : [{ kind: 'title', text: source.title }];
  const blocks = readBlocks(found.content).filter(({ text }) => text !== source.title);
  const text = blocks.map((block) => block.text).join('');
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  if (letters < LEAST_HAN) return { ok: false, reason: letters === 0 ? 'none' : 'short' };
  // Japanese is written with the same characters, and with others that Chinese has not.
  const kana = text.match(/[\p{Script=Hiragana}\p{Script=Katakana}]/gu)?.length ?? 0;
  if (han < letters * LEAST_HAN_SHARE || kana > han * 0.3) return { ok: false, reason: 'foreign' };
  if (han < LEAST_HAN) return { ok: false, reason: 'short' };
  return { ok: true, article: { source, blocks: [...title, ...blocks] } };
}
