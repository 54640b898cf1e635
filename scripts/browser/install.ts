import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { type BrowserKind, type FoundBrowser, findBrowser, MINIMUM_VERSION } from './find.ts';

/** No browser is here and none could be installed; the message is one line for the user. */
export class MissingBrowserError extends Error {}

const PACKAGES: Record<BrowserKind, string[]> = {
  chromium: ['chromium'],
  // Debian stable has only the extended support release, unstable both.
  firefox: ['firefox-esr', 'firefox'],
};

const ADVICE: Record<BrowserKind, string> = {
  chromium: `Install Chrome, Chromium or Edge ${MINIMUM_VERSION.chromium} or later (Debian: apt install chromium; else https://www.google.com/chrome/), or set PANGZHU_CHROMIUM to its path.`,
  firefox: `Install Firefox ${MINIMUM_VERSION.firefox} or later (Debian: apt install firefox-esr; else https://www.mozilla.org/firefox/), or set PANGZHU_FIREFOX to its path.`,
};

let packageListsUpdated = false;

/**
 * A browser of this kind, installed from the distribution if there is none yet.
 *
 * Installing happens only on Debian-like systems and only as root. A CJK font is
 * installed along with it when the system has none. Throws `MissingBrowserError`.
 */
export function ensureBrowser(kind: BrowserKind): FoundBrowser {
  let browser = findBrowser(kind);
  if (!browser && canInstallPackages()) {
    const name = PACKAGES[kind].find(isRealPackage);
    if (name) {
      installPackages([name]);
      browser = findBrowser(kind);
    }
  }
  if (!browser) throw new MissingBrowserError(`No ${kind} found. ${ADVICE[kind]}`);
  ensureCjkFont();
  return browser;
}

/** Whether a program is on this machine. */
export const hasProgram = (name: string): boolean =>
  spawnSync('which', [name], { stdio: 'ignore' }).status === 0;

/** Installs the package of each program that is missing, under the same conditions as a browser. */
export function installPrograms(packageOf: Readonly<Record<string, string>>): void {
  const missing = Object.keys(packageOf).filter((name) => !hasProgram(name));
  if (missing.length > 0 && canInstallPackages())
    installPackages(missing.map((name) => packageOf[name] ?? name));
}

/** Without one, Chinese text is drawn as boxes, which a screenshot should not show. */
function ensureCjkFont(): void {
  if (process.platform !== 'linux' || hasCjkFont()) return;
  if (canInstallPackages()) installPackages(['fontconfig', 'fonts-noto-cjk']);
  else console.warn('No Chinese font found: text will show as boxes. Install one (Debian: fonts-noto-cjk).');
}

function hasCjkFont(): boolean {
  const { stdout } = spawnSync('fc-list', [':lang=zh', 'family'], { encoding: 'utf8' });
  return Boolean(stdout?.trim());
}

function canInstallPackages(): boolean {
  return process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
}

/** Ubuntu's `chromium` and `firefox` packages hold no browser but fetch a snap, which containers can't run. */
function isRealPackage(name: string): boolean {
  updatePackageLists();
  const { stdout } = spawnSync('apt-cache', ['policy', name], { encoding: 'utf8' });
  const candidate = /Candidate: (\S+)/.exec(stdout ?? '')?.[1];
  return candidate !== undefined && candidate !== '(none)' && !candidate.includes('snap');
}

function installPackages(names: string[]): void {
  updatePackageLists();
  console.log(`Installing ${names.join(', ')} (once; this can take a minute) …`);
  runApt(['install', '--yes', '--no-install-recommends', ...names]);
}

function updatePackageLists(): void {
  if (packageListsUpdated) return;
  packageListsUpdated = true;
  console.log('Updating the package lists …');
  runApt(['update']);
}

/** A failure shows as a browser that still can't be found; what apt said about it is printed. */
function runApt(args: string[]): void {
  try {
    execFileSync('apt-get', ['-qq', '-o', 'Dpkg::Use-Pty=0', ...args], {
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C' },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
  } catch {
    console.warn(`apt-get ${args[0]} failed.`);
  }
}
