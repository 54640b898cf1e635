import { execFileSync, spawn } from 'node:child_process';
import { hasProgram, installPrograms } from '../../scripts/browser/install.ts';

/**
 * A screen of its own with a keyboard: keys that a driver makes go to the page alone, those that xdotool presses
 * to the browser, as a reader's do.
 */

/** What it takes, and the packages of Debian and Ubuntu that have it. */
const PACKAGE_OF = { Xvfb: 'xvfb', xdotool: 'xdotool' };

/** Has on this machine what a real keyboard takes, if that can be installed. */
export function installDisplayTools(): void {
  if (process.platform === 'linux') installPrograms(PACKAGE_OF);
}

/** Asked once all has been installed: in a test file, not in what sets the tests up. */
export const hasDisplayTools = (): boolean =>
  process.platform === 'linux' && Object.keys(PACKAGE_OF).every(hasProgram);

export interface RealDisplay {
  /** Has the browser's window get the keys; there is no window manager to do it. */
  focusWindow(): void;
  /** Presses a key or a combination, in xdotool's notation: `alt+shift+j`. */
  press(keys: string): void;
  close(): void;
}

const xdotool = (...args: string[]): string => execFileSync('xdotool', args, { encoding: 'utf8' }).trim();

/** Starts a screen; what this process starts afterwards with a window opens it there. */
export async function startDisplay(): Promise<RealDisplay> {
  const server = spawn('Xvfb', ['-displayfd', '1', '-screen', '0', '1280x900x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const number = await new Promise<string>((resolve, reject) => {
    server.stdout.once('data', (data) => resolve(String(data).trim()));
    server.once('exit', (code) => reject(new Error(`Xvfb ended with ${code}`)));
  });
  process.env['DISPLAY'] = `:${number}`;
  return {
    focusWindow() {
      const windows = xdotool('search', '--onlyvisible', '--name', '.').split('\n');
      xdotool('windowfocus', '--sync', windows.at(-1) ?? '');
    },
    press(keys) {
      xdotool('key', '--clearmodifiers', keys);
    },
    close() {
      server.kill();
    },
  };
}
