import { readFileSync } from 'node:fs';
import type { LintFinding } from '@/lib/glossary/lint';
import type { Problem } from '@/lib/glossary/problem';
import { formatPlace } from '@/lib/glossary-import/problem-table';
import { problemKey } from '@/lib/i18n/problem-key';

/** The texts of the options page: the command line says the same in the same words. */
const TEXTS = JSON.parse(
  readFileSync(new URL('../../assets/locales/glossaries/en.json', import.meta.url), 'utf8'),
) as Record<string, string>;

function say(key: string, params: Readonly<Record<string, string | number>>): string {
  return (TEXTS[key] ?? key).replace(/\{(\w+)\}/g, (_, name: string) => `${params[name] ?? ''}`);
}

/** `error 12 · 链接: Addresses must begin with https: or http:, not with javascript:. [javascript:alert(1)]` */
export function describeProblem(problem: Problem): string {
  const { severity, at, params, value } = problem;
  const place = formatPlace(at);
  const concept = at.conceptId === undefined ? '' : ` (${at.conceptId})`;
  const shown = value === undefined ? '' : ` [${value}]`;
  return `${severity} ${place === '' ? 'in the file' : place}${concept}: ${say(problemKey(problem), params)}${shown}`;
}

/** `inside-words (jiangbei): Often part of other words: 江北 (江北机场, …)` */
export function describeFinding({ code, conceptId, form, about }: LintFinding): string {
  const details = [form, about && `(${about.join(', ')})`].filter((detail) => detail !== undefined);
  const text = say(`lint.${code}`, {});
  return `${code} (${conceptId}): ${details.length === 0 ? text : `${text}: ${details.join(' ')}`}`;
}
