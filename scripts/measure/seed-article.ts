import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FoundBrowser } from '../browser/find.ts';
import { launchBrowser } from '../browser/launch.ts';
import { builtExtensionDir, PROJECT_DIR } from '../build-extension.ts';
import { startLoopbackServer } from '../loopback-server.ts';

/** Recall below this fails the measurement. */
const LEAST_RECALL = 0.99;

/** Taller than the article. */
const WHOLE_ARTICLE_PX = 8000;

interface GlossaryFile {
  concepts: { terms: { text: string; spot?: boolean }[] }[];
}

/**
 * Serves the seed article as a page, a paragraph a line, and compares what is underlined with what a plain
 * search finds after the inserted pinyin has been taken out by a regular expression and the characters have
 * been folded by the given table: nothing of the matcher's own code.
 *
 * @returns whether enough of it is found
 */
export async function measureSeedArticle(browser: FoundBrowser, sharedDir: string): Promise<boolean> {
  const article = readFileSync(join(sharedDir, 'data', 'seed-article.txt'), 'utf8');
  const table = JSON.parse(readFileSync(join(sharedDir, 'data', 'fold-table.json'), 'utf8')) as Record<
    string,
    string
  >;
  const narrow = (text: string): string =>
    text.replace(/[！-～]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));
  const plain = (text: string): string =>
    [...narrow(text).replace(/\([a-zà-üāēīōūǎěǐǒǔǖǘǚǜńňǹḿ]*\)/giu, '')]
      .map((char) => table[char] ?? char)
      .join('');
  const terms = readTerms().map(plain);
  const expected = countTerms(plain(article), new Set(terms));

  const lines = article.split('\n').filter((line) => line.trim() !== '');
  const escapeHtml = (line: string): string => line.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const body = `<!doctype html><meta charset="utf-8"><title>seed</title>${lines.map((line) => `<p>${escapeHtml(line)}</p>`).join('\n')}`;
  const server = await startLoopbackServer([
    () => ({ headers: { 'content-type': 'text/html; charset=utf-8' }, body }),
  ]);
  const driver = await launchBrowser({
    ...browser,
    headless: true,
    extensionDir: builtExtensionDir(browser.kind),
    // The whole article on one screen: only what is near the screen is drawn.
    viewport: { width: 1280, height: WHOLE_ARTICLE_PX },
  });
  try {
    const tab = await driver.open(server.origin);
    // The welcome page may have come to the front: what is near the screen of a hidden tab is not known.
    await tab.page.bringToFront();
    const found = new Map<string, number>();
    for (const { text } of await tab.settledMarks())
      found.set(plain(text), (found.get(plain(text)) ?? 0) + 1);
    return print(browser, expected, found);
  } finally {
    await driver.close();
    await server.close();
  }
}

function readTerms(): string[] {
  const file = join(PROJECT_DIR, 'assets', 'public', 'glossaries', 'chengdu-chongqing.json');
  const { concepts } = JSON.parse(readFileSync(file, 'utf8')) as GlossaryFile;
  return concepts.flatMap(({ terms }) => terms.filter(({ spot }) => spot !== false).map(({ text }) => text));
}

/** How often each term stands in a text, the longest first at each place, none overlapping. */
function countTerms(text: string, terms: ReadonlySet<string>): Map<string, number> {
  const lengths = [...new Set([...terms].map((term) => term.length))].sort((a, b) => b - a);
  const counts = new Map<string, number>();
  for (let at = 0; at < text.length; ) {
    const length = lengths.find((each) => terms.has(text.slice(at, at + each)));
    if (length === undefined) {
      at++;
      continue;
    }
    const term = text.slice(at, at + length);
    counts.set(term, (counts.get(term) ?? 0) + 1);
    at += length;
  }
  return counts;
}

function print(browser: FoundBrowser, expected: Map<string, number>, found: Map<string, number>): boolean {
  console.log(`\nSeed article in ${browser.kind}: underlined / expected\n`);
  let [hits, total] = [0, 0];
  for (const [term, count] of [...expected].sort((a, b) => b[1] - a[1])) {
    const here = found.get(term) ?? 0;
    hits += Math.min(here, count);
    total += count;
    console.log(
      `${here === count ? ' ' : '!'} ${String(here).padStart(3)} / ${String(count).padStart(3)}  ${term}`,
    );
  }
  const extra = [...found].filter(([term, count]) => count > (expected.get(term) ?? 0));
  for (const [term, count] of extra)
    console.log(`+ ${String(count).padStart(3)} / ${expected.get(term) ?? 0}  ${term}`);
  console.log(
    `\n${hits} of ${total} occurrences (${((100 * hits) / total).toFixed(1)} %), ${extra.length} terms found too often`,
  );
  return total > 0 && hits / total >= LEAST_RECALL;
}
