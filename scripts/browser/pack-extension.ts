import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PROJECT_DIR } from '../build-extension.ts';

/** Packs a built extension into one file, as Firefox installs it for good. */
export function packExtension(folder: string): { file: string; remove(): void } {
  const webExt = join(PROJECT_DIR, 'node_modules', 'web-ext', 'bin', 'web-ext.js');
  const dir = mkdtempSync(join(tmpdir(), 'pangzhu-packed-'));
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [webExt, 'build', '--source-dir', folder, '--artifacts-dir', dir, '--filename', 'packed.xpi'],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`Packing ${folder} failed.\n${stdout}${stderr}`);
  return { file: join(dir, 'packed.xpi'), remove: () => rmSync(dir, { recursive: true, force: true }) };
}
