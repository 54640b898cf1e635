import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import type { BrowserKind } from './browser/find.ts';

export const PROJECT_DIR = join(import.meta.dirname, '..');

/** Where `wxt build` puts the extension for a browser. */
export function builtExtensionDir(kind: BrowserKind): string {
  return join(PROJECT_DIR, '.output', kind === 'firefox' ? 'firefox-mv3' : 'chrome-mv3');
}

/** Builds the extension for one browser and returns its folder. What the build printed is shown if it fails. */
export function buildExtension(kind: BrowserKind): string {
  const wxt = join(PROJECT_DIR, 'node_modules', 'wxt', 'bin', 'wxt.mjs');
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [wxt, 'build', '--browser', kind === 'firefox' ? 'firefox' : 'chrome', '--mv3'],
    { cwd: PROJECT_DIR, encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`Building the extension failed.\n${stdout}${stderr}`);
  return builtExtensionDir(kind);
}
