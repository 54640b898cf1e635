import { Readability } from '@mozilla/readability';
import type { Article, ArticleBlock } from '@/lib/extraction/article';
import { readArticleSource } from './article-source';

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

const BLOCKS =
  'address,article,aside,blockquote,body,center,dd,details,div,dl,dt,fieldset,figcaption,figure,footer,h1,h2,h3,h4,h5,' +
  'h6,header,hr,li,main,nav,ol,p,pre,section,summary,table,tbody,td,tfoot,th,thead,tr,ul,br,img,video';
const HEADINGS = /^h[1-6]$/;

/** The text of an element, a block for each paragraph, white space as it would be shown. */
function readBlocks(root: Element): ArticleBlock[] {
  const blocks: ArticleBlock[] = [];
  let text = '';
  let kind: ArticleBlock['kind'] = 'text';
  const close = (): void => {
    const shown = text.replace(/\s+/g, ' ').trim();
    if (shown !== '') blocks.push({ kind, text: shown });
    text = '';
  };
  const walk = (node: Node): void => {
    if (node instanceof Text) text += node.data;
    if (!(node instanceof Element)) return;
    const separates = node.matches(BLOCKS);
    const before = kind;
    if (separates) {
      close();
      if (HEADINGS.test(node.localName)) kind = 'heading';
    }
    for (const child of node.childNodes) walk(child);
    if (separates) {
      close();
      kind = before;
    }
  };
  walk(root);
  close();
  return blocks;
}
