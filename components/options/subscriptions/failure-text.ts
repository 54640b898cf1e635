import { placeText, problemText } from '@/components/options/problem-text';
import type { Problem } from '@/lib/glossary/problem';
import type { Translate } from '@/lib/i18n/translator';
import type { Failure } from '@/lib/updates/failure';

/** What went wrong with a check, in plain words. */
export function failureText({ code, params, problems = [] }: Failure, t: Translate): string {
  if (code === 'status') {
    const status = Number(params['status']);
    if (status === 404 || status === 410) return t('failure.not-found');
    return status >= 500 ? t('failure.server-error', { status }) : t('failure.status', { status });
  }
  if (code === 'invalid') {
    const [problem] = problems;
    const first = problem === undefined ? '' : placedText(problem, t);
    return t('failure.invalid', { count: Number(params['count'] ?? 1), first });
  }
  return t(`failure.${code}`, params);
}

function placedText(problem: Problem, t: Translate): string {
  const place = placeText(t, problem.at);
  const reason = problemText(t, problem);
  return place === '' ? reason : t('failure.at', { place, reason });
}
