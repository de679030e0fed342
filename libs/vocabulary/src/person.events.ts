import { defineEvent } from './event-type.js';
import {
  calendarDate,
  code,
  derivedCode,
  derivedDate,
  division,
  group,
  nationalId,
  oneOf,
  sealedText,
} from './fields.js';

const LONGEST_NAME = 100;

/**
 * 人员建档. `effectiveOn` is the birth date, so that the person is in the world from birth. `idBirthDate` and `idSex`
 * are read from the number before it is sealed: `C-ID-MISMATCH` compares them with what is stated.
 */
export const personRegistered = defineEvent({
  type: 'PersonRegistered',
  title: { zh: '人员建档', en: 'Person registered' },
  articles: [19],
  streams: ['person'],
  owners: ['PSB', 'POV', 'HRSS'],
  privacy: 'P1',
  data: group({
    name: sealedText(LONGEST_NAME).exactOptional(),
    nationalId: nationalId().exactOptional(),
    birthDate: calendarDate(),
    birthDateSource: oneOf('ID', 'BIRTH_CERT', 'DECLARED').exactOptional(),
    sex: code('sex'),
    ethnicity: code('ethnicity').exactOptional(),
    hukouDivision: division(),
    hukouClass: code('urbanRuralClass'),
    originVillageCode: division().exactOptional(),
    idBirthDate: derivedDate().exactOptional(),
    idSex: derivedCode('sex').exactOptional(),
  }),
});

/** 死亡，含宣告死亡. `effectiveOn` is the day of death. */
export const personDied = defineEvent({
  type: 'PersonDied',
  title: { zh: '死亡', en: 'Person died' },
  articles: [8, 10, 11],
  streams: ['person'],
  owners: ['PSB', 'HEALTH', 'MCA'],
  privacy: 'P1',
  data: group({
    deathDate: calendarDate(),
    kind: oneOf('NATURAL', 'WORK', 'DECLARED_BY_COURT').exactOptional(),
    certificateRef: sealedText().exactOptional(),
  }),
});
