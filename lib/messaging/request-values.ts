import * as v from 'valibot';
import { MAX_ID_LENGTH } from '@/lib/glossary/limits';

/** A number of something, an offset, a form, a tab or a frame. */
export const count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** The id of a glossary or concept. */
export const id = v.pipe(v.string(), v.nonEmpty(), v.maxLength(MAX_ID_LENGTH));
