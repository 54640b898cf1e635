import { MAX_ID_LENGTH } from '@/lib/glossary/limits';
import { cleanLine } from './control-characters';

/** Room for a number behind a name that is there already. */
const MAX_NAME_LENGTH = MAX_ID_LENGTH - 10;

/** The id of a concept whose file gives it none: its name, so that the next import of the file finds it again. */
export function conceptId(name: string): string {
  const id = cleanLine(name).slice(0, MAX_NAME_LENGTH).toWellFormed().trim();
  return id === '' ? '?' : id;
}
