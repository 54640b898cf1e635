import type { Glossary } from '@/lib/glossary/model';
import { guardCell } from './table/cells';

/** Tags as that format writes them. */
const REGIONS: Readonly<Record<string, string>> = { 'zh-Hans': 'zh-CN', zh: 'zh-CN', 'zh-Hant': 'zh-TW' };

/**
 * The rows of a term list of immersive-translate: `source,target,tgt_lng`, one for each name of a concept in
 * another language than its headword's.
 */
export function immersiveRows({ concepts }: Glossary): string[][] {
  const rows = concepts.flatMap(({ terms }) => {
    const [headword] = terms;
    return terms
      .filter(({ language, status }) => language !== headword.language && status === 'preferred')
      .map(({ text, language }) => [
        guardCell(headword.text),
        guardCell(text),
        REGIONS[language] ?? language,
      ]);
  });
  return [['source', 'target', 'tgt_lng'], ...rows];
}
