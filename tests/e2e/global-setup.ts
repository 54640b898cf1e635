import type { TestProject } from 'vitest/node';
import type { BrowserKind, FoundBrowser } from '../../scripts/browser/find.ts';
import { ensureBrowser } from '../../scripts/browser/install.ts';
import { buildExtension } from '../../scripts/build-extension.ts';
import { installDisplayTools } from './real-display.ts';
import { startFixtureServer } from './server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    browser: FoundBrowser;
    extensionDir: string;
    /** The fixtures on 127.0.0.1 and, another origin, on localhost. */
    origin: string;
    otherOrigin: string;
  }
}

/** Finds the browser of a project, builds the extension for it and serves the fixtures. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const kind = project.name as BrowserKind;
  const browser = ensureBrowser(kind);
  installDisplayTools();
  // A folder to test instead of what the sources build to, such as an unpacked release.
  const extensionDir = process.env['PANGZHU_EXTENSION'] ?? buildExtension(kind);
  const server = await startFixtureServer();
  project.provide('browser', browser);
  project.provide('extensionDir', extensionDir);
  project.provide('origin', server.origin);
  project.provide('otherOrigin', server.otherOrigin);
  return () => server.close();
}
