/** The days between which the synthetic lives are told. */
import { day } from '@ledger/time';

/** The registers were first loaded from here on, village by village. */
export const FIRST_LOAD = day('2013-06-01');
/** Villages are loaded over half a year. */
export const LOADING_DAYS = 180;
/** Nothing is told after this day, so that no line lies in the future of a ledger that runs from November 2026 on. */
export const LAST_DAY = day('2026-10-01');
/** A death later than this would end benefits after {@link LAST_DAY}. */
export const LAST_DEATH = day('2026-08-31');
