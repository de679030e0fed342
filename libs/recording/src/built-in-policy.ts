/**
 * The built-in policy as commands (design §4): the rule sets of this build and its figures of the law. A service records
 * them in the log's first positions and an upgrade the ones that are new: an id follows from what its event says, so
 * what stands in the log already is answered with its original result.
 */
import { createHash } from 'node:crypto';
import { v5 } from 'uuid';
import { DIVISIONS } from '@ledger/case';
import type { Command } from '@ledger/intake';
import { BUILT_IN_FIGURES, contentOf, POLICY, RULE_SETS, type Figure, type RuleSet } from '@ledger/policy';
import { day, startInShanghai } from '@ledger/time';
import type { JsonObject } from '@ledger/vocabulary';

export interface BuiltIn {
  readonly command: Command;
  /** When it was made public, milliseconds since 1970 UTC; null where it has been known from the beginning. */
  readonly publishedAt: number | null;
}

/** Chosen once, at random. A change would have every ledger record its policy anew. */
const NAMESPACE = 'd82fd006-291c-472f-963a-0bfb2033c752';
/** 四川省, whose policy it is. */
const SICHUAN = '510000';

/** Rule sets first, then the figures by their publication. */
export function builtInPolicy(): readonly BuiltIn[] {
  const figures = BUILT_IN_FIGURES.map(parameterSet);
  const byPublication = [...figures].sort(
    (a, b) => (a.publishedAt ?? -Infinity) - (b.publishedAt ?? -Infinity),
  );
  return [...RULE_SETS.map(ruleSetActivated), ...byPublication];
}

function ruleSetActivated(ruleSet: RuleSet): BuiltIn {
  const data = {
    rulesetVersion: ruleSet.version,
    entitlementCodes: [...ruleSet.entitlements.keys()],
    policyDocNo: POLICY.id,
    codeHash: createHash('sha256').update(contentOf(ruleSet, DIVISIONS.content)).digest('hex'),
  };
  return { command: commandOf('RuleSetActivated', SICHUAN, POLICY.issued, 'NDRC', data), publishedAt: null };
}

function parameterSet({
  id,
  division,
  value,
  unit,
  validFrom,
  validTo,
  publishedOn,
  source,
  verified,
  owner,
}: Figure): BuiltIn {
  const data = {
    parameterId: id,
    value,
    unit,
    validFrom,
    ...(validTo === undefined ? {} : { validTo }),
    sourceDocNo: source,
    ...(publishedOn === undefined ? {} : { publishedOn }),
    verified,
  };
  return {
    command: commandOf('ParameterSet', division, validFrom, owner, data),
    publishedAt: publishedOn === undefined ? null : startInShanghai(day(publishedOn)),
  };
}

function commandOf(
  type: 'RuleSetActivated' | 'ParameterSet',
  division: string,
  effectiveOn: string,
  department: string,
  data: JsonObject,
): Command {
  return {
    id: v5(JSON.stringify([type, division, effectiveOn, department, data]), NAMESPACE),
    type,
    subject: { kind: 'division', id: division },
    effectiveOn,
    source: { department },
    confidence: 'verified',
    evidence: [],
    data,
  };
}
