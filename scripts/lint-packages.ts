// Lints both built packages as the add-on store does: npm run lint:packages, after npm run build or npm run zip.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import type { BrowserKind } from './browser/find.ts';
import { builtExtensionDir, PROJECT_DIR } from './build-extension.ts';

interface LintMessage {
  code: string;
  message: string;
  file?: string;
}
interface LintReport {
  errors: LintMessage[];
  warnings: LintMessage[];
}

/** What the linter holds against every package that is not for Firefox. */
const FIREFOX_ONLY = new Set(['BACKGROUND_SERVICE_WORKER_NOFALLBACK', 'ADDON_ID_REQUIRED']);

/** Preact can set `innerHTML` when asked to; nothing of ours asks (lint: noDangerouslySetInnerHtml). */
const KNOWN_WARNINGS = new Set(['UNSAFE_VAR_ASSIGNMENT', 'MISSING_DATA_COLLECTION_PERMISSIONS']);

function lint(kind: BrowserKind): LintReport {
  const webExt = join(PROJECT_DIR, 'node_modules', 'web-ext', 'bin', 'web-ext.js');
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [webExt, 'lint', '--output', 'json', '--source-dir', builtExtensionDir(kind)],
    { encoding: 'utf8' },
  );
  try {
    return JSON.parse(stdout) as LintReport;
  } catch (cause) {
    throw new Error(`web-ext gave no report for ${kind}: ${stderr}`, { cause });
  }
}

for (const kind of ['firefox', 'chromium'] satisfies BrowserKind[]) {
  const report = lint(kind);
  const errors = report.errors.filter(({ code }) => kind === 'firefox' || !FIREFOX_ONLY.has(code));
  const warnings = report.warnings.filter(({ code }) => !KNOWN_WARNINGS.has(code));
  console.log(`${kind}: ${errors.length} errors, ${warnings.length} warnings`);
  for (const { code, message, file } of [...errors, ...warnings])
    console.log(`  ${code} ${file ?? ''}: ${message}`);
  if (errors.length > 0) process.exitCode = 1;
}
