import { unzipSync } from 'fflate';
import { refuse } from '@/lib/glossary/formats/draft';
import { MAX_ARCHIVE_FILES, MAX_UNPACKED_BYTES } from '@/lib/glossary/limits';
import type { Problem } from '@/lib/glossary/problem';

/** A zip file whose table of contents was read, and nothing else yet. */
export interface Archive {
  /** Paths of its files, in the order of the archive. */
  names: readonly string[];
  /** The bytes of a file; `undefined` if it is not there or damaged. */
  read(name: string): Uint8Array | undefined;
}

export type OpenedArchive = { ok: true; archive: Archive } | { ok: false; problems: Problem[] };

/** Whether bytes begin as a zip file does. */
export function isArchive(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5);
}

/**
 * Opens a zip file. What its files would unpack to is added up before one is: an archive that is too large is
 * refused, and one with two files of the same name. A file that is larger than its archive says is cut there, so nothing
 * can grow beyond the limit.
 */
export function openArchive(bytes: Uint8Array): OpenedArchive {
  const names = new Set<string>();
  let count = 0;
  let length = 0;
  try {
    unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        count += 1;
        length += originalSize;
        if (count <= MAX_ARCHIVE_FILES) names.add(name);
        return false;
      },
    });
  } catch {
    // Whatever the library stumbled over, it was the file.
    return refuse('archive-broken');
  }
  if (count > MAX_ARCHIVE_FILES)
    return refuse('archive-too-many', { limit: MAX_ARCHIVE_FILES, length: count });
  if (length > MAX_UNPACKED_BYTES) return refuse('archive-too-large', { limit: MAX_UNPACKED_BYTES, length });
  // Reading one would unpack every file of its name.
  if (names.size < count) return refuse('archive-broken');
  return {
    ok: true,
    archive: {
      names: [...names],
      read(name) {
        try {
          return unzipSync(bytes, { filter: (file) => file.name === name })[name];
        } catch {
          // Damaged, encrypted, or packed in a way that is not read: there is nothing to be had.
          return undefined;
        }
      },
    },
  };
}
