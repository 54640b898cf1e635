import { join } from 'node:path';
import { build } from 'vite';

/** Inside, so that what the scripts import from packages is found from there. */
const OUT_DIR = join(import.meta.dirname, '../../../node_modules/.cache/bench-matching');

/**
 * Bundles the measuring scripts as the extension's are. Run from their sources they are measured wrong: Node takes types
 * out by a WebAssembly module whose memory grows, which detaches an array buffer, and from then on V8 asks at each
 * access to any typed array whether its buffer is detached. Searching 100,000 terms takes a tenth longer then.
 *
 * @returns where a script lies, by its name
 */
export async function buildScripts<Name extends string>(
  names: readonly Name[],
): Promise<(name: Name) => string> {
  await build({
    configFile: false,
    logLevel: 'warn',
    resolve: { alias: { '@': join(import.meta.dirname, '../../..') } },
    build: {
      ssr: true,
      outDir: OUT_DIR,
      emptyOutDir: true,
      rolldownOptions: { input: names.map((name) => join(import.meta.dirname, `${name}.ts`)) },
    },
  });
  return (name) => join(OUT_DIR, `${name}.js`);
}
