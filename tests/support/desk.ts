import { signal } from '@preact/signals';
import { afterEach } from 'vitest';
import type { BackupState } from '@/entrypoints/options/backup-state';
import { createGlossaryDesk } from '@/entrypoints/options/glossary-desk';
import type { Navigation } from '@/entrypoints/options/navigation';
import { createNotices } from '@/entrypoints/options/notices';
import { parseRoute } from '@/entrypoints/options/route';
import type { Glossary } from '@/lib/glossary/model';
import { GLOSSARY_TEXTS } from '@/lib/i18n/glossary-texts';
import { createTranslator } from '@/lib/i18n/translator';
import { waitUntil } from './wait';

const t = signal(createTranslator('en', GLOSSARY_TEXTS));
const stops: (() => void)[] = [];
afterEach(() => {
  for (const stop of stops.splice(0)) stop();
});

/** The desk of the options page at an address, until the test is over. */
export async function openDesk(hash: string) {
  const route = signal(parseRoute(hash));
  const go = (to: string): void => {
    route.value = parseRoute(to);
  };
  const navigation = {
    route,
    pending: signal(undefined),
    guard: () => undefined,
    go,
    rename: go,
    stay: () => undefined,
  };
  const notices = createNotices(t);
  const desk = createGlossaryDesk({
    navigation: navigation as unknown as Navigation,
    notices,
    backup: { keep: async () => undefined } as unknown as BackupState,
    t,
    uiLanguage: signal('en'),
  });
  stops.push(desk.stop);
  await desk.list.load();
  await waitUntil(() => desk.open.contents.value !== undefined);
  return { desk, notices, go };
}

/** A desk with a concept of a stored glossary in its form, and something written there. */
export async function openForm({ id }: Glossary, concept: string) {
  const opened = await openDesk(`#glossaries/${id}/concepts/${concept}`);
  const { editor } = opened.desk;
  await waitUntil(() => editor.view.value !== undefined);
  const write = (text: string): void => {
    const draft = editor.view.value?.draft;
    if (draft !== undefined) editor.setDraft({ ...draft, definitions: [{ language: 'zh', text }] });
  };
  return { ...opened, editor, write };
}
