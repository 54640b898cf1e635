import { reasonOf } from '@/lib/i18n/reason-of';

/** What could not be read, with what the browser said. Told to the console once. */
export function failed(error: unknown): { kind: 'failed'; reason: string } {
  console.error(error);
  return { kind: 'failed', reason: reasonOf(error) };
}
