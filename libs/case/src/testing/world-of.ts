/** Worlds made of what was said. */
import { DIVISIONS } from '../divisions.js';
import { Histories, World, type HouseholdCase, type PersonCase } from '../case.js';
import { ParameterIndex } from '../parameters.js';
import { HER, logOf, placeOf, sayingIn, type Said } from './log.js';
import { partsOf } from '@ledger/vocabulary';

/** As known after the n-th event; after the last unless told otherwise. */
export function worldOf(said: readonly Said[], after = said.length): World {
  const log = logOf(said);
  const figures = log.slice(0, after).filter(({ stream }) => stream.startsWith('division-'));
  return new World(new Histories(log), new ParameterIndex(figures, DIVISIONS), placeOf(after));
}

export const personIn = (said: readonly Said[], after?: number): PersonCase =>
  worldOf(said, after).person(partsOf(HER).id);

export const householdIn = (said: readonly Said[], id = 'home'): HouseholdCase => worldOf(said).household(id);

/** A figure of the law, in force in a division from a day on. */
export function figure(
  id: string,
  value: string,
  {
    division = '000000',
    unit = 'number',
    from = '2000-01-01',
    to,
    verified = true,
    label = `${id} ${division}`,
  }: {
    readonly division?: string;
    readonly unit?: string;
    readonly from?: string;
    readonly to?: string;
    readonly verified?: boolean;
    readonly label?: string;
  } = {},
): Said {
  return sayingIn(`division-${division}`)(
    'ParameterSet',
    from,
    {
      parameterId: id,
      value,
      unit,
      validFrom: from,
      ...(to !== undefined && { validTo: to }),
      sourceDocNo: 'a source',
      verified,
    },
    { id: label },
  );
}

/** A household with its members, each from the day of its establishment. */
export function householdOf(
  kind: 'HUKOU' | 'LIVING' | 'POVERTY_REGISTER' | 'LAND_CONTRACT',
  on: string,
  members: readonly string[] = [partsOf(HER).id],
  id = 'home',
): readonly Said[] {
  const say = sayingIn(`household-${id}`);
  const [headPersonId] = members;
  return [
    say(
      'HouseholdEstablished',
      on,
      { kind, division: '510112', ...(headPersonId !== undefined && { headPersonId }) },
      { id: `${id} established` },
    ),
    ...members.map((personId) =>
      say('HouseholdMemberJoined', on, { personId, relation: '10' }, { id: `${personId} joined ${id}` }),
    ),
  ];
}
