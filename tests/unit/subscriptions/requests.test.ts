import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const PROJECT = new URL('../../../', import.meta.url);

/** Ways to the network that a page or a worker has. */
const REQUEST =
  /(?<![#\w])fetch\(|\b(?:XMLHttpRequest|WebSocket|WebTransport|EventSource|sendBeacon|importScripts)\b/;

/** Reading a file of the package is no request. */
const OWN_FILE = /fetch\((?:browser\.runtime\.getURL\(|'\/)/;

/** The modules that ask other machines for something: only for what a reader has asked for by its address. */
const ASKING = ['lib/subscriptions/download.ts'];

describe('the extension', () => {
  it('asks other machines for something in these modules and nowhere else', () => {
    const files = globSync(['lib/**/*.ts', 'entrypoints/**/*.{ts,tsx}', 'components/**/*.{ts,tsx}'], {
      cwd: PROJECT.pathname,
    });
    const asking = files.filter((file) =>
      readFileSync(new URL(file, PROJECT), 'utf8')
        .split('\n')
        .some((line) => REQUEST.test(line) && !OWN_FILE.test(line) && !/^\s*(?:\/\/|\/?\*)/.test(line)),
    );
    expect(asking.sort()).toEqual([...ASKING].sort());
  });
});
