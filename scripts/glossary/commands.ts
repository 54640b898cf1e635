import { existsSync } from 'node:fs';
import { diffConcepts } from '@/lib/glossary/diff';
import { lintGlossary, listShortForms } from '@/lib/glossary/lint';
import type { Concept } from '@/lib/glossary/model';
import type { ReadFormat } from '@/lib/glossary-import/formats';
import { WRITERS } from '@/lib/glossary-import/write-file';
import { loadLexicon } from '@/lib/lexicon/lexicon';
import { unpackWords } from '@/lib/lexicon/packed-words';
import {
  createSigningKeys,
  type SignatureFile,
  type SigningKeys,
  serializeSignatureFile,
  signBytes,
  verifySignature,
} from '@/lib/subscriptions/signature';
import { findWordsMarkedIn } from '@/lib/term-index/words-marked-in';
import { readPackedLexicon } from '../packed-lexicon.ts';
import { formatFor, inspect, readBytes, readGlossary, STANDARD, UsageError, writeFile } from './files.ts';
import { describeFinding, describeProblem } from './messages.ts';

/** All is well. */
const GOOD = 0;
/** The glossary has errors or findings, or two differ. */
const FOUND = 1;

export interface Options {
  /** What the files are written in; found out of each if it is not said. */
  from: ReadFormat | undefined;
  to?: string | undefined;
  key?: string | undefined;
}

/** Each command: what it is given, what it does, and how it is to be called. Returns the exit code. */
export const COMMANDS: Readonly<
  Record<
    string,
    { usage: string; about: string; run(files: string[], options: Options): Promise<number> | number }
  >
> = {
  validate: {
    usage: 'validate <file> … [--from <format>]',
    about: 'Prints everything that is wrong with glossary files, with places. Any format that is read.',
    run: (files, { from }) => Math.max(...need(files, { least: 1 }).map((file) => validate(file, from))),
  },
  lint: {
    usage: 'lint <file> … [--from <format>]',
    about: 'Prints what readers will not like: forms inside other words, shared forms, missing sources …',
    run: (files, { from }) => Math.max(...need(files, { least: 1 }).map((file) => lint(file, from))),
  },
  convert: {
    usage: 'convert <from> <to> [--from <format>] [--to <format>]',
    about: `Writes a glossary in another format, by the ending of its name or --to: ${Object.keys(WRITERS).join(', ')}.`,
    run: (files, formats) => convert(need(files, { least: 2, most: 2 }), formats),
  },
  diff: {
    usage: 'diff <old> <new> [--from <format>]',
    about: 'Prints the concepts and terms that two files do not share. Exit code 1 if there are any.',
    run: (files, { from }) => diff(need(files, { least: 2, most: 2 }), from),
  },
  sign: {
    usage: 'sign <file> --key <key file> [--from <format>]',
    about:
      'Writes <file>.sig: SHA-256 and Ed25519. A key file that is not there is made: keep it, and keep it secret.',
    run: (files, options) => sign(need(files, { least: 1, most: 1 })[0] ?? '', options),
  },
};

function need(files: string[], { least, most = files.length }: { least: number; most?: number }): string[] {
  if (files.length < least || files.includes(''))
    throw new UsageError(`${least === 1 ? 'A file is' : `${least} files are`} needed.`);
  // What is passed over in silence would seem to have been looked at.
  if (files.length > most) throw new UsageError(`One file too many: ${files[most]}`);
  return files;
}

function validate(path: string, from: Options['from']): number {
  const { glossary, problems } = inspect(path, from);
  for (const problem of problems) console.log(`${path}: ${describeProblem(problem)}`);
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const size = glossary === undefined ? 'No glossary' : `${glossary.concepts.length} concepts`;
  console.log(`${path}: ${size}, ${errors} errors, ${problems.length - errors} warnings.`);
  return glossary === undefined || errors > 0 ? FOUND : GOOD;
}

function lint(path: string, from: Options['from']): number {
  const glossary = readGlossary(path, from);
  if (glossary === undefined) return FOUND;
  const buffer = readPackedLexicon();
  const lexicon = { words: unpackWords(buffer), lexicon: loadLexicon(buffer) };
  const holding = findWordsMarkedIn(lexicon, listShortForms(glossary.concepts));
  const findings = lintGlossary(glossary, holding);
  for (const finding of findings) console.log(`${path}: ${describeFinding(finding)}`);
  console.log(`${path}: ${findings.length} findings.`);
  return findings.length === 0 ? GOOD : FOUND;
}

function convert([source = '', target = '']: string[], { from, to }: Options): number {
  const format = formatFor(target, to);
  const { glossary, problems } = inspect(source, from);
  for (const problem of problems) console.error(`${source}: ${describeProblem(problem)}`);
  if (glossary === undefined) return FOUND;
  const { write, lossless } = WRITERS[format];
  writeFile(target, write(glossary));
  const lost = problems.filter(({ severity }) => severity === 'error').length;
  const left = lost === 0 ? '' : ` ${lost} could not be taken: see above.`;
  const loss = lossless ? '' : ' This format does not hold everything: docs/glossary-formats.md.';
  // Not among what is written, should that go to standard output.
  console.error(`${target}: ${glossary.concepts.length} concepts as ${format}.${left}${loss}`);
  return lost === 0 ? GOOD : FOUND;
}

function diff([before = '', after = '']: string[], from: Options['from']): number {
  const [old, next] = [readGlossary(before, from), readGlossary(after, from)];
  if (old === undefined || next === undefined) throw new UsageError('Both files have to be glossaries.');
  const { added, changed, removed, unchanged } = diffConcepts(old.concepts, next.concepts);
  const nameOf = ({ id, terms: [{ text }] }: Concept): string => (id === text ? text : `${text} (${id})`);
  for (const concept of removed) console.log(`- ${nameOf(concept)}`);
  for (const concept of added) console.log(`+ ${nameOf(concept)}`);
  for (const { after: concept, parts, terms } of changed) {
    console.log(`~ ${nameOf(concept)}: ${parts.join(', ')}`);
    for (const { text, language } of terms.removed) console.log(`  - ${text} (${language})`);
    for (const { text, language } of terms.added) console.log(`  + ${text} (${language})`);
    for (const { after: term } of terms.changed) console.log(`  ~ ${term.text} (${term.language})`);
  }
  console.log(
    `${added.length} new, ${changed.length} changed, ${removed.length} removed, ${unchanged} the same.`,
  );
  return added.length + changed.length + removed.length === 0 ? GOOD : FOUND;
}

async function sign(path: string, { from, key: keyPath }: Options): Promise<number> {
  if (keyPath === undefined) throw new UsageError('Which key? --key <key file>');
  if (path === STANDARD) throw new UsageError('A file is needed: its signature is written beside it.');
  if (keyPath === STANDARD) throw new UsageError('A key is kept in a file: --key <key file>');
  const bytes = readBytes(path);
  // Nobody would take it, and everybody would say that the publisher is to blame.
  const glossary = readGlossary(path, from);
  if (glossary === undefined) return FOUND;
  const keys = existsSync(keyPath) ? readKeys(keyPath) : await createSigningKeys();
  if (!existsSync(keyPath)) {
    writeFile(keyPath, `${JSON.stringify(keys, null, 2)}\n`, { secret: true });
    console.log(`${keyPath}: a new key. Without it no later version can be signed.`);
  }
  writeFile(`${path}.sig`, serializeSignatureFile(await signWith(bytes, keys, keyPath)));
  console.log(`${path}.sig: signed with ${keys.publicKey}`);
  if (glossary.publicKey !== keys.publicKey) {
    console.log(
      `${path} does not name this key: readers check it only if "publicKey" or their address does.`,
    );
  }
  return GOOD;
}

/** Signs, and checks what came of it: the two halves of a key file may be damaged, or of different keys. */
async function signWith(
  bytes: Uint8Array<ArrayBuffer>,
  keys: SigningKeys,
  keyPath: string,
): Promise<SignatureFile> {
  try {
    const signature = await signBytes(bytes, keys);
    if ((await verifySignature(bytes, signature, keys.publicKey)) === 'good') return signature;
  } catch (error) {
    // What the cryptography of the platform throws for what is no key.
    if (!(error instanceof DOMException)) throw error;
  }
  throw new UsageError(`${keyPath} is damaged: nothing can be signed with it.`);
}

function readKeys(path: string): SigningKeys {
  try {
    const { publicKey, privateKey } = JSON.parse(new TextDecoder().decode(readBytes(path)));
    if (typeof publicKey === 'string' && typeof privateKey === 'string') return { publicKey, privateKey };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw new UsageError(`${path} is no key file.`);
}
