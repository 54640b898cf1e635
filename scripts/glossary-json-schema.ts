import { toJsonSchema } from '@valibot/to-json-schema';
import {
  ConceptSchema,
  GlossarySchema,
  NameSchema,
  ProseSchema,
  SourceSchema,
  TermSchema,
} from '@/lib/glossary/format';

/**
 * Our format as JSON Schema (draft 2020-12), for editors and for other people's programs. It cannot say
 * all that `parseGlossary` checks: surrogates and control characters, the calendar, and what concerns more
 * than one value.
 */
export function createGlossaryJsonSchema(): unknown {
  return toJsonSchema(GlossarySchema, {
    target: 'draft-2020-12',
    definitions: {
      name: NameSchema,
      prose: ProseSchema,
      term: TermSchema,
      source: SourceSchema,
      concept: ConceptSchema,
    },
    ignoreActions: ['check'],
  });
}
