import { MAX_CATEGORIES, MAX_CONCEPTS } from '@/lib/glossary/limits';
import type { Translate } from '@/lib/i18n/translator';

/**
 * Why the store refused something, in words; `undefined` for an error that is not a refusal.
 *
 * @param error - of the store, or what a worker says of it: only its name counts
 */
export function refusalText(t: Translate, error: unknown): string | undefined {
  switch ((error as { name?: unknown } | null | undefined)?.name) {
    case 'OutdatedError':
      return t('options.outdated');
    case 'QuotaExceededError':
      return t('options.storeFull');
    case 'TooManyConceptsError':
      return t('options.tooManyConcepts', { limit: MAX_CONCEPTS });
    case 'TooManyCategoriesError':
      return t('options.tooManyCategories', { limit: MAX_CATEGORIES });
    default:
      return undefined;
  }
}
