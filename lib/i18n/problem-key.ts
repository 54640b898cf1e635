import type { Problem } from '@/lib/glossary/problem';
import type { MessageKey } from './translate';

/** Where the words for a problem stand: of what can be done something about, they say what. */
export function problemKey({ code, params }: Pick<Problem, 'code' | 'params'>): MessageKey {
  return code === 'file-unknown' && params['found'] === 'XLS'
    ? 'problem.file-unknown-xls'
    : `problem.${code}`;
}
