/**
 * How large the parts of a glossary may be. All lengths are UTF-16 code units. They keep a broken or
 * hostile file from costing a reader's memory and time; no glossary that people write comes near them.
 */

/** Twice the 100,000 that searching is measured at. */
export const MAX_CONCEPTS = 200_000;

/** A file of as many concepts as allowed, with 1,000 code units for each; engines stop near 500 million. */
export const MAX_FILE_LENGTH = 200_000_000;

/** The names of a place in every language of the world would fit. */
export const MAX_TERMS = 200;

/**
 * The worst case of searching is text length × longest term, so this is as short as full official names
 * allow: in Chinese they have 30 characters, in English up to 100.
 */
export const MAX_TERM_LENGTH = 128;

/** Neighbours are compared at every place of a term: a word or two on its side is all that a rule needs. */
export const MAX_NEIGHBOUR_LENGTH = 64;

/** Longer texts that hold a term have room for the longest term and a neighbour. */
export const MAX_LONGER_TEXT_LENGTH = MAX_TERM_LENGTH + MAX_NEIGHBOUR_LENGTH;

/** Per term and kind (`before`, `after`, `notIn`): each is tried at every place of the term. */
export const MAX_NEIGHBOURS = 100;

/** A popover shows a few sentences; three screens of it are the most that one could scroll through. */
export const MAX_DEFINITION_LENGTH = 4_000;

/** Of one text: more languages than a glossary has ever had; the European Union's has 26. */
export const MAX_LANGUAGES = 64;

/** Names of glossaries, categories, publications and publishers stand on one line. */
export const MAX_NAME_LENGTH = 300;

/** What the popover can list below a definition and still be read. */
export const MAX_SOURCES = 50;

/** Browsers and servers agree on 2,000; addresses with percent-encoded Chinese get longer than that. */
export const MAX_URL_LENGTH = 4_000;

/** A phrase to find in a page, not a paragraph. */
export const MAX_QUOTE_LENGTH = 500;

/** Links from one concept to others; more than this is a category. */
export const MAX_RELATED = 200;

/** Enough for a UUID, a path or a web address as an id. */
export const MAX_ID_LENGTH = 200;

/** A subject's classification, not one entry for each concept. */
export const MAX_CATEGORIES = 1_000;

/** Each is tried in turn when the others fail: more would keep a reader's machine busy for nothing. */
export const MAX_MIRRORS = 5;

/** Of a file in any format, in bytes: as long as `MAX_FILE_LENGTH`, which no text in Chinese needs. */
export const MAX_FILE_BYTES = 200_000_000;

/** Rows of a table: one for each of five terms of as many concepts as allowed. */
export const MAX_ROWS = 1_000_000;

/** Every field of our own table with definitions in as many languages as allowed comes to half of it. */
export const MAX_COLUMNS = 300;

/**
 * Cells of a table, empty ones too: as many concepts as allowed, with five terms each and twenty columns. A workbook of
 * 100 KB can hold far more than a reader's memory.
 */
export const MAX_CELLS = 20_000_000;

/** Quotation marks that neither end a cell nor are doubled in it: each is told, and a reader mends the file, not each. */
export const MAX_STRAY_QUOTES = 100_000;

/**
 * A line of a table. The longest that fits our format, definitions in every language, has 300,000; what is
 * longer is no table, and would be cut into millions of cells.
 */
export const MAX_LINE_LENGTH = 1_000_000;

/**
 * Elements, texts and attributes of one entry, which is held in memory as a whole: a row of as many cells as allowed, each
 * in a hundred pieces, comes to a third; the styles of the largest workbook to two.
 */
export const MAX_ENTRY_PARTS = 300_000;

/** Elements or objects inside each other: formats need ten, and each costs stack or bookkeeping. */
export const MAX_NESTING = 100;

/** Files in an archive: dictionaries of a million entries come in a few hundred. */
export const MAX_ARCHIVE_FILES = 10_000;

/** What an archive may unpack to, in bytes, whatever its size: more would not fit a reader's memory. */
export const MAX_UNPACKED_BYTES = 400_000_000;
