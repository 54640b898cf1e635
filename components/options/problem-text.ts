import type { Problem } from '@/lib/glossary/problem';
import type { Translate } from '@/lib/i18n/translator';

/** What is wrong, by the path of the value that it is wrong with. */
export type ProblemTexts = ReadonlyMap<string, string>;

/** What is wrong, in words. */
export function problemText(t: Translate, { code, params }: Problem): string {
  return t(`problem.${code}`, params);
}

/** The first problem of each place. Those of the entries of a list also stand at the list. */
export function textsByPath(t: Translate, problems: readonly Problem[]): ProblemTexts {
  const texts = new Map<string, string>();
  for (const problem of problems) {
    const { path = '' } = problem.at;
    const text = problemText(t, problem);
    for (const place of [path, path.replace(/(before|after|notIn)\[\d+\]$/, '$1')]) {
      if (!texts.has(place)) texts.set(place, text);
    }
  }
  return texts;
}
