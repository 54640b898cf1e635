// Builds what is made from data packages and not kept in git: `npm run generate`, after every install.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

for (const script of ['build-character-tables.ts', 'build-lexicon.ts', 'build-pinyin.ts']) {
  const { status } = spawnSync(process.execPath, [join(import.meta.dirname, script)], { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}
