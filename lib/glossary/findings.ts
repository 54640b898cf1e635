import { formatPath, type Problem, type ProblemCode, type ProblemPlace, type ValuePath } from './problem';

/** Any value as an object with keys; `undefined` for what is none. */
export function asRecord(value: unknown): Readonly<Record<string, unknown>> | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : undefined;
}

/** Any value as a list; empty for what is none. */
export function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** What a value is called in JSON. */
export function jsonType(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}

/** Before the concepts: problems of the header. */
const HEADER = -1;

/** Collects the problems of one value from outside and says where in it they are. */
export class Findings {
  readonly #concepts: readonly unknown[];
  readonly #found: { concept: number; problem: Problem }[] = [];

  constructor(root: unknown) {
    this.#concepts = asList(asRecord(root)?.['concepts']);
  }

  add(code: ProblemCode, path: ValuePath, params: Problem['params'] = {}): void {
    this.#push('error', code, path, params);
  }

  warn(code: ProblemCode, path: ValuePath, params: Problem['params'] = {}): void {
    this.#push('warning', code, path, params);
  }

  /** Those of the header first, then concept by concept. */
  list(severity: Problem['severity'] | 'any'): Problem[] {
    return this.#found
      .filter(({ problem }) => severity === 'any' || problem.severity === severity)
      .sort((a, b) => a.concept - b.concept)
      .map(({ problem }) => problem);
  }

  get hasErrors(): boolean {
    return this.#found.some(({ problem }) => problem.severity === 'error');
  }

  #push(severity: Problem['severity'], code: ProblemCode, path: ValuePath, params: Problem['params']): void {
    const [first, second] = path;
    const concept = first === 'concepts' && typeof second === 'number' ? second : HEADER;
    const at: ProblemPlace = { path: formatPath(path) };
    const conceptId = asRecord(this.#concepts[concept])?.['id'];
    if (typeof conceptId === 'string') at.conceptId = conceptId;
    this.#found.push({ concept, problem: { code, severity, at, params } });
  }
}
