import type { Problem } from '@/lib/glossary/problem';
import type { MessageKey } from './translate';

/** Where the words for a problem stand. Some have their own: they say what there is too much of, what to do, or that nothing is there. */
export function problemKey({ code, params, at }: Problem): MessageKey {
  if (code === 'file-unknown' && params['found'] === 'XLS') return 'problem.file-unknown-xls';
  if (code === 'list-too-long' && (at.path === 'categories' || at.path === 'concepts'))
    return `problem.list-too-long-${at.path}`;
  // A field that was left empty, or a date that was picked only in part: there is nothing that could be quoted.
  if (code.endsWith('-invalid') && params['found'] === '') return 'problem.text-blank';
  return `problem.${code}`;
}
