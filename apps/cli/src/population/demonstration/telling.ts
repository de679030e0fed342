/** How the demonstration is told: the shortest way to write a line by hand. */
import type { DataOf, Department, EventTypeName } from '@ledger/vocabulary';
import type { ImportLine } from '../import-line.js';

export const ZHAOJUE = '513431';
export const TONGJIANG = '511921';
export const YILONG = '511324';
export const WUHOU = '510107';
export const LONGQUANYI = '510112';
export const SHUNQING = '511302';

type Subject = { readonly person: string } | { readonly household: string };
type Register = DataOf<'HouseholdEstablished'>['kind'];
type Relation = NonNullable<DataOf<'HouseholdMemberJoined'>['relation']>;

export const person = (id: string): Subject => ({ person: id });
export const household = (id: string): Subject => ({ household: id });

/** `number` is the end of the event's id: three digits, the first of them the family's. */
export function told<Type extends EventTypeName>(
  number: number,
  type: Type,
  of: Subject,
  effectiveOn: string,
  department: Department,
  division: string,
  data: DataOf<Type>,
): ImportLine {
  const id = `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
  const source = { department, division, system: 'demonstration', recordNumber: `DEMO-${number}` };
  return { id, type, ...of, effectiveOn, source, data };
}

interface Identity {
  readonly name: string;
  readonly nationalId?: string;
  readonly birthDate: string;
  readonly sex: '1' | '2';
  readonly ethnicity: DataOf<'PersonRegistered'>['ethnicity'] & string;
  readonly hukouDivision: string;
}

/** Somebody of a village. */
export function registered(number: number, id: string, identity: Identity): ImportLine {
  const birthDateSource = identity.nationalId === undefined ? 'DECLARED' : 'ID';
  return told(number, 'PersonRegistered', person(id), identity.birthDate, 'PSB', identity.hukouDivision, {
    ...identity,
    birthDateSource,
    hukouClass: '220',
  });
}

const OWNERS: Readonly<Record<Register, Department>> = {
  HUKOU: 'PSB',
  LIVING: 'MCA',
  POVERTY_REGISTER: 'POV',
  LAND_CONTRACT: 'AGRI',
};

/** A household and its members, numbered from `number` on; the first member is the head. */
export function founded(
  number: number,
  kind: Register,
  id: string,
  on: string,
  division: string,
  members: readonly [
    readonly [id: string, relation: Relation],
    ...(readonly [id: string, relation: Relation])[],
  ],
): readonly ImportLine[] {
  const headPersonId = members[0][0];
  const of = household(id);
  return [
    told(number, 'HouseholdEstablished', of, on, OWNERS[kind], division, { kind, headPersonId, division }),
    ...members.map(([personId, relation], index) =>
      told(number + 1 + index, 'HouseholdMemberJoined', of, on, OWNERS[kind], division, {
        personId,
        relation,
        reason: 'FOUNDING',
      }),
    ),
  ];
}

/** Life in a town from a day on. */
export function arrived(
  number: number,
  id: string,
  on: string,
  division: string,
  basis: DataOf<'UrbanArrivalRecorded'>['basis'],
  withHousehold: boolean,
): ImportLine {
  return told(number, 'UrbanArrivalRecorded', person(id), on, 'PSB', division, {
    division,
    urbanRuralClass: '111',
    basis,
    withHousehold,
  });
}

/** The check of a household's income; the members have signed the authorisation it needs (社会救助暂行办法 §58). */
export function checked(
  number: number,
  id: string,
  on: string,
  division: string,
  perCapitaMonthlyIncome: string,
  membersCounted: readonly string[],
): ImportLine {
  const reference = `${division}-DEMO-${number}`;
  return {
    ...told(number, 'HouseholdEconomyVerified', household(id), on, 'MCA', division, {
      perCapitaMonthlyIncome,
      assetsWithinLimit: true,
      membersCounted,
      checkRef: `HD-${reference}`,
    }),
    evidence: [{ kind: 'AUTHORISATION', reference: `SQ-${reference}` }],
  };
}
