/**
 * The eight entitlements of the first slice written by hand: plain loops over plain records, no timelines, no rule
 * trees, no provenance, no explanation. It says status and amount over whole lives and nothing else: what the engine is
 * measured against, and a check that both come to the same.
 */
import { day } from '@ledger/time';
import type { RecordedEvent, StreamName } from '@ledger/vocabulary';
import {
  daysOfDibao,
  daysOfHousing,
  daysOfLand,
  daysOfNursing,
  daysOfPension,
  daysOfPermit,
  daysOfSubsidy,
  daysOfHukou,
} from './hand-written/changes.js';
import type { Figures } from './hand-written/figures.js';
import { dibao, landKept, publicRental } from './hand-written/household-rules.js';
import { readFamily } from './hand-written/lives.js';
import type { Family } from './hand-written/records.js';
import { intervalsOf, monthlyIntervalsOf, type Interval, type Judge } from './hand-written/outcomes.js';
import {
  noLandCondition,
  nursing,
  premiumSubsidy,
  residencePermit,
  residentPension,
} from './hand-written/person-rules.js';

export type { Interval } from './hand-written/outcomes.js';
export { Figures } from './hand-written/figures.js';

export type Take = (subject: StreamName, code: string, intervals: readonly Interval[]) => void;

const SUBSIDY_FROM = day('2017-08-01');
const PENSION_FROM = day('2014-02-21');
const NURSING_FROM = day('2016-01-01');
const PERMIT_FROM = day('2016-01-01');
const LAND_FROM = day('2019-01-01');
const DIBAO_FROM = day('2014-05-01');
const HOUSING_FROM = day('2019-12-05');

/** Says of everybody in a family, and of its households, what is due over their whole lives. */
export function evaluateByHand(events: readonly RecordedEvent[], figures: Figures, take: Take): void {
  const family = readFamily(events);
  const declared = events.some(({ confidence }) => confidence === 'declared');
  const proven = declared ? readFamily(events, true) : family;
  ofPersons(family, proven, figures, take);
  ofHouseholds(family, proven, figures, take);
}

function ofPersons(family: Family, proven: Family, figures: Figures, take: Take): void {
  for (const [id, person] of family.persons) {
    const subject: StreamName = `person-${id}`;
    const sure = proven.persons.get(id) ?? person;
    const money = (judge: (of: typeof person, on: number) => ReturnType<Judge>): Judge =>
      person === sure ? (on) => judge(person, on) : (on) => provenOnly(judge(person, on), judge(sure, on));
    take(
      subject,
      'pension.resident.premium-subsidy',
      intervalsOf(
        daysOfSubsidy(person, figures),
        SUBSIDY_FROM,
        money((of, on) => premiumSubsidy(of, id, figures, on)),
      ),
    );
    take(
      subject,
      'pension.resident.monthly',
      monthlyIntervalsOf(
        daysOfPension(person, figures),
        PENSION_FROM,
        money((of, on) => residentPension(of, id, figures, on)),
      ),
    );
    if (person.level.from.length > 0)
      take(
        subject,
        'welfare.disability.nursing',
        monthlyIntervalsOf(
          daysOfNursing(person, figures),
          NURSING_FROM,
          money((of, on) => nursing(of, figures, on)),
        ),
      );
    if (person.stays.from.length > 0)
      take(
        subject,
        'residence.permit',
        intervalsOf(daysOfPermit(person, figures), PERMIT_FROM, (on) => residencePermit(person, figures, on)),
      );
    take(
      subject,
      'land.no-condition',
      intervalsOf(daysOfHukou(person), LAND_FROM, (on) => noLandCondition(person, on)),
    );
  }
}

function ofHouseholds(family: Family, proven: Family, figures: Figures, take: Take): void {
  for (const [id, household] of family.households) {
    const subject: StreamName = `household-${id}`;
    if (household.kind === 'LAND_CONTRACT') {
      take(
        subject,
        'land.contract-right-kept',
        intervalsOf(daysOfLand(household), LAND_FROM, (on) => landKept(household, on)),
      );
    } else if (household.kind === 'LIVING') {
      const sure = proven.households.get(id) ?? household;
      const judge: Judge =
        family === proven
          ? (on) => dibao(household, family, figures, on)
          : (on) => provenOnly(dibao(household, family, figures, on), dibao(sure, proven, figures, on));
      take(
        subject,
        'assist.dibao',
        monthlyIntervalsOf(daysOfDibao(household, family, figures), DIBAO_FROM, judge),
      );
      const days = daysOfHousing(household, family, figures);
      if (days)
        take(
          subject,
          'housing.public-rental',
          intervalsOf(days, HOUSING_FROM, (on) => publicRental(household, family, figures, on)),
        );
    }
  }
}

/** A declared fact alone never proves a money benefit; its amount is that of what has been verified. */
function provenOnly(stated: ReturnType<Judge>, sure: ReturnType<Judge>): ReturnType<Judge> {
  if (stated?.status !== 'entitled') return stated;
  return sure?.status === 'entitled' ? sure : { status: 'undetermined', amount: null };
}
