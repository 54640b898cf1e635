/**
 * Import this first to run the project's sources under plain Node: `@/lib/x` and `./x` find `x.ts`, as
 * they do for Vite and TypeScript. What needs them is then imported with `await import(…)`.
 */
import { existsSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';

const root = new URL('../', import.meta.url);

registerHooks({
  resolve(specifier, context, next) {
    const fromRoot = specifier.startsWith('@/');
    if (!fromRoot && !specifier.startsWith('.')) return next(specifier, context);
    const target = fromRoot ? new URL(specifier.slice(2), root) : new URL(specifier, context.parentURL);
    const source = new URL(`${target.href}.ts`);
    return next(
      target.protocol === 'file:' && existsSync(fileURLToPath(source)) ? source.href : specifier,
      context,
    );
  },
});
