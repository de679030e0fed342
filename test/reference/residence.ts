/** Where somebody lives and where he or she is registered: town, the year in town, hukou, settlement. */
import { addYears, type Day, type Period } from '@ledger/time';
import { group, text, type Payload, type Statement } from './events.js';
import { aboutPerson, holdingOn, quantity, stretchesOf, type World } from './world.js';
import { known, NO, unknown, YES, type Verdict } from './verdict.js';

interface Place {
  readonly division: string;
  readonly urbanRuralClass: string;
}

export function isTownClass(urbanRuralClass: string): boolean {
  return urbanRuralClass.startsWith('1');
}

function placeIn(data: Payload): Place | undefined {
  const division = text(data, 'division');
  const urbanRuralClass = text(data, 'urbanRuralClass');
  return division === undefined || urbanRuralClass === undefined ? undefined : { division, urbanRuralClass };
}

function residenceStatements(world: World, person: string): readonly Statement[] {
  return aboutPerson(world, person, 'UrbanArrivalRecorded', 'ResidenceChanged', 'UrbanResidenceEnded');
}

function placeOfResidence(statement: Statement): Place | undefined {
  if (statement.type === 'UrbanArrivalRecorded') return placeIn(statement.data);
  return statement.type === 'ResidenceChanged' ? placeIn(group(statement.data, 'to')) : undefined;
}

/** The arrival or the move that holds on a day. */
function residenceOf(world: World, person: string, on: Day): Statement | undefined {
  const held = holdingOn(residenceStatements(world, person), on);
  return held?.type === 'UrbanResidenceEnded' ? undefined : held;
}

export function residenceDivisionOf(world: World, person: string, on: Day): string | undefined {
  const residence = residenceOf(world, person, on);
  return residence && placeOfResidence(residence)?.division;
}

export function livesInTown(world: World, person: string, on: Day): boolean {
  const residence = residenceOf(world, person, on);
  const place = residence && placeOfResidence(residence);
  return place !== undefined && isTownClass(place.urbanRuralClass);
}

/** Whether the residence of a day is an arrival with a lease as its basis. */
export function livesOnLease(world: World, person: string, on: Day): boolean {
  const residence = residenceOf(world, person, on);
  return residence?.type === 'UrbanArrivalRecorded' && text(residence.data, 'basis') === 'LEASE';
}

/** Unbroken stays, in order, at places of some sort; moving from one such place to another does not break a stay. */
export function staysAt(world: World, person: string, belongs: (place: Place) => boolean): readonly Period[] {
  const stays: Period[] = [];
  for (const { from, until, statement } of stretchesOf(residenceStatements(world, person))) {
    const place = placeOfResidence(statement);
    if (place === undefined || !belongs(place)) continue;
    const last = stays.at(-1);
    if (last?.until === from) stays[stays.length - 1] = { from: last.from, until };
    else stays.push({ from, until });
  }
  return stays;
}

/** First day of the present unbroken chain; where a gap may or may not break it, the two days between which it lies. */
interface TownStart {
  readonly earliest: Day;
  readonly latest: Day;
}

function townStartOf(world: World, person: string, on: Day): TownStart | undefined {
  const stays = staysAt(world, person, (place) => isTownClass(place.urbanRuralClass)).filter(
    (stay) => stay.from <= on,
  );
  const present = stays.at(-1);
  const first = stays[0];
  if (present === undefined || first === undefined || present.until <= on) return undefined;
  const allowed = quantity(world, 'tenure.interruption-days', residenceDivisionOf(world, person, on), on);
  if (allowed === undefined) return { earliest: first.from, latest: present.from };
  let start = present.from;
  for (const earlier of stays.slice(0, -1).reverse()) {
    if (start - earlier.until > allowed) break;
    start = earlier.from;
  }
  return { earliest: start, latest: start };
}

/** Undefined for nobody in town. */
export function inTownSince(world: World, person: string, on: Day): Day | 'unknown' | undefined {
  const start = townStartOf(world, person, on);
  if (start === undefined) return undefined;
  return start.earliest === start.latest ? start.earliest : 'unknown';
}

/** 在城镇工作生活一年以上. */
export function hasOneYearInTown(world: World, person: string, on: Day): Verdict {
  const start = townStartOf(world, person, on);
  if (start === undefined) return NO;
  const years = quantity(world, 'tenure.threshold-years', residenceDivisionOf(world, person, on), on);
  if (years === undefined) return unknown('tenure.threshold-years');
  const atBest = on >= addYears(start.earliest, years);
  const atWorst = on >= addYears(start.latest, years);
  return atBest === atWorst ? known(atBest) : unknown('tenure.interruption-days');
}

function hukouOf(world: World, person: string, on: Day): Place | undefined {
  const held = holdingOn(aboutPerson(world, person, 'PersonRegistered', 'HukouTransferCompleted'), on);
  if (held === undefined) return undefined;
  if (held.type === 'HukouTransferCompleted') return placeIn(group(held.data, 'to'));
  const division = text(held.data, 'hukouDivision');
  const urbanRuralClass = text(held.data, 'hukouClass');
  return division === undefined || urbanRuralClass === undefined ? undefined : { division, urbanRuralClass };
}

/** The six digits of the county, also where the register names the village. */
export function hukouDivisionOf(world: World, person: string, on: Day): string | undefined {
  return hukouOf(world, person, on)?.division.slice(0, 6);
}

export function hukouKindOf(world: World, person: string, on: Day): 'rural' | 'urban' | undefined {
  const hukou = hukouOf(world, person, on);
  return hukou && (isTownClass(hukou.urbanRuralClass) ? 'urban' : 'rural');
}

/** 进城落户: a transfer from countryside to town, undone by one back to the countryside. */
export function isSettledInTown(world: World, person: string, on: Day): boolean {
  let settled = false;
  let before: string | undefined;
  for (const statement of aboutPerson(world, person, 'PersonRegistered', 'HukouTransferCompleted')) {
    if (statement.on > on) break;
    if (statement.type === 'PersonRegistered') {
      before = text(statement.data, 'hukouClass');
      continue;
    }
    const from = text(group(statement.data, 'from'), 'urbanRuralClass') ?? before;
    const to = text(group(statement.data, 'to'), 'urbanRuralClass');
    if (to !== undefined && !isTownClass(to)) settled = false;
    else if (from !== undefined && !isTownClass(from)) settled = true;
    before = to;
  }
  return settled;
}

/** Whether somebody may live in a town though no residence there is open: settled, and nobody has said where. */
export function mayLiveInTown(world: World, person: string, on: Day): Verdict {
  if (livesInTown(world, person, on)) return YES;
  const isSilent = residenceOf(world, person, on) === undefined;
  return isSilent && isSettledInTown(world, person, on) ? unknown('livesInTown') : NO;
}
