/** What could not be read, with what the browser said. Told to the console once. */
export function failed(error: unknown): { kind: 'failed'; reason: string } {
  console.error(error);
  return { kind: 'failed', reason: error instanceof Error ? error.message : String(error) };
}
