/** What the browser says of why something failed: a part of a sentence of ours that names what failed. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
