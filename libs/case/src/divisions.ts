/** The dated division table (GB/T 2260) that this build's rule sets rest on. */
import { divisionTable } from '@ledger/vocabulary';

export const DIVISIONS = divisionTable();
