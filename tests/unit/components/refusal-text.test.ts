import { describe, expect, it } from 'vitest';
import { refusalText } from '@/components/options/refusal-text';
import type { GlossaryId } from '@/lib/glossary/model';
import { GLOSSARY_TEXTS } from '@/lib/i18n/glossary-texts';
import { createTranslator } from '@/lib/i18n/translator';
import { OutdatedError, TooManyCategoriesError, TooManyConceptsError } from '@/lib/storage/glossary-change';

const t = createTranslator('zh-CN', GLOSSARY_TEXTS);

describe('refusalText', () => {
  it.each([
    ['too many concepts', new TooManyConceptsError('200001 concepts'), '200,000'],
    ['too many categories', new TooManyCategoriesError('1001 categories'), '1,000 个类别'],
    ['another edition', new OutdatedError('a' as GlossaryId, undefined), '别处'],
    ['a full disk', new DOMException('No room', 'QuotaExceededError'), '存储空间不足'],
    ['what a worker says of a full disk', { name: 'QuotaExceededError', message: 'No room' }, '存储空间不足'],
  ])('says in the reader’s language what was refused: %s', (_name, error, words) => {
    expect(refusalText(t, error)).toContain(words);
  });

  it.each([new Error('Broken'), 'Broken', undefined, null])('has no words for %s', (error) => {
    expect(refusalText(t, error)).toBeUndefined();
  });
});
