/** Limits of the recording path, each with its reason. */

/** Commands decided upon one reading of the log: enough to share its cost, few enough to answer promptly. */
export const MOST_COMMANDS_A_ROUND = 500;

/** Groups of commands planned or appended side by side: the store puts concurrent appends into one transaction. */
export const MOST_AT_ONCE = 64;

/** Events of one append: longer ones would hold the head of the log while others wait. */
export const MOST_EVENTS_A_RUN = 100;

/** A command that loses to other writers is decided anew; who loses as often as this meets somebody busier. */
export const MOST_ATTEMPTS = 8;

/** An append whose outcome is unknown is repeated with the same ids, which cannot write twice. */
export const MOST_APPEND_TRIES = 5;

/** Shortest pause before something is tried again; it doubles with each try. */
export const SHORTEST_PAUSE_MS = 10;

/** Events read at a time while the figures of the law are brought up to date. */
export const FIGURE_EVENTS_A_READ = 1_000;

/** Times that a national ID is asked for while another event holds its claim and may still be recorded. */
export const MOST_CLAIM_TRIES = 5;
