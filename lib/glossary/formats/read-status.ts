import type { TermStatus } from '@/lib/glossary/model';
import { type Problem, type ProblemPlace, showValue } from '@/lib/glossary/problem';
import { foldText } from '@/lib/text/fold-text';

/** What ISO 30042, ISO 12616, programs and people call the statuses of terms, folded. */
const NAMES: Readonly<Record<TermStatus, string>> = {
  preferred:
    'preferred standardized legal approved valid recommended reviewed 首选 优先 推荐 规范 标准 正式 审定 已审核 已批准 已确认',
  admitted: 'admitted proposed regulated allowed permitted acceptable 允许 许用 可用 备选 候选',
  deprecated:
    'deprecated superseded obsolete forbidden prohibited rejected notrecommended 弃用 停用 禁用 禁止 废弃 已废弃 已弃用 不推荐 不建议 淘汰 过时',
};

const STATUSES = new Map(
  Object.entries(NAMES).flatMap(([status, names]) =>
    names.split(' ').map((name) => [name, status as TermStatus] as const),
  ),
);

/** `preferredTerm-admn-sts`, Approved, 首選 → `preferred`; `undefined` for what is no status, or none of ours. */
export function readStatus(text: string): TermStatus | undefined {
  const name = foldText(text.trim()).replace(/(term)?(-admn-sts)?$/, '');
  return STATUSES.get(name.replace(/[\s_-]/g, ''));
}

/** A status that is none of ours: the term has none then. */
export function unknownStatus(text: string, at: ProblemPlace): Problem {
  const value = showValue(text.trim()) ?? '';
  const params = { expected: Object.keys(NAMES).join(' | '), found: value };
  return { code: 'value-unknown', severity: 'warning', at, value, params };
}
