import { TriangleAlert } from 'lucide';
import type { ComponentChildren, JSX } from 'preact';
import { useErrorBoundary } from 'preact/hooks';
import { Notice } from '@/components/controls/Notice';
import { reasonOf } from '@/lib/i18n/reason-of';
import type { Translate } from '@/lib/i18n/translator';

/** A section. One that can't be drawn says so, and leaves the way to the others, such as a backup. */
export function SectionBoundary({ t, children }: { t: Translate; children: ComponentChildren }): JSX.Element {
  const [error] = useErrorBoundary(console.error);
  if (error === undefined) return <>{children}</>;
  return (
    <Notice icon={TriangleAlert} title={t('options.sectionFailed')} urgent>
      {t('options.sectionFailedHint', { reason: reasonOf(error) })}
    </Notice>
  );
}
