import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build } from 'vite';
import { PROJECT_DIR } from '../../scripts/build-extension.ts';

const APPS_DIR = join(PROJECT_DIR, 'tests', 'fixtures', 'apps');

/** Bundles each app of the fixtures into one classic script; by file name. */
export async function buildApps(): Promise<Map<string, string>> {
  const apps = new Map<string, string>();
  for (const file of readdirSync(APPS_DIR)) apps.set(file, await bundle(file));
  return apps;
}

async function bundle(file: string): Promise<string> {
  const output = await build({
    root: APPS_DIR,
    configFile: false,
    logLevel: 'error',
    resolve: { alias: { '@': PROJECT_DIR } },
    define: {
      // Production builds: development ones freeze and warn, which no real page does.
      'process.env.NODE_ENV': '"production"',
      __VUE_OPTIONS_API__: 'true',
      __VUE_PROD_DEVTOOLS__: 'false',
      __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false',
    },
    build: {
      write: false,
      minify: false,
      lib: { entry: join(APPS_DIR, file), formats: ['iife'], name: 'app', fileName: basename(file, '.js') },
    },
  });
  const [result] = Array.isArray(output) ? output : [output];
  if (!result || !('output' in result)) throw new Error(`${file} was not bundled`);
  return result.output[0].code;
}
