/** Every hard precondition of the catalogue by example, for the deciders and for every door that leads to them. */
import type { Example } from './example.js';
import { CORRECTION_EXAMPLES } from './examples/correction.examples.js';
import { GENERAL_EXAMPLES } from './examples/general.examples.js';
import { HOUSEHOLD_EXAMPLES } from './examples/household.examples.js';
import { HUKOU_EXAMPLES } from './examples/hukou.examples.js';
import { INSURANCE_EXAMPLES } from './examples/insurance.examples.js';
import { LAND_EXAMPLES } from './examples/land.examples.js';
import { PERSON_EXAMPLES } from './examples/person.examples.js';
import { POLICY_EXAMPLES } from './examples/policy.examples.js';
import { POVERTY_EXAMPLES } from './examples/poverty.examples.js';
import { RESIDENCE_EXAMPLES } from './examples/residence.examples.js';
import { VOIDING_EXAMPLES } from './examples/voiding.examples.js';
import { WELFARE_EXAMPLES } from './examples/welfare.examples.js';
import { WORK_EXAMPLES } from './examples/work.examples.js';

export const EXAMPLES: Readonly<Record<string, readonly Example[]>> = {
  'every event': GENERAL_EXAMPLES,
  'persons and certificates': PERSON_EXAMPLES,
  households: HOUSEHOLD_EXAMPLES,
  'the poverty register': POVERTY_EXAMPLES,
  residence: RESIDENCE_EXAMPLES,
  hukou: HUKOU_EXAMPLES,
  'work and school': WORK_EXAMPLES,
  'insurance and pensions': INSURANCE_EXAMPLES,
  'statuses and housing': WELFARE_EXAMPLES,
  'rural rights': LAND_EXAMPLES,
  'figures of the law': POLICY_EXAMPLES,
  corrections: CORRECTION_EXAMPLES,
  voidings: VOIDING_EXAMPLES,
};

/** The bad events alone, each after what it needs to be bad; ids are its own, so all may go into one ledger. */
export const BAD_EVENTS: readonly (Example & Required<Pick<Example, 'refused'>>)[] = Object.values(EXAMPLES)
  .flat()
  .flatMap((told) => (told.refused ? [{ ...told, refused: told.refused }] : []));
