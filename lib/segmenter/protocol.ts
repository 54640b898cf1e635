import type { Candidate } from '@/lib/extraction/candidate';

/** What the worker says of an article: how far it is (0 to 1), then the end. */
export type ExtractionReply =
  | { kind: 'progress'; done: number }
  | { kind: 'done'; candidates: Candidate[] }
  | { kind: 'failed'; message: string };
