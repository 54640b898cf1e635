import type { Candidate } from '@/lib/extraction/candidate';

/** What the worker says of an article, in order: that it is ready, how far it is, then the end. Times in ms. */
export type ExtractionReply =
  | { kind: 'ready'; loadMs: number }
  | { kind: 'progress'; done: number }
  | { kind: 'done'; candidates: Candidate[]; extractMs: number }
  | { kind: 'failed'; message: string };
