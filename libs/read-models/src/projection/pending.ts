/** Subjects that a campaign has not reached, judged from the log in the form of stored rows. */
import type { World } from '@ledger/case';
import type { RuleSet } from '@ledger/policy';
import { isBeneficiary, outcomesOf } from '@ledger/rules';
import type { StreamName } from '@ledger/vocabulary';
import type { EntitlementInterval, FindingInterval } from '../api.js';
import { rowIdOf } from '../bitemporal-table.js';
import { FINDINGS, findingRows } from '../finding/finding.table.js';
import { storedPosition } from '../stored-position.js';
import type { PendingSubject } from './projection-state.js';

export interface PendingCases {
  readonly world: World;
  readonly ruleSet: RuleSet;
  readonly pending: readonly PendingSubject[];
}

export function pendingEntitlements({
  world,
  ruleSet,
  pending,
}: PendingCases): ReadonlyMap<StreamName, readonly EntitlementInterval[]> {
  return new Map(
    pending.map(({ subject, campaign }) => {
      const found = world.caseOf(subject);
      const own = [...ruleSet.entitlements.values()].filter((definition) => isBeneficiary(definition, found));
      const stored = { subject, ruleSet: ruleSet.version, cause: campaign.event };
      return [
        subject,
        own.flatMap((definition) =>
          outcomesOf(definition, found).map((outcome) => ({ ...outcome, ...stored, code: definition.code })),
        ),
      ];
    }),
  );
}

export function pendingFindings({
  world,
  pending,
}: PendingCases): ReadonlyMap<StreamName, readonly FindingInterval[]> {
  return new Map(
    pending.map(({ subject, campaign }) => [
      subject,
      findingRows(world.caseOf(subject)).map((row) => ({
        ...row,
        subject,
        id: rowIdOf(FINDINGS, row, storedPosition(campaign.position)),
      })),
    ]),
  );
}
