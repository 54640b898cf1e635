import { onTestFinished } from 'vitest';
import type { Tab } from '../../scripts/browser/driver.ts';
import { type PublisherServer, refuse, startPublisherServer } from '../support/publisher-server.ts';

/** The file of a glossary of these terms. */
export const glossaryFile = (version: string, ...terms: string[]): string =>
  JSON.stringify({
    format: 'pangzhu-glossary',
    formatVersion: 1,
    id: 'newsroom',
    name: { en: 'Newsroom words', zh: '编辑部用语' },
    publisher: 'The Newsroom',
    licence: 'CC-BY-4.0',
    version,
    updated: '2026-11-24',
    language: 'zh-Hans',
    categories: {},
    concepts: terms.map((text) => ({
      id: text,
      terms: [{ text, language: 'zh-Hans', status: 'preferred' }],
      definitions: { zh: `${text}。` },
      sources: [],
    })),
  });

/** A publisher's server on this machine, with a page that has this text at `/page.html`. */
export async function startPublisher(text: string): Promise<PublisherServer> {
  const server = await startPublisherServer();
  onTestFinished(() => server.close());
  const headers = { 'content-type': 'text/html; charset=utf-8', 'set-cookie': 'reader=1; Path=/' };
  const page = `<!doctype html><html lang="zh"><meta charset="utf-8"><title>港</title>
    <link rel="icon" href="data:,"><p>${text}</p></html>`;
  server.paths.set('/page.html', refuse(200, headers, page));
  return server;
}

/**
 * Waits for a button with one of these texts to be there and clicks it: a Chromium without the language that was asked
 * for speaks English.
 */
export async function click(tab: Tab, ...texts: string[]): Promise<void> {
  await tab.page.waitForFunction(
    (wanted) => {
      const button = [...document.querySelectorAll('button')].find(
        (one) => wanted.includes(one.textContent ?? '') && !one.disabled,
      );
      button?.click();
      return button !== undefined;
    },
    {},
    texts,
  );
}

/** Waits until the page has one of these texts. */
export const waitForText = (tab: Tab, ...texts: string[]): Promise<unknown> =>
  tab.page.waitForFunction(
    (wanted) => wanted.some((text) => document.body.textContent?.includes(text)),
    {},
    texts,
  );
