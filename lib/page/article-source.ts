import * as v from 'valibot';
import type { ArticleSource } from '@/lib/extraction/article';
import { MAX_NAME_LENGTH, MAX_URL_LENGTH } from '@/lib/glossary/limits';

/** What of schema.org's vocabulary says something of an article. Everything may be missing or something else. */
const JsonLdSchema = v.object({
  headline: v.fallback(v.optional(v.string()), undefined),
  datePublished: v.fallback(v.optional(v.string()), undefined),
  publisher: v.fallback(v.optional(v.object({ name: v.string() })), undefined),
});

const ARTICLE_TYPES = /^(?:\w*Article|Report|BlogPosting)$/;

/**
 * What a page says of itself: from JSON-LD, Open Graph and the `meta` elements that Chinese news sites use, then
 * from its title. Only what can stand in a glossary: a web address, a day of the calendar, one line of text.
 */
export function readArticleSource(page: Document, url: string): ArticleSource {
  const linked = readJsonLd(page);
  const meta = (...names: string[]): string | undefined => {
    for (const name of names) {
      const selector = `meta[property="${name}" i], meta[name="${name}" i], meta[itemprop="${name}" i]`;
      const content = page.querySelector(selector)?.getAttribute('content');
      if (content) return content;
    }
    return undefined;
  };
  const title =
    oneLine(linked?.headline) ??
    oneLine(meta('og:title', 'ArticleTitle', 'title')) ??
    oneLine(bareTitle(page));
  const publisher =
    oneLine(linked?.publisher?.name) ??
    oneLine(meta('og:site_name', 'ContentSource', 'source', 'mediaid', 'publisher'));
  const date = dayOf(
    linked?.datePublished ??
      meta(
        'article:published_time',
        'og:published_time',
        'PubDate',
        'publishdate',
        'datePublished',
        'date',
      ) ??
      page.querySelector('time[datetime]')?.getAttribute('datetime') ??
      undefined,
  );
  return {
    url: canonicalAddress(page, url),
    title: title ?? '',
    ...(publisher !== undefined && { publisher }),
    ...(date !== undefined && { date }),
  };
}

/** Without the name of the site that titles end in. */
function bareTitle(page: Document): string {
  const heading = page.querySelectorAll('h1');
  const only = heading.length === 1 ? heading[0]?.textContent : undefined;
  if (only && page.title.includes(only.trim())) return only;
  return page.title.replace(/\s*[|_–—-]\s*[^|_–—-]{1,20}$/, '') || page.title;
}

/** Of the first article, or if there is none, of the first page: plugins name the page before what stands on it. */
function readJsonLd(page: Document): v.InferOutput<typeof JsonLdSchema> | undefined {
  let ofPage: v.InferOutput<typeof JsonLdSchema> | undefined;
  for (const script of page.querySelectorAll('script[type="application/ld+json"]')) {
    let parsed: unknown;
    try {
      parsed = JSON.parse(script.textContent ?? '');
    } catch {
      // A page's own mistake: what it says elsewhere still counts.
      continue;
    }
    for (const node of nodesOf(parsed)) {
      const types = [(node as { '@type'?: unknown })['@type']].flat();
      const result = v.safeParse(JsonLdSchema, node);
      if (!result.success) continue;
      if (types.some((type) => typeof type === 'string' && ARTICLE_TYPES.test(type))) return result.output;
      if (types.includes('WebPage')) ofPage ??= result.output;
    }
  }
  return ofPage;
}

/** What a page may nest, more is none of its own making. */
const DEEPEST = 4;

/** The nodes of a value in order, each before those nested in it: in a graph, or as what a page is mainly about. */
function nodesOf(parsed: unknown, depth = 0): object[] {
  return [parsed].flat().flatMap((node) => {
    if (typeof node !== 'object' || node === null || depth > DEEPEST) return [];
    const { '@graph': graph, mainEntity } = node as { '@graph'?: unknown; mainEntity?: unknown };
    return [node, ...nodesOf(graph, depth + 1), ...nodesOf(mainEntity, depth + 1)];
  });
}

function oneLine(text: string | undefined): string | undefined {
  const line = text
    ?.replace(/^\s*(?:稿件)?来源\s*[:：]/, '')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()
    .slice(0, MAX_NAME_LENGTH)
    .toWellFormed();
  return line === '' ? undefined : line;
}

/** `2021-12-15T08:00:00+08:00`, `2021/12/5`, `20211215`, `2021年12月15日` → the day; the page's own, not ours. */
function dayOf(written: string | undefined): string | undefined {
  const [, year, month, day] = /(\d{4})[-/.年]?(\d{1,2})[-/.月]?(\d{1,2})/.exec(written ?? '') ?? [];
  if (year === undefined || month === undefined || day === undefined) return undefined;
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const known = new Date(`${date}T00:00:00Z`);
  return Number.isNaN(known.getTime()) || known.toISOString().slice(0, 10) !== date ? undefined : date;
}

/** The address that the page names as its own, if it is one of the same site; else the one it was read at. */
function canonicalAddress(page: Document, url: string): string {
  const named =
    page.querySelector('link[rel~="canonical" i]')?.getAttribute('href') ??
    page.querySelector('meta[property="og:url" i]')?.getAttribute('content');
  const here = url.replace(/#.*$/, '');
  if (!named) return here;
  try {
    const address = new URL(named, url);
    // A page can name any other; a link to it must still lead where the reader was.
    const same = address.host === new URL(url).host && address.pathname !== '/';
    return same && address.href.length <= MAX_URL_LENGTH ? address.href.replace(/#.*$/, '') : here;
  } catch {
    // Not an address.
    return here;
  }
}
