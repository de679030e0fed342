/** Every limit of the GraphQL service, and why it is what it is. */

/** As the contract says. */
export const DEFAULT_PAGE = 50;
/** A household of fifty with its lives fits on one page; an answer of 500 entitlements is about half a megabyte. */
export const MOST_A_PAGE = 500;

/** One append holds at most as many (the event store's own limit); a longer import is a file. */
export const MOST_EVENTS_A_MUTATION = 500;
/** 500 events of 16 KB, fifteen times the usual; parsing it holds everybody else up for some tens of milliseconds. */
export const MOST_BYTES_A_REQUEST = 8 * 1024 * 1024;

/** The deepest rule explained to its leaves with their events is about twenty deep; attacks begin at fifty. */
export const DEEPEST_SELECTION = 30;
/** Enough to ask the same of every member of a large household in one operation. */
export const MOST_ALIASES = 50;
/** `@include` and `@skip` have their use a few times an operation. */
export const MOST_DIRECTIVES = 50;
/** Values an answer may be expected to hold: some ten megabytes of JSON, a second of work. */
export const MOST_VALUES = 100_000;
/** Tokens of a document. Data belongs in variables; comparing the fields of a longer one takes more than it is worth. */
export const MOST_TOKENS = 5_000;
/** What a list without a page size is taken to hold when an answer is estimated. */
export const ENTRIES_A_LIST = 5;
/** What a condition of a rule is taken to rest on, on every level: the widest rule has some sixty parts on ten levels. */
export const PARTS_A_REASON = 1.5;
