/**
 * A synthetic population: invented rural households of four prefectures of Sichuan and their lives in the registers of
 * eight departments between 2013 and 2026, as the lines of an import file. The same seed gives the same lines on every
 * machine and Node version; a larger population begins with the same households as a smaller one.
 *
 * Order `household` (default): one household after another, village by village, as at the first load of a register;
 * within a household the lines stand in the order of the days on which the ledger would learn of them, amendments last.
 * Order `time`: all lines by that day, as they would arrive in the course of the years; this keeps all of them in memory.
 *
 * Every line keeps the hard preconditions of the event catalogue: imported into an empty ledger, none is refused.
 * Contradictions between departments, which the ledger records and flags, occur now and then: a pension that nobody
 * ended after a death, a residence registered twice, land taken back after the hukou moved.
 */
import { addDays } from '@ledger/time';
import { Chronicle, type Entry } from './chronicle.js';
import { tellCorrections } from './corrections.js';
import { tellEmployeeCareer } from './employee-pension.js';
import { drawFamily, LARGEST_FAMILY } from './family.js';
import type { Home } from './home.js';
import { FIRST_LOAD, LOADING_DAYS } from './horizon.js';
import { tellHukouTransfers } from './hukou.js';
import type { ImportLine } from './import-line.js';
import { tellLand } from './land.js';
import { tellLivingHouseholds } from './living.js';
import { introduce, tellHukouHousehold } from './people.js';
import { drawVillage, villageNumberOf, type Village } from './places.js';
import { tellPovertyRegister } from './poverty.js';
import { Random } from './random.js';
import { NationalIdOffice, socialCreditCode } from './registered-numbers.js';
import { tellDepartedDead } from './registers.js';
import { tellMigration, tellPermit } from './residence.js';
import { tellResidentPension } from './resident-pension.js';
import { tellSchooling } from './schooling.js';
import { tellDisability, tellTekun } from './welfare.js';
import { tellWork } from './work.js';

export interface PopulationOptions {
  /** How many people, exactly; at least 1. */
  readonly persons: number;
  readonly seed: number | string;
  readonly order?: 'household' | 'time';
}

/** Throws a RangeError where `persons` is not a whole number from 1 on. */
export function* generatePopulation({
  persons,
  seed,
  order = 'household',
}: PopulationOptions): Iterable<ImportLine> {
  if (!Number.isSafeInteger(persons) || persons < 1)
    throw new RangeError(`no population of ${persons} persons`);
  if (order === 'household') {
    for (const entries of households(persons, seed)) for (const { line } of entries) yield line;
    return;
  }
  const entries = [...households(persons, seed)].flat();
  entries.sort((a, b) => a.known - b.known);
  for (const { line } of entries) yield line;
}

/** One household at a time, so that memory does not grow with the population. */
function* households(persons: number, seed: number | string): Iterable<readonly Entry[]> {
  const office = new NationalIdOffice();
  let village: Village | undefined;
  for (let number = 0, left = persons; left > 0; number++) {
    const villageNumber = villageNumberOf(number);
    if (village?.number !== villageNumber) {
      village = drawVillage(villageNumber, new Random(`${seed}/village/${villageNumber}`), socialCreditCode);
    }
    const random = new Random(`${seed}/household/${number}`);
    const kin = drawFamily(Math.min(left, LARGEST_FAMILY), random);
    const chronicle = new Chronicle(number, addDays(FIRST_LOAD, villageNumber % LOADING_DAYS), random);
    const home: Home = {
      number,
      village,
      random,
      chronicle,
      members: introduce(kin, village, random, chronicle, office),
      registers: [],
    };
    tell(home);
    left -= kin.length;
    yield chronicle.inOrder();
  }
}

function tell(home: Home): void {
  const { members } = home;
  tellHukouHousehold(home);
  const poverty = tellPovertyRegister(home);
  const together = tellMigration(home);
  tellHukouTransfers(home, together);
  for (const member of members) {
    tellSchooling(home, member);
    tellEmployeeCareer(home, member);
    tellWork(home, member);
    tellResidentPension(home, member, poverty);
    tellPermit(home, member);
    tellDisability(home, member);
  }
  const tekun = members.filter((member) => tellTekun(home, member)).length > 0;
  tellLivingHouseholds(home, together, tekun);
  tellLand(home);
  tellDepartedDead(home);
  tellCorrections(home);
}
