import type { GlossaryHeader } from '@/lib/glossary/model';

/** What one sees of a glossary before subscribing to it. */
export interface GlossaryOffer extends Omit<GlossaryHeader, 'categories'> {
  conceptCount: number;
  /** Its editions are signed, and will have to be. */
  signed: boolean;
  /** Entries of its file that cannot be used and are left out. */
  skipped: number;
}
