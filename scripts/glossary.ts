#!/usr/bin/env node
// The command line for those who publish glossaries: npm run glossary -- --help
import './source-imports.ts';
import { parseArgs } from 'node:util';

// npm runs scripts in the project's folder: paths are meant from where the caller is.
process.chdir(process.env['INIT_CWD'] ?? '.');

const { COMMANDS } = await import('./glossary/commands.ts');
const { FROM_FORMATS, readFormat, UsageError } = await import('./glossary/files.ts');

/** Called in a wrong way, or a file that can't be read or written. */
const TROUBLE = 2;

function help(): string {
  const lines = Object.values(COMMANDS).map(({ usage, about }) => `  ${usage}\n      ${about}`);
  return `pangzhu-glossary: checks, converts, compares and signs glossaries.\n\n${lines.join('\n')}\n
A file named - is read from standard input, or written to standard output.
--from <format> says what the files are written in, whatever their names say: ${FROM_FORMATS.join(', ')}.
Workbooks and dictionaries are known by themselves.
Exit codes: 0 all is well, 1 errors, findings or differences, ${TROUBLE} called in a wrong way.`;
}

async function run(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      from: { type: 'string' },
      to: { type: 'string' },
      key: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  const [name = '', ...files] = positionals;
  if (values.help === true) {
    console.log(help());
    return 0;
  }
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (command === undefined) throw new UsageError(help());
  return command.run(files, { ...values, from: readFormat(values.from) });
}

try {
  process.exitCode = await run();
} catch (error) {
  const { code } = error as { code?: unknown };
  if (!(error instanceof UsageError) && !String(code).startsWith('ERR_PARSE_ARGS')) throw error;
  console.error((error as Error).message);
  process.exitCode = TROUBLE;
}
