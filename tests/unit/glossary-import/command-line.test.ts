import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { parseSignatureFile, verifySignature } from '@/lib/subscriptions/signature';

const PROJECT = new URL('../../../', import.meta.url).pathname;
const folder = mkdtempSync(join(tmpdir(), 'pangzhu-'));
afterAll(() => rmSync(folder, { recursive: true }));
const file = (name: string): string => join(folder, name);

/** Runs a command; gives its exit code and what it printed. */
function run(...args: string[]): { code: number; text: string } {
  try {
    const text = execFileSync(process.execPath, [join(PROJECT, 'scripts', 'glossary.ts'), ...args], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    return { code: 0, text };
  } catch (error) {
    const { status, stdout, stderr } = error as { status: number; stdout: string; stderr: string };
    return { code: status, text: stdout + stderr };
  }
}

describe('the command line for publishers', () => {
  writeFileSync(file('a.csv'), '术语,英文,释义\n果园港,Guoyuan Port,港口。\n两江新区,,新区。\n');
  writeFileSync(file('broken.csv'), `术语,链接\n${'长'.repeat(129)},x\n好,javascript:x\n`);

  it('says what is wrong with a file, and tells by its exit code', () => {
    const { code, text } = run('validate', file('a.csv'), file('broken.csv'));
    expect(code).toBe(1);
    expect(text).toContain('a.csv: 2 concepts, 0 errors, 0 warnings.');
    expect(text).toMatch(/error 2 · 术语 .*: Too long: 129 characters, 128 at most\./);
    expect(text).toContain('broken.csv: 1 concepts, 2 errors, 1 warnings.');
  });

  it('converts a file into one that does not differ, and shows where another does', () => {
    expect(run('convert', file('a.csv'), file('a.tbx')).code).toBe(0);
    expect(run('diff', file('a.csv'), file('a.tbx'))).toEqual({
      code: 0,
      text: '0 new, 0 changed, 0 removed, 2 the same.\n',
    });
    const { code, text } = run('diff', file('a.csv'), file('broken.csv'));
    expect(code).toBe(1);
    expect(text).toContain('- 果园港\n- 两江新区\n+ 好\n');
  });

  it('signs a file so that its readers can check it', async () => {
    expect(run('sign', file('a.csv'), '--key', file('key.json')).code).toBe(0);
    const { publicKey } = JSON.parse(readFileSync(file('key.json'), 'utf8'));
    const signature = parseSignatureFile(readFileSync(file('a.csv.sig'), 'utf8'));
    if (signature === undefined) throw new Error('No signature');
    const bytes = Uint8Array.from(readFileSync(file('a.csv')));
    expect(await verifySignature(bytes, signature, publicKey)).toBe('good');
  });

  it('signs nothing that its readers would refuse', () => {
    writeFileSync(file('cut.json'), '{"format":"pangzhu-glossary"');
    expect(run('sign', file('cut.json'), '--key', file('other.json'))).toMatchObject({ code: 1 });
    expect(existsSync(file('cut.json.sig'))).toBe(false);
    expect(existsSync(file('other.json'))).toBe(false);
    // Its signature would lie beside a file that has no place.
    expect(run('sign', '-', '--key', file('other.json'))).toMatchObject({ code: 2 });
    writeFileSync(file('damaged.json'), '{"publicKey":"x","privateKey":"aGVsbG8"}');
    const { code, text } = run('sign', file('a.csv'), '--key', file('damaged.json'));
    expect(code).toBe(2);
    expect(text).toMatch(/^\S+damaged\.json is damaged: nothing can be signed with it\.\n$/);
  });

  it('passes over nothing in silence', () => {
    const { code, text } = run('lint', file('a.csv'), file('broken.csv'));
    expect(code).toBe(1);
    expect(text).toContain('broken.csv: 3 findings.');
    expect(run('diff', file('a.csv'), file('a.csv'), file('broken.csv')).code).toBe(2);
    expect(run('convert', file('broken.csv'), file('b.json'))).toMatchObject({ code: 1 });
    expect(existsSync(file('b.json'))).toBe(true);
  });

  it('reads and writes where it is called, and through pipes', () => {
    const here = { cwd: PROJECT, encoding: 'utf8', env: { ...process.env, INIT_CWD: folder } } as const;
    const script = join(PROJECT, 'scripts', 'glossary.ts');
    const table = execFileSync(process.execPath, [script, 'convert', '-', '-', '--to', 'csv'], {
      ...here,
      input: readFileSync(file('a.csv')),
    });
    expect(table).toMatch(/^\ufeffid,term,/);
    expect(execFileSync(process.execPath, [script, 'validate', 'a.csv'], here)).toContain('2 concepts');
  });

  it('reads a file as what it is told that it is written in', () => {
    writeFileSync(file('list.csv'), '- **果园港**：港口。\n- **两江新区**：新区。\n');
    expect(run('validate', file('list.csv'), '--from', 'markdown').text).toContain('2 concepts, 0 errors');
    expect(run('diff', file('list.csv'), file('list.csv'), '--from', 'markdown')).toMatchObject({ code: 0 });
    expect(run('convert', file('list.csv'), file('list.json'), '--from', 'markdown').code).toBe(0);
    expect(run('validate', file('list.json')).text).toContain('2 concepts, 0 errors, 0 warnings.');
    expect(run('validate', file('list.json'), '--from', 'turtle')).toMatchObject({ code: 1 });
    const { code, text } = run('validate', file('list.csv'), '--from', 'excel');
    expect(code).toBe(2);
    expect(text).toBe(
      'excel is no format that is read. --from json | csv | tsv | tbx | turtle | json-ld | markdown\n',
    );
    expect(run('--help').text).toContain('convert <from> <to> [--from <format>] [--to <format>]');
  });

  it('tells how it wants to be called', () => {
    const { code, text } = run('convert', file('a.csv'), file('a.unknown'));
    expect(code).toBe(2);
    expect(text).toContain('Which format?');
    expect(run('validate', file('missing.csv'))).toMatchObject({ code: 2 });
  });
});
