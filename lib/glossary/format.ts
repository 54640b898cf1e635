import * as v from 'valibot';
import * as limits from './limits';
import type { ProblemCode } from './problem';

/**
 * The glossary format: `model.ts` as JSON. `assets/schema/glossary.schema.json` is made from this by
 * `scripts/build-glossary-schema.ts`; a test keeps the types of both alike. What concerns more than one
 * value (ids that must exist, terms that repeat) is in `cross-checks.ts`.
 */

export const FORMAT = 'pangzhu-glossary';
export const FORMAT_VERSION = 1;

const SOMETHING_VISIBLE = /\S/;
const LANGUAGE_TAG = /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/;
const KEY = /^[A-Za-z0-9][A-Za-z0-9._-]*$/;
const DATE = /^\d{4}-\d{2}-\d{2}$/;
const EXPIRES = /^[1-9]\d{0,2} (?:hours?|days?)$/;
/** 32 bytes in base64url. */
const PUBLIC_KEY = /^[A-Za-z0-9_-]{43}$/;

/** Scheme, then no user (`@`) before the path, a host, perhaps a port; then anything but white space. */
const WEB_ADDRESS = /^https?:\/\/([^\s/?#@:[\]\\]+|\[[0-9a-f:.]+\])(:\d{1,5})?([/?#]\S*)?$/i;
const CREDENTIALS = /^[a-z][a-z0-9+.-]*:\/\/[^/?#]*@/i;
const OTHER_SCHEME = /^(?!https?:)[a-z][a-z0-9+.-]*:/i;

/** Says of a check which problem it finds. */
const code = (name: ProblemCode): ProblemCode => name;

const wellFormed = v.check<string, ProblemCode>((text) => text.isWellFormed(), code('text-surrogate'));

/** What stands on one line has no control characters at all; a longer text may have line feeds. */
function noControls({ lineFeeds }: { lineFeeds: boolean }) {
  const controls = lineFeeds ? /(?!\n)\p{Cc}/u : /\p{Cc}/u;
  return v.check<string, ProblemCode>((text) => !controls.test(text), code('text-control'));
}

function line(limit: number, description: string) {
  return v.pipe(
    v.string(),
    v.regex(SOMETHING_VISIBLE, code('text-blank')),
    v.maxLength(limit, code('text-too-long')),
    noControls({ lineFeeds: false }),
    wellFormed,
    v.description(description),
  );
}

function list<Item extends v.GenericSchema>(item: Item, limit: number, description: string) {
  return v.pipe(v.array(item), v.maxLength(limit, code('list-too-long')), v.description(description));
}

/** What the calendar has: not 30 February. */
function isDate(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return !DATE.test(text) || (!Number.isNaN(date.getTime()) && date.toISOString().startsWith(text));
}

function date(description: string) {
  return v.pipe(
    v.string(),
    v.regex(DATE, code('date-invalid')),
    v.check(isDate, code('date-invalid')),
    v.description(description),
  );
}

/** An address that a reader's browser may open: a checked one is safe in a link. */
function webAddress(description: string) {
  return v.pipe(
    v.string(),
    v.maxLength(limits.MAX_URL_LENGTH, code('text-too-long')),
    v.check((text) => !OTHER_SCHEME.test(text), code('url-scheme')),
    v.check((text) => !CREDENTIALS.test(text), code('url-credentials')),
    v.check(
      (text) => OTHER_SCHEME.test(text) || CREDENTIALS.test(text) || WEB_ADDRESS.test(text),
      code('url-invalid'),
    ),
    noControls({ lineFeeds: false }),
    wellFormed,
    v.metadata({ pattern: '^[Hh][Tt][Tt][Pp][Ss]?://[^\\s/?#@\\\\]+([/?#]\\S*)?$' }),
    v.description(description),
  );
}

function flag(description: string) {
  return v.exactOptional(v.pipe(v.boolean(), v.description(description)));
}

function neighbours(limit: number, description: string) {
  return v.exactOptional(
    list(line(limit, 'Taken literally, folded as terms are.'), limits.MAX_NEIGHBOURS, description),
  );
}

const LanguageSchema = v.pipe(
  v.string(),
  v.regex(LANGUAGE_TAG, code('language-invalid')),
  v.description('BCP 47 language tag: zh-Hans, zh-Hant, zh, en …'),
);

function localized(limit: number, { lineFeeds, least }: { lineFeeds: boolean; least: 0 | 1 }) {
  return v.pipe(
    v.record(
      LanguageSchema,
      v.pipe(
        v.string(),
        v.regex(SOMETHING_VISIBLE, code('text-blank')),
        v.maxLength(limit, code('text-too-long')),
        noControls({ lineFeeds }),
        wellFormed,
      ),
    ),
    v.minEntries(least, code('list-empty')),
    v.maxEntries(limits.MAX_LANGUAGES, code('list-too-long')),
  );
}

export const NameSchema = v.pipe(
  localized(limits.MAX_NAME_LENGTH, { lineFeeds: false, least: 1 }),
  v.description('A name in one or more languages: language tag → text.'),
);

export const ProseSchema = v.pipe(
  localized(limits.MAX_DEFINITION_LENGTH, { lineFeeds: true, least: 0 }),
  v.description('A text in one or more languages: language tag → text. Line feeds separate paragraphs.'),
);

export const TermSchema = v.pipe(
  v.object({
    text: line(
      limits.MAX_TERM_LENGTH,
      'The term as readers should see it, without brackets or quotes round it.',
    ),
    language: LanguageSchema,
    status: v.pipe(
      v.picklist(['preferred', 'admitted', 'deprecated'], code('value-unknown')),
      v.description('How the term ranks among the terms of its concept. Deprecated terms are still spotted.'),
    ),
    ambiguous: flag(
      'true: marked only where an unambiguous term of the same glossary stands on the same page. For words that usually mean something else.',
    ),
    spot: flag(
      'false: shown in the popover, never looked for on a page. For phrases too general to be underlined anywhere.',
    ),
    caseSensitive: flag('true: upper and lower case must be as written here.'),
    script: v.exactOptional(
      v.pipe(
        v.picklist(['any', 'exact'], code('value-unknown')),
        v.description(
          'exact: only as written here. any (as without it): simplified, traditional and other variants are the same.',
        ),
      ),
    ),
    before: neighbours(
      limits.MAX_NEIGHBOUR_LENGTH,
      'Marked only if one of these stands directly before the term.',
    ),
    after: neighbours(
      limits.MAX_NEIGHBOUR_LENGTH,
      'Marked only if one of these stands directly after the term.',
    ),
    notIn: neighbours(
      limits.MAX_LONGER_TEXT_LENGTH,
      'Not marked inside any of these longer texts, each of which holds the term.',
    ),
  }),
  v.description('One designation of a concept in one language, with the rules for spotting it.'),
);

export const SourceSchema = v.pipe(
  v.object({
    title: line(limits.MAX_NAME_LENGTH, 'Title of the publication, in its own language.'),
    url: webAddress('http: or https: address, without user name or password.'),
    publisher: v.exactOptional(line(limits.MAX_NAME_LENGTH, 'Who published it.')),
    date: v.exactOptional(date('Day of publication, ISO 8601: 2021-10-20.')),
    quote: v.exactOptional(
      line(
        limits.MAX_QUOTE_LENGTH,
        'A phrase of the source that says it; the link then opens at that phrase.',
      ),
    ),
  }),
  v.description('Where a definition comes from.'),
);

const ConceptIdSchema = line(
  limits.MAX_ID_LENGTH,
  'Unique within the glossary and kept for ever: links and updates use it.',
);

export const ConceptSchema = v.pipe(
  v.object({
    id: ConceptIdSchema,
    terms: v.pipe(
      v.array(TermSchema),
      v.minLength(1, code('list-empty')),
      v.maxLength(limits.MAX_TERMS, code('list-too-long')),
      v.description(
        "All names of the concept. The first is the headword: preferred, in the glossary's language.",
      ),
    ),
    definitions: ProseSchema,
    category: v.exactOptional(v.pipe(v.string(), v.description("A key of the glossary's categories."))),
    sources: list(SourceSchema, limits.MAX_SOURCES, 'May be empty.'),
    related: v.exactOptional(
      list(v.string(), limits.MAX_RELATED, 'Ids of concepts of the same glossary, closest first.'),
    ),
  }),
  v.description('One unit of knowledge, independent of language.'),
);

export const GlossarySchema = v.pipe(
  v.object({
    format: v.literal(FORMAT, code('format-unknown')),
    formatVersion: v.literal(FORMAT_VERSION, code('format-version-unknown')),
    id: v.pipe(
      v.string(),
      v.regex(KEY, code('id-invalid')),
      v.maxLength(limits.MAX_ID_LENGTH, code('text-too-long')),
      v.description('Letters, digits and . _ - only. A glossary with the id of another takes its place.'),
    ),
    name: NameSchema,
    description: v.exactOptional(ProseSchema),
    version: line(limits.MAX_NAME_LENGTH, "The publisher's own version, for readers to see."),
    updated: date('Day of the last change, ISO 8601: 2021-10-20.'),
    licence: v.exactOptional(
      line(limits.MAX_NAME_LENGTH, 'SPDX identifier (CC-BY-4.0) or the name of a licence.'),
    ),
    publisher: v.exactOptional(line(limits.MAX_NAME_LENGTH, 'Who makes the glossary.')),
    homepage: v.exactOptional(webAddress('Where readers learn more about the glossary.')),
    expires: v.exactOptional(
      v.pipe(
        v.string(),
        v.regex(EXPIRES, code('expires-invalid')),
        v.description('How long a subscriber may wait before looking for a newer version: 12 hours, 4 days.'),
      ),
    ),
    mirrors: v.exactOptional(
      list(
        webAddress('Address of a copy of this file.'),
        limits.MAX_MIRRORS,
        'Tried in this order where the address that a reader subscribed to gives no answer.',
      ),
    ),
    publicKey: v.exactOptional(
      v.pipe(
        v.string(),
        v.regex(PUBLIC_KEY, code('public-key-invalid')),
        v.description(
          'Ed25519 public key, base64url without padding: every later version must be signed with its private key.',
        ),
      ),
    ),
    language: LanguageSchema,
    categories: v.pipe(
      v.record(v.pipe(v.string(), v.regex(KEY, code('id-invalid'))), NameSchema),
      v.maxEntries(limits.MAX_CATEGORIES, code('list-too-long')),
      v.description('Category key → its name. May be empty.'),
    ),
    concepts: list(ConceptSchema, limits.MAX_CONCEPTS, 'In the order that readers see.'),
  }),
  v.title('Pangzhu glossary'),
  v.description('One file, one glossary: concepts, the terms that name them, and what they mean.'),
);

/** A glossary as it stands in a file, checked. */
export type GlossaryFile = v.InferOutput<typeof GlossarySchema>;
