import { defineEvent } from './event-type.js';
import {
  calendarDate,
  code,
  division,
  flag,
  group,
  list,
  money,
  oneOf,
  personId,
  sealedText,
  text,
} from './fields.js';

/** 户籍户、共同生活家庭、建档立卡户、承包农户: four different things, each with its own stream. */
export const HOUSEHOLD_KINDS = ['HUKOU', 'LIVING', 'POVERTY_REGISTER', 'LAND_CONTRACT'] as const;
export type HouseholdKind = (typeof HOUSEHOLD_KINDS)[number];

/** Which of them may write depends on the kind: PSB, MCA, POV, AGRI in the order of {@link HOUSEHOLD_KINDS}. */
const HOUSEHOLD_OWNERS = ['PSB', 'MCA', 'POV', 'AGRI'] as const;

/** 立户. It makes nobody a member: the head joins by `HouseholdMemberJoined` like the others. */
export const householdEstablished = defineEvent({
  type: 'HouseholdEstablished',
  title: { zh: '立户', en: 'Household established' },
  articles: [8, 10, 16],
  streams: ['household'],
  owners: HOUSEHOLD_OWNERS,
  privacy: 'P1',
  data: group({
    kind: oneOf(...HOUSEHOLD_KINDS),
    headPersonId: personId().exactOptional(),
    division: division(),
    addressToken: sealedText().exactOptional(),
  }),
});

/** 成员加入. */
export const householdMemberJoined = defineEvent({
  type: 'HouseholdMemberJoined',
  title: { zh: '家庭成员加入', en: 'Household member joined' },
  articles: [8, 10, 16],
  streams: ['household'],
  owners: HOUSEHOLD_OWNERS,
  privacy: 'P1',
  data: group({
    personId: personId(),
    relation: code('relation').exactOptional(),
    reason: oneOf(
      'FOUNDING',
      'BIRTH',
      'MARRIAGE',
      'ADOPTION',
      'MOVE',
      'REUNION',
      'CORRECTED_REGISTER',
    ).exactOptional(),
  }),
});

/** 成员离开. `effectiveOn` is the first day on which the person no longer belongs. */
export const householdMemberLeft = defineEvent({
  type: 'HouseholdMemberLeft',
  title: { zh: '家庭成员离开', en: 'Household member left' },
  articles: [8, 10, 16],
  streams: ['household'],
  owners: HOUSEHOLD_OWNERS,
  privacy: 'P1',
  data: group({
    personId: personId(),
    reason: oneOf(
      'DEATH',
      'DIVORCE',
      'SPLIT',
      'MOVE',
      'STUDY',
      'SERVICE',
      'CUSTODY',
      'OTHER',
    ).exactOptional(),
  }),
});

/** 家庭经济状况核对 of the household living together. `effectiveOn` is the day of the conclusion. */
export const householdEconomyVerified = defineEvent({
  type: 'HouseholdEconomyVerified',
  title: { zh: '家庭经济状况核对', en: 'Household economy verified' },
  articles: [10, 12],
  streams: ['household'],
  owners: ['MCA'],
  privacy: 'P2',
  data: group({
    /** 月人均收入 */
    perCapitaMonthlyIncome: money(),
    /** The months looked at, as written: `2018-10/2019-09`. */
    incomePeriod: text(40).exactOptional(),
    assetsWithinLimit: flag(),
    assetFindings: list(sealedText()).exactOptional(),
    rigidExpenses: money().exactOptional(),
    membersCounted: list(personId()),
    excludedIncome: list(sealedText()).exactOptional(),
    checkRef: sealedText().exactOptional(),
    validTo: calendarDate().exactOptional(),
  }),
});
