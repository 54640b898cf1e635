import type { JSX } from 'preact';
import { EditButton } from '@/components/page-list/EditButton';
import type { FoundTermsProps } from '@/components/page-list/FoundTerms';
import { TermCard } from '@/components/popover/TermCard';
import type { PageTerm } from '@/lib/messaging/protocol';
import { foldText } from '@/lib/text/fold-text';
import { exportedText } from './messages';
import type { PageSession } from './page-session';

function Card({ session, term }: { session: PageSession; term: PageTerm }): JSX.Element | null {
  const senses = session.senses.value.get(term.key);
  if (senses === undefined) return null;
  const own = senses.filter(({ glossary }) => glossary.own);
  return (
    <>
      <TermCard
        senses={senses}
        t={session.t.value}
        uiLanguage={session.uiLanguage.value}
        definitionLanguage={session.definitionLanguage.value}
        onDefinitionLanguage={(definitionLanguage) => void session.set({ definitionLanguage })}
      />
      {own.map((sense) => (
        <EditButton
          key={sense.concept.id}
          term={sense.term.text}
          onEdit={() => void session.edit(sense)}
          t={session.t.value}
        />
      ))}
    </>
  );
}

/** The list of a page's terms, tied to what a session knows and does. */
export function listProps(session: PageSession): Omit<FoundTermsProps<PageTerm>, 'terms'> {
  return {
    t: session.t.value,
    uiLanguage: session.uiLanguage.value,
    order: session.settings.value.pageListOrder,
    shown: session.shown.value,
    open: session.open.value,
    card: (term) => <Card session={session} term={term} />,
    fold: foldText,
    exported: exportedText(session),
    rejected: session.rejected.value,
    onRejected: (wanted) => void session.showRejected(wanted),
    onStep: (back) => void session.step(back),
    onOrder: (order) => void session.setOrder(order),
    onJump: (term, back) => void session.jump(term, back),
    onToggle: (term) => void session.toggle(term),
    onExport: (groups, format, way) => void session.export(groups, format, way),
  };
}
