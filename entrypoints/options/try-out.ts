import { effect, type ReadonlySignal, signal } from '@preact/signals';
import { fromDraft } from '@/components/options/concept-draft';
import { decisionReason } from '@/components/options/decision-reason';
import type { TryOut } from '@/components/options/glossary-view';
import { failureText } from '@/components/options/subscriptions/failure-text';
import { checkConcept } from '@/lib/glossary/check-concept';
import type { Concept } from '@/lib/glossary/model';
import { changeConceptList } from '@/lib/glossary/overlay';
import type { Translate } from '@/lib/i18n/translator';
import { readPageText } from '@/lib/page/page-text';
import { readAddress } from '@/lib/subscriptions/address';
import { type DownloadLimits, download } from '@/lib/subscriptions/download';
import { compileTermIndex } from '@/lib/term-index/compile';
import { explainMatches } from '@/lib/term-index/explain';
import type { Decision } from '@/lib/term-index/judge';
import type { TermIndex } from '@/lib/term-index/term-index';
import type { ConceptEditor } from './concept-editor';
import { getLexicon } from './lexicon';
import type { OpenGlossaryState } from './open-glossary';

/** After the last key: compiling 100,000 terms takes a tenth of a second. */
const PAUSE_MS = 150;

/** Longer texts are cut: this is for trying, and every candidate is listed. */
const LONGEST_TEXT = 20_000;

/** A page without its pictures and scripts: the largest of newspapers have 2 MB. In bytes and ms. */
const PAGE_LIMITS: DownloadLimits = { maxBytes: 10_000_000, answerMs: 20_000, totalMs: 30_000 };

/** A text, and what the open glossary with the concept being edited marks in it. */
export function createTryOut(open: OpenGlossaryState, editor: ConceptEditor, t: ReadonlySignal<Translate>) {
  const text = signal('');
  const shown = signal<TryOut>({ text: '', parts: [], decisions: [], page: NO_PAGE });
  let asked = 0;

  const showPage = (page: Partial<TryOut['page']>): void => {
    shown.value = { ...shown.peek(), page: { ...shown.peek().page, ...page } };
  };

  /** Takes the text of the page at the address that was typed. */
  async function takePage(): Promise<void> {
    const number = ++asked;
    const wanted = readAddress(shown.peek().page.address);
    if (!wanted.ok) return showPage({ problem: t.peek()(`subscriptions.problem.${wanted.problem}`) });
    showPage({ busy: true, problem: '' });
    const answer = await download(wanted.value.address, { validators: {}, limits: PAGE_LIMITS });
    if (number !== asked) return;
    const failed = answer.kind === 'failed' ? failureText(answer.failure, t.peek()) : '';
    const read = answer.kind === 'file' ? readPageText(answer.bytes, answer.contentType) : '';
    showPage({ busy: false, problem: failed || (read === '' ? t.peek()('try.noText') : '') });
    if (read !== '') text.value = read.slice(0, LONGEST_TEXT).toWellFormed();
  }

  /** The concepts as they would be after saving; as they are while the draft is not valid. */
  function conceptsWithDraft(concepts: readonly Concept[]): readonly Concept[] {
    const draft = editor.draft.value;
    const glossary = open.glossary.peek();
    if (draft === undefined || glossary === undefined) return concepts;
    const checked = checkConcept(fromDraft(draft), glossary, () => false);
    // Relations can't be looked up here, and don't matter for spotting.
    const valid = checked.ok
      ? checked
      : checkConcept({ ...fromDraft(draft), related: [] }, glossary, () => false);
    return valid.ok ? changeConceptList(concepts, { put: [valid.concept] }) : concepts;
  }

  let compiled: { concepts: readonly Concept[]; index: TermIndex } | undefined;
  function indexOf(concepts: readonly Concept[]): TermIndex | undefined {
    const glossary = open.glossary.peek();
    if (glossary === undefined) return undefined;
    if (compiled?.concepts !== concepts) {
      compiled = { concepts, index: compileTermIndex([{ id: glossary.id, concepts }], 0) };
    }
    return compiled.index;
  }

  const stop = effect(() => {
    const contents = open.contents.value;
    const tried = text.value.slice(0, LONGEST_TEXT);
    const translate = t.value;
    shown.value = { ...shown.peek(), text: text.value };
    if (tried === '' || contents === undefined) return undefined;
    const concepts = conceptsWithDraft(contents.concepts);
    let stopped = false;
    const timer = setTimeout(() => {
      void getLexicon().then(({ lexicon }) => {
        const index = stopped ? undefined : indexOf(concepts);
        if (index === undefined) return;
        const decisions = explainMatches(index, tried, lexicon);
        shown.value = {
          ...shown.peek(),
          text: text.peek(),
          parts: splitAt(tried, decisions),
          decisions: decisions.map((decision, key) => ({
            key,
            text: tried.slice(decision.span.start, decision.span.end),
            accepted: decision.accepted,
            reason: decisionReason(translate, decision),
          })),
        };
      });
    }, PAUSE_MS);
    return () => {
      stopped = true;
      clearTimeout(timer);
    };
  });

  return {
    shown,
    setText(next: string): void {
      text.value = next;
    },
    setAddress(address: string): void {
      asked++;
      showPage({ address, busy: false, problem: '' });
    },
    takePage,
    stop,
  };
}

const NO_PAGE: TryOut['page'] = { address: '', busy: false, problem: '' };

/** The text in stretches with and without a mark. */
function splitAt(text: string, decisions: readonly Decision[]): TryOut['parts'] {
  const parts: { text: string; marked: boolean; key: number }[] = [];
  let at = 0;
  const cut = (to: number, marked: boolean): void => {
    if (to > at) parts.push({ text: text.slice(at, to), marked, key: at });
    at = Math.max(at, to);
  };
  for (const { span, accepted } of decisions) {
    if (!accepted) continue;
    cut(span.start, false);
    cut(span.end, true);
  }
  cut(text.length, false);
  return parts;
}
