/** Preamble: 确保在城镇工作生活一年以上的农村贫困人口优先享有基本公共服务 — whom the policy is for, and who comes first. */
import { NATION } from '@ledger/case';
import {
  all,
  any,
  anyMember,
  cannotBeTold,
  derivedCondition,
  derivedValue,
  division,
  fact,
  hasLasted,
  isOneOf,
  known,
  ladder,
  not,
  ofHousehold,
  parameter,
  reaches,
  since,
  yes,
} from '@ledger/rules';

const nation = division(NATION);
export const birthDate = fact('birthDate');

/** 建档立卡贫困人口（含已脱贫人口）: in the poverty register in any state but removed. */
export const registeredPoor = derivedCondition({
  name: 'registeredPoor',
  title: { zh: '建档立卡贫困人口（含已脱贫）', en: 'Registered poor, exited included' },
  article: 8,
  condition: isOneOf(fact('povertyRegistry'), 'not-exited', 'exited', 'returned'),
});

/** 未标注脱贫贫困人口、低保对象、特困人员等困难群体 (art. 8). */
export const inHardship = derivedCondition({
  name: 'inHardship',
  title: {
    zh: '未标注脱贫贫困人口、低保对象、特困人员',
    en: 'Registered poor not marked as exited, dibao, or tekun',
  },
  article: 8,
  condition: any(isOneOf(fact('povertyRegistry'), 'not-exited', 'returned'), yes('dibao'), yes('tekun')),
});

/** 进城农村贫困人口 (entitlements.md, TG0 and I-3). */
export const targetGroup = derivedCondition({
  name: 'targetGroup',
  title: { zh: '进城农村贫困人口', en: 'Rural poor person who moved to a town' },
  article: 0,
  condition: all(yes('alive'), registeredPoor, any(yes('livesInTown'), yes('settledInTown'))),
});

const tolerated = parameter('tenure.interruption-days', fact('residenceDivision'));

/** Town to town keeps the clock running; whether a gap breaks it is for `tenure.interruption-days` to say. */
export const inTownSince = derivedValue({
  name: 'inTownSince',
  title: { zh: '进城居住起始日', en: 'In town since' },
  unit: 'date',
  article: 0,
  quantity: since(yes('livesInTown'), tolerated),
});

/** 在城镇工作生活一年以上: met on the anniversary of the arrival (I-1); moves from town to town keep the clock running. */
export const oneYearInTown = derivedCondition({
  name: 'oneYearInTown',
  title: { zh: '在城镇工作生活一年以上', en: 'A year or more in town' },
  article: 0,
  condition: all(
    yes('livesInTown'),
    hasLasted(
      yes('livesInTown'),
      parameter('tenure.threshold-years', fact('residenceDivision')),
      'year',
      tolerated,
    ),
  ),
});

/** 优先享有 (TG1, I-2). Who settled in town and has no open residence there is in the group; since when, PSB must say. */
export const priority = derivedCondition({
  name: 'priority',
  title: { zh: '优先享有基本公共服务', en: 'Priority in public services' },
  article: 0,
  condition: all(
    targetGroup,
    any(oneYearInTown, all(not(known(fact('residenceDivision'))), cannotBeTold('residenceDivision'))),
  ),
});

const severelyDisabled = isOneOf(fact('disabilityLevel'), 1, 2);
const minor = not(reaches(birthDate, parameter('minor.age', nation), 'year'));
const elderly = reaches(birthDate, parameter('elder.age', nation), 'year');

/** Order in a queue (parameters.md, `priority.order`: our proposal, to be approved). */
export const priorityClass = derivedValue({
  name: 'priorityClass',
  title: { zh: '优先类别', en: 'Priority class' },
  unit: 'code',
  article: 0,
  quantity: ladder(
    [
      {
        word: 'A',
        when: all(
          yes('alive'),
          any(
            yes('tekun'),
            all(
              yes('dibao'),
              ofHousehold('LIVING', anyMember(all(yes('alive'), any(severelyDisabled, minor, elderly)))),
            ),
          ),
        ),
      },
      { word: 'B', when: all(inHardship, priority) },
      { word: 'C', when: priority },
      { word: 'D', when: targetGroup },
    ],
    'E',
  ),
});
