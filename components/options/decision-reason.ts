import type { Translate } from '@/lib/i18n/translator';
import type { Decision } from '@/lib/term-index/judge';

/** Why a place of a text is marked or is not, in words. */
export function decisionReason(t: Translate, { accepted, by }: Decision): string {
  switch (by.kind) {
    case 'letters':
      return t('list.why.letters');
    case 'rules':
      return t('list.why.rules');
    case 'words': {
      const { boundary } = by;
      if (boundary.why === 'numeral') return t('list.why.numeral');
      if (boundary.why === 'free') return t('try.free');
      const word = boundary.crossing?.word;
      if (word === undefined) return t('try.words');
      return t(accepted ? 'try.againstWord' : 'try.insideWord', { word });
    }
  }
}
