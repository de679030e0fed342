/** Contradictions and breaches that one person's facts show (`events.md` §1.16). */
import {
  and,
  any,
  constant,
  day,
  dayOf,
  END,
  join,
  map,
  not,
  paint,
  pieceAt,
  UNKNOWN,
  type Day,
  type Ground,
  type Truth,
  type TruthTimeline,
} from '@ledger/time';
import { contributedMonths, isOf, NATION, type KnownEvent, type PersonCase } from '@ledger/case';
import { isTownClass, type EventTypeName } from '@ledger/vocabulary';
import type { ConflictCode, Finding } from './finding.js';
import { eventsIn, findingsWhere } from './overlap.js';

const conflict = (code: ConflictCode): Pick<Finding, 'kind' | 'code' | 'entitlement'> => ({
  kind: 'conflicting-facts',
  code,
  entitlement: null,
});

const openFrom = (from: Day, code: ConflictCode, ...known: readonly KnownEvent[]): Finding => ({
  ...conflict(code),
  from,
  until: END,
  events: known.flatMap((one) => eventsIn(one.because)),
});

/** The number says another birth date or sex than the register (真实错证 exist). */
export function idMismatch(person: PersonCase): readonly Finding[] {
  return person.stream
    .ofType('PersonRegistered')
    .filter(
      ({ data }) =>
        (data.idBirthDate !== undefined && data.idBirthDate !== data.birthDate) ||
        (data.idSex !== undefined && data.idSex !== data.sex),
    )
    .map((known) => openFrom(known.from, 'C-ID-MISMATCH', known));
}

/** What only the living do. */
export const LIFE_EVENTS: readonly EventTypeName[] = [
  'DisabilityCertified',
  'UrbanArrivalRecorded',
  'ResidenceChanged',
  'ResidencePermitIssued',
  'HukouTransferCompleted',
  'EmploymentStarted',
  'SchoolEnrolled',
  'InsuranceEnrolled',
  'InsuranceContributionPaid',
  'PensionBenefitStarted',
  'StatusRecognised',
];

export function afterDeath(person: PersonCase): readonly Finding[] {
  const [died] = person.stream.ofType('PersonDied');
  if (!died) return [];
  return person.stream
    .ofTypes(...LIFE_EVENTS)
    .filter((known) => known.from > died.from)
    .map((known) => openFrom(known.from, 'C-AFTER-DEATH', died, known));
}

/** A second arrival in town while the first residence there is still open; a move to the countryside has ended it. */
export function residenceOverlap(person: PersonCase): readonly Finding[] {
  const findings: Finding[] = [];
  let open: KnownEvent | undefined;
  for (const known of person.stream.ofTypes(
    'UrbanArrivalRecorded',
    'ResidenceChanged',
    'UrbanResidenceEnded',
  )) {
    const last = findings.at(-1);
    if (last && known.from < last.until) findings[findings.length - 1] = { ...last, until: known.from };
    const openUntil = open?.until ?? END;
    if (isOf(known, 'UrbanArrivalRecorded') && open && open.from < known.from && known.from < openUntil) {
      findings.push({ ...openFrom(known.from, 'C-RESIDENCE-OVERLAP', open, known), until: openUntil });
    }
    open = opensTownResidence(known) ? known : undefined;
  }
  return findings.filter((finding) => finding.from < finding.until);
}

function opensTownResidence(known: KnownEvent): boolean {
  if (isOf(known, 'ResidenceChanged')) return isTownClass(known.data.to.urbanRuralClass);
  return isOf(known, 'UrbanArrivalRecorded');
}

/** 居住证暂行条例 art. 9: fifteen days from acceptance to issue; a late permit is flagged, not refused. */
export function latePermit(person: PersonCase): readonly Finding[] {
  return person.stream.ofType('ResidencePermitIssued').flatMap((known) => {
    const { acceptedOn } = known.data;
    const limit = pieceAt(
      person.world.parameters.valueIn('residence-permit.issue-days', constant(NATION)),
      known.from,
    );
    if (limit.value === UNKNOWN || known.from - day(acceptedOn) <= Number(limit.value)) return [];
    return [openFrom(known.from, 'C-LATE-PERMIT', known)];
  });
}

const monthStart = (index: number): Day => dayOf(Math.floor(index / 12), (index % 12) + 1, 1);

const PENSION_SCHEMES = ['RES_PENSION', 'EMP_PENSION', 'GOV_PENSION'] as const;

/** Two basic pensions drawn at once, or two pension schemes paid for the same months. */
export function doublePension(person: PersonCase): readonly Finding[] {
  const drawn = PENSION_SCHEMES.map((scheme) => pensionDrawn(person, scheme));
  return [
    ...findingsWhere(
      any(pairsOf(drawn).map(([one, other]) => and(one, other))),
      conflict('C-DOUBLE-PENSION'),
    ),
    ...findingsWhere(monthsPaidTwice(person), conflict('C-DOUBLE-PENSION')),
  ];
}

function pairsOf<T>(items: readonly T[]): readonly (readonly [T, T])[] {
  return items.flatMap((one, index) => items.slice(index + 1).map((other) => [one, other] as const));
}

function pensionDrawn(person: PersonCase, scheme: (typeof PENSION_SCHEMES)[number]): TruthTimeline {
  let drawn: TruthTimeline = constant<Truth>(false);
  for (const known of person.stream.ofTypes('PensionBenefitStarted', 'PensionBenefitEnded')) {
    if (known.data.scheme !== scheme) continue;
    drawn = paint<Truth>(drawn, known.from, END, known.type === 'PensionBenefitStarted', known.because);
  }
  return drawn;
}

function monthsPaidTwice(person: PersonCase): TruthTimeline {
  let paidTwice: TruthTimeline = constant<Truth>(false);
  const paid = new Map<number, Ground>();
  for (const scheme of PENSION_SCHEMES) {
    for (const { month, because } of contributedMonths(person.stream, scheme)) {
      const both = join(paid.get(month) ?? null, because);
      if (paid.has(month))
        paidTwice = paint<Truth>(paidTwice, monthStart(month), monthStart(month + 1), true, both);
      paid.set(month, both);
    }
  }
  return paidTwice;
}

export function doubleMedical(person: PersonCase): readonly Finding[] {
  const both = and(
    person.fact('insurance.RES_MED') as TruthTimeline,
    person.fact('insurance.EMP_MED') as TruthTimeline,
  );
  return findingsWhere(both, conflict('C-DOUBLE-MED'));
}

/** The poverty register says dibao or tekun, and civil affairs knows of none. */
export function registerAgainstAssistance(person: PersonCase): readonly Finding[] {
  return person.households('POVERTY_REGISTER').flatMap(({ household, membership }) => {
    const registered = household.stream.ofType('PovertyHouseholdRegistered').at(-1);
    if (registered?.data.type !== 'DIBAO' && registered?.data.type !== 'TEKUN') return [];
    const status = person.fact(registered.data.type === 'DIBAO' ? 'dibao' : 'tekun') as TruthTimeline;
    const inRegister = map(person.fact('povertyRegistry'), (state): Truth => state === 'not-exited');
    const member = map(membership.relation, (relation): Truth => relation !== null);
    const alive = person.fact('alive') as TruthTimeline;
    return findingsWhere(and(and(inRegister, member), and(not(status), alive)), conflict('C-POV-VS-MCA'));
  });
}

/** A rural right ended near a hukou transfer, not of free will or without compensation (art. 16). */
export function suspectLoss(person: PersonCase): readonly Finding[] {
  const transfers = person.stream.ofType('HukouTransferCompleted');
  if (transfers.length === 0) return [];
  const ends = [
    ...person.stream.ofType('RuralRightEnded'),
    ...person
      .households('LAND_CONTRACT')
      .flatMap(({ household }) => household.stream.ofType('RuralRightEnded')),
  ].filter(({ data }) => data.reason !== 'DEATH' && (!data.voluntary || data.compensation === undefined));
  return ends.flatMap((ended) =>
    transfers
      .filter((moved) => Math.abs(ended.from - moved.from) <= suspectDays(person, moved.from))
      .map((moved) =>
        openFrom(ended.from > moved.from ? ended.from : moved.from, 'C-ART16-SUSPECT', moved, ended),
      ),
  );
}

function suspectDays(person: PersonCase, on: Day): number {
  const { value } = pieceAt(
    person.world.parameters.valueIn('land.suspect-days', person.fact('hukouDivision') as never),
    on,
  );
  return value === UNKNOWN ? -1 : Number(value);
}

/** Article 16's demand was made and refused; the trace stays. */
export function landCondition(person: PersonCase): readonly Finding[] {
  return person.stream
    .ofType('RefusalRecorded')
    .filter(({ data }) => data.code === 'LAND_RIGHTS_CONDITION')
    .map((known) => ({
      kind: 'breach',
      code: 'LAND_RIGHTS_CONDITION',
      entitlement: 'land.no-condition',
      from: known.from,
      until: END,
      events: eventsIn(known.because),
    }));
}
