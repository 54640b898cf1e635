import { comparePosition, inDocumentOrder, type Mark } from '@/lib/page/mark';
import { type CalmSettings, choosePlaces, DEFAULT_CALM } from '@/lib/settings/calm';
import type { ChooseMarks } from './mark-ledger';

const HEADINGS = 'h1, h2, h3, h4, h5, h6';

/** How the reader wants marks chosen; `undefined` where all are wanted. */
export function choiceOf({ repeats, spacing }: CalmSettings): ChooseMarks | undefined {
  if (repeats === DEFAULT_CALM.repeats && spacing === DEFAULT_CALM.spacing) return undefined;
  return (marks) => {
    const headings = repeats === 'section' ? [...document.querySelectorAll(HEADINGS)] : [];
    let section = 0;
    const places = inDocumentOrder(marks).map((mark) => {
      while (startsBefore(headings[section], mark)) section++;
      return Object.assign(mark, { section });
    });
    return choosePlaces(places, { repeats, spacing });
  };
}

function startsBefore(heading: Element | undefined, { ranges }: Mark): boolean {
  const node = ranges[0]?.startContainer;
  if (heading === undefined || node === undefined) return false;
  return (comparePosition(heading, node) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}
