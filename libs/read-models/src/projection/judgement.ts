/** Judges one subject as known at a position and says what changed; the same for an event, a campaign and a rebuild. */
import type { World } from '@ledger/case';
import type { RuleSet } from '@ledger/policy';
import { isBeneficiary, outcomesOf } from '@ledger/rules';
import type { ClientBase } from 'pg';
import { partsOf, type StreamName } from '@ledger/vocabulary';
import { BitemporalTable } from '../bitemporal-table.js';
import { ENTITLEMENTS, type EntitlementRow } from '../entitlement/entitlement.table.js';
import { FINDINGS, findingRows, type FindingRow } from '../finding/finding.table.js';
import { MEMBERSHIPS, membershipRows, type MembershipRow } from '../membership/membership.table.js';
import type { Touched } from './reach.js';

export interface Occasion {
  /** As stored: {@link storedPosition}. */
  readonly position: string;
  /** The event that caused it. */
  readonly cause: string;
}

export class Judgements {
  private readonly entitlements: BitemporalTable<EntitlementRow>;
  private readonly memberships: BitemporalTable<MembershipRow>;
  private readonly findings: BitemporalTable<FindingRow>;

  constructor(schema: string) {
    this.entitlements = new BitemporalTable(ENTITLEMENTS, schema);
    this.memberships = new BitemporalTable(MEMBERSHIPS, schema);
    this.findings = new BitemporalTable(FINDINGS, schema);
  }

  async load(client: ClientBase, subjects: readonly StreamName[]): Promise<void> {
    for (const table of this.tables) await table.load(client, subjects);
  }

  begin(subject: StreamName): void {
    for (const table of this.tables) if (!table.isLoaded(subject)) table.begin(subject);
  }

  forget(): void {
    for (const table of this.tables) table.forget();
  }

  async flush(client: ClientBase): Promise<void> {
    for (const table of this.tables) await table.flush(client);
  }

  judge(
    subject: StreamName,
    { codes, findings }: Touched,
    world: World,
    ruleSet: RuleSet,
    occasion: Occasion,
  ): void {
    const { position, cause } = occasion;
    const found = world.caseOf(subject);
    for (const code of codes) {
      const definition = ruleSet.entitlements.get(code);
      if (definition && definition.beneficiary.kind !== found.kind) continue;
      // A code that the rule set no longer has is nobody's any more.
      const outcomes = definition && isBeneficiary(definition, found) ? outcomesOf(definition, found) : [];
      const rows = outcomes.map((outcome): EntitlementRow => ({ ...outcome, code }));
      this.entitlements.judge(subject, code, rows, position, cause);
    }
    if (findings) this.findings.judge(subject, '', findingRows(found), position, cause);
  }

  /** Who belongs to a household depends on its own stream alone. */
  judgeMembers(household: StreamName, world: World, { position, cause }: Occasion): void {
    const found = world.household(partsOf(household).id);
    this.memberships.judge(household, '', membershipRows(found), position, cause);
  }

  private get tables(): readonly BitemporalTable<never>[] {
    return [this.entitlements, this.memberships, this.findings];
  }
}
