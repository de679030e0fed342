/**
 * An independent reading of the catalogue's hard preconditions, line by line, in the order of the file: what it finds
 * would be refused by the ledger. It knows nothing of how the lines are made.
 */
import type { ImportLine } from '../import-line.js';
import { readHouseholdLine } from './household-preconditions.js';
import { readPersonLine } from './person-preconditions.js';
import type { Line, Require, Told } from './told.js';

const TODAY = '2026-11-01';

/** One text a fault: type, id and what is wrong. */
export function faultsOf(lines: Iterable<ImportLine>): readonly string[] {
  const faults: string[] = [];
  const told: Told = {
    persons: new Map(),
    households: new Map(),
    nationalIds: new Set(),
    lines: new Map(),
    amended: new Set(),
  };
  for (const sent of lines) {
    const line = sent as unknown as Line;
    const require: Require = (holds, fault) => {
      if (!holds) faults.push(`${line.type} ${line.id}: ${fault}`);
    };
    require(!told.lines.has(line.id), 'id used twice');
    require(line.effectiveOn <= TODAY, 'in the future');
    if (line.person !== undefined) readPersonLine(line, line.person, told, require);
    if (line.household !== undefined) readHouseholdLine(line, line.household, told, require);
    told.lines.set(line.id, line);
  }
  return faults;
}
