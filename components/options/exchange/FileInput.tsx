import type { JSX } from 'preact';

/** What can be picked; the browser's own picker greys out the rest. */
const ACCEPT = '.json,.csv,.tsv,.tab,.txt,.xlsx,.tbx,.xml,.ttl,.nt,.jsonld,.md,.markdown,.zip';

/** Picks a file of a glossary. Not seen: what stands around it is what is clicked. */
export function FileInput(props: { id: string; label: string; onFile(file: File): void }): JSX.Element {
  const { id, label, onFile } = props;
  return (
    <input
      id={id}
      class="unseen"
      type="file"
      accept={ACCEPT}
      aria-label={label}
      onChange={(event) => {
        const [file] = event.currentTarget.files ?? [];
        // The same file again is a choice too.
        event.currentTarget.value = '';
        if (file !== undefined) onFile(file);
      }}
    />
  );
}
