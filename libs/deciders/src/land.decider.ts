/** 农村三权: registered and, lawfully or not, ended. That somebody moved the hukou is never a reason (article 16). */
import { addMonths, day, type Day } from '@ledger/time';
import { partsOf, type RuralRight, type StreamKind } from '@ledger/vocabulary';
import type { Decider } from './decider.js';
import { numberOn } from './figures.js';
import { householdKindObjection } from './household-membership.js';
import type { Knowledge } from './knowledge.js';
import { refuse, type Proposal, type Refusal } from './proposal.js';

/** Contracts and homesteads are the household's, membership of the collective is each person's. */
const HOLDER_OF: Readonly<Record<RuralRight, StreamKind>> = {
  CONTRACT_LAND: 'household',
  HOMESTEAD: 'household',
  COLLECTIVE_MEMBERSHIP: 'person',
};

type LandEvent = Proposal<'RuralRightRegistered'> | Proposal<'RuralRightEnded'>;

function holderObjection({ stream, data: { kind } }: LandEvent): Refusal | undefined {
  return HOLDER_OF[kind] === partsOf(stream).kind
    ? undefined
    : refuse('INVALID_FIELD', 'kind', 'rightSubject');
}

function householdObjection(event: LandEvent, known: Knowledge): Refusal | undefined {
  return HOLDER_OF[event.data.kind] === 'household'
    ? householdKindObjection(known, event, 'LAND_CONTRACT')
    : undefined;
}

export const ruralRightRegistered: Decider<'RuralRightRegistered'> = {
  content: (event) => {
    const { termTo } = event.data;
    const over = termTo !== undefined && termTo <= event.effectiveOn;
    return holderObjection(event) ?? (over ? refuse('INVALID_PERIOD', 'termTo') : undefined);
  },
  standing: householdObjection,
};

/** What is called an exit or a return must be one: of free will (农村土地承包法 §27, 土地管理法 §62). */
const OF_FREE_WILL = ['VOLUNTARY_RETURN', 'VOLUNTARY_EXIT'];

export const ruralRightEnded: Decider<'RuralRightEnded'> = {
  content: (event) => {
    const { kind, reason, voluntary, noticeOn } = event.data;
    const wrongHolder = holderObjection(event);
    if (wrongHolder) return wrongHolder;
    if (OF_FREE_WILL.includes(reason) && !voluntary) return refuse('WITHDRAWAL_NOT_VOLUNTARY', 'voluntary');
    const needsNotice = reason === 'VOLUNTARY_RETURN' && kind === 'CONTRACT_LAND';
    return needsNotice && noticeOn === undefined
      ? refuse('MISSING_FIELD', 'noticeOn', 'noticeMissing')
      : undefined;
  },
  standing: (event, known) =>
    hukouObjection(event, known) ??
    householdObjection(event, known) ??
    endedObjection(event, known) ??
    noticeObjection(event, known, day(event.effectiveOn)) ??
    exitObjection(event, known),
};

/** A right that ends because its holder moves the hukou: the demand that article 16 forbids, from the other side. */
function hukouObjection(
  { causationId, data }: Proposal<'RuralRightEnded'>,
  known: Knowledge,
): Refusal | undefined {
  if (causationId === undefined || data.reason === 'DEATH') return undefined;
  const cause = known.findEvent(causationId)?.type;
  return cause?.startsWith('HukouTransfer')
    ? refuse('LAND_RIGHTS_CONDITION', 'causationId', 'rightForHukou')
    : undefined;
}

const FACT_OF: Readonly<Record<RuralRight, string>> = {
  CONTRACT_LAND: 'contractLandRight',
  HOMESTEAD: 'homesteadRight',
  COLLECTIVE_MEMBERSHIP: 'collectiveMembership',
};

/** A right that nobody has registered may have been held all the same; one that has ended is not. */
function endedObjection(
  { stream, effectiveOn, data }: Proposal<'RuralRightEnded'>,
  known: Knowledge,
): Refusal | undefined {
  return known.fact(stream, FACT_OF[data.kind], day(effectiveOn)) === 'ended'
    ? refuse('NOT_IN_FORCE', 'kind', 'rightEnded')
    : undefined;
}

/** 农村土地承包法 §30: written notice half a year before. */
function noticeObjection(
  { data }: Proposal<'RuralRightEnded'>,
  known: Knowledge,
  on: Day,
): Refusal | undefined {
  const { kind, reason, noticeOn } = data;
  if (reason !== 'VOLUNTARY_RETURN' || kind !== 'CONTRACT_LAND' || noticeOn === undefined) return undefined;
  const months = numberOn(known, 'land.return-notice', on);
  return months !== undefined && addMonths(day(noticeOn), months) > on
    ? refuse('CONDITION_NOT_MET', 'noticeOn', 'returnNotice')
    : undefined;
}

/** 自愿有偿退出: a homestead by agreement, every right for something. */
function exitObjection({ stream, data }: Proposal<'RuralRightEnded'>, known: Knowledge): Refusal | undefined {
  const { kind, reason, agreementEventId, compensation } = data;
  if (reason !== 'VOLUNTARY_EXIT') return undefined;
  const agreed = known
    .events(stream)
    .some(({ id, type }) => id === agreementEventId && type === 'HomesteadExitAgreed');
  if (kind === 'HOMESTEAD' && !agreed) return refuse('NOT_IN_FORCE', 'agreementEventId', 'exitAgreement');
  return Number(compensation ?? 0) > 0 ? undefined : refuse('WITHDRAWAL_NOT_COMPENSATED', 'compensation');
}
