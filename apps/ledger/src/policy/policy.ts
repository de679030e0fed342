/** The policy as known now, on a day. */
import { DIVISIONS } from '@ledger/case';
import { contains, day } from '@ledger/time';
import type { Given } from '../graphql/given.js';
import type { Reading } from '../reading/reading.js';
import { Parameter } from './parameter.type.js';
import { Policy } from './policy.type.js';

export async function policyOn(reading: Reading, asOf: Given<string>): Promise<Policy> {
  const { position, asOf: today } = await reading.momentOf();
  const { ruleSet, parameters } = await reading.policy(position);
  return new Policy(ruleSet, parameters(), asOf == null ? today : day(asOf));
}

/** Figures in force on the day: all of them, or those set for a division and for the wider ones it lies in. */
export function parametersIn({ figures, asOf }: Policy, division: Given<string>): readonly Parameter[] {
  const reaching = division == null ? undefined : DIVISIONS.ancestors(division, asOf);
  return figures
    .filter((row) => contains(row, asOf) && (reaching?.includes(row.division) ?? true))
    .map((row) => new Parameter(row));
}
