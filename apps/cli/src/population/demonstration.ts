/**
 * The demonstration households that a new ledger is given at its first start: four invented families whose lives show
 * the first slice of the policy.
 *
 * | family | shows |
 * |---|---|
 * | 阿依 and her mother, from 昭觉 | out of poverty, six contribution years, sixty in 2020: then the birth date is corrected by half a year |
 * | 何志明, his wife and son, from 通江 | one year in town on 2020-03-01, a job, checks of income and housing: public rental with priority, once somebody sets the district's limits |
 * | 周明秀 and her husband, from 仪陇 | dibao, and a disability of level 2 that the ledger learns of late |
 * | 杨志强 and his daughter, from 仪陇 | contracted land and a life in 南充: an application that gives up the land would be refused |
 */
import { AYI, AYI_CORRECTED } from './demonstration/ayi.js';
import { DISABLED, DISABLED_LEVEL_TWO } from './demonstration/disabled.js';
import { LAND_HOLDER } from './demonstration/land-holder.js';
import { WORKER } from './demonstration/worker.js';
import type { ImportLine } from './import-line.js';

export { DEMONSTRATION } from './demonstration/ids.js';

/** In the order in which the ledger learns of them; to load them again changes nothing. */
export const DEMONSTRATION_LINES: readonly ImportLine[] = [
  ...AYI,
  ...WORKER,
  ...DISABLED,
  ...LAND_HOLDER,
  DISABLED_LEVEL_TWO,
  AYI_CORRECTED,
];
