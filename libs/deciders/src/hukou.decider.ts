/** 户口迁移: application, completion, rejection. No condition of it may touch rural rights (article 16). */
import type { KnownEvent } from '@ledger/case';
import { day, type Day } from '@ledger/time';
import { LAND_RIGHTS_CONDITIONS, partsOf, type StreamName } from '@ledger/vocabulary';
import type { Decider } from './decider.js';
import type { Knowledge } from './knowledge.js';
import { refuse } from './proposal.js';

/** Offices write codes by hand: neither case nor spaces make another demand of it. */
function givesUpLandRight(code: string): boolean {
  return LAND_RIGHTS_CONDITIONS.has(code.trim().toUpperCase());
}

export const hukouTransferApplied: Decider<'HukouTransferApplied'> = {
  content: ({ data: { conditionsStated = [] } }) =>
    conditionsStated.some(({ code }) => givesUpLandRight(code))
      ? refuse('LAND_RIGHTS_CONDITION', 'conditionsStated')
      : undefined,
};

/** To refuse somebody because the land is kept is the same condition. */
export const hukouTransferRejected: Decider<'HukouTransferRejected'> = {
  content: ({ data: { reasons, appealInfo } }) => {
    if (reasons.some(givesUpLandRight)) return refuse('LAND_RIGHTS_CONDITION', 'reasons');
    if (reasons.length === 0) return refuse('REASON_REQUIRED', 'reasons');
    return appealInfo ? undefined : refuse('CONDITION_NOT_MET', 'appealInfo', 'appealInfo');
  },
};

/** An imported transfer may be older than any application that the ledger has. */
export const hukouTransferCompleted: Decider<'HukouTransferCompleted'> = {
  standing: ({ id, stream, effectiveOn, confidence }, known) => {
    if (takesRightAway(known, stream, id)) return refuse('LAND_RIGHTS_CONDITION', undefined, 'rightForHukou');
    return confidence === 'imported' || hasOpenApplication(known, stream, day(effectiveOn))
      ? undefined
      : refuse('NOT_IN_FORCE', 'effectiveOn', 'noApplication');
  },
};

/** The last step up to that day is an application: the person's own, or one that names the person as accompanying. */
function hasOpenApplication(known: Knowledge, stream: StreamName, on: Day): boolean {
  const own = known
    .known(stream)
    .ofTypes('HukouTransferApplied', 'HukouTransferCompleted', 'HukouTransferRejected');
  const last = [...own, ...applicationsNaming(known, stream)]
    .filter(({ from }) => from <= on)
    .sort((a, b) => a.from - b.from || (a.event.position < b.event.position ? -1 : 1))
    .at(-1);
  return last?.type === 'HukouTransferApplied';
}

function applicationsNaming(
  known: Knowledge,
  person: StreamName,
): readonly KnownEvent<'HukouTransferApplied'>[] {
  const others = new Set(known.reading.about(person).map(({ stream }) => stream));
  others.delete(person);
  const { id } = partsOf(person);
  return [...others].flatMap((stream) =>
    known
      .known(stream)
      .ofType('HukouTransferApplied')
      .filter(({ data }) => data.accompanying?.includes(id)),
  );
}

/** Whether a rural right of the person, or of a household of the person's, has ended because of this very transfer. */
function takesRightAway(known: Knowledge, stream: StreamName, transfer: string): boolean {
  const households = known.personOf(stream).households('LAND_CONTRACT');
  const streams = [known.known(stream), ...households.map(({ household }) => household.stream)];
  return streams.some((of) =>
    of
      .ofType('RuralRightEnded')
      .some(({ event, data }) => event.causationId === transfer && data.reason !== 'DEATH'),
  );
}
