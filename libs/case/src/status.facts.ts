/** 身份认定: statuses recognised for a person or a household living together (`events.md`, 61 and 62). */
import { stateOver, type Stretch } from './intervals.js';
import { isOf } from './membership.js';
import { statedFact, type FactScope, type StatedFact } from './fact.js';

const STATUS_EVENTS = ['StatusRecognised', 'StatusEnded'] as const;

interface Status {
  readonly name: string;
  readonly kind: string;
  readonly title: { readonly zh: string; readonly en: string };
  readonly scope: FactScope;
  readonly department: 'MCA' | 'HRSS' | 'HEALTH';
}

/** A household's status covers the members it names, or all of them where it names none. */
function covers(members: unknown, member: string | undefined): boolean {
  return member === undefined || !Array.isArray(members) || members.includes(member);
}

function statusFact({ kind, ...rest }: Status): StatedFact {
  return statedFact({
    ...rest,
    perMember: rest.scope !== 'person',
    unit: 'flag',
    silent: false,
    from: [...STATUS_EVENTS],
    fold: (stream, member) => {
      const stretches: Stretch<boolean>[] = [];
      for (const known of stream.ofTypes(...STATUS_EVENTS)) {
        if (known.data.kind !== kind) continue;
        const { from, until, because } = known;
        if (isOf(known, 'StatusRecognised')) {
          stretches.push({ from, until, because, value: covers(known.data.detail?.['members'], member) });
        } else stretches.push({ from, because, value: false });
      }
      return stateOver(false, stretches);
    },
  });
}

export const dibao = statusFact({
  name: 'dibao',
  kind: 'DIBAO',
  title: { zh: '低保对象', en: 'Receives the minimum living guarantee' },
  scope: 'LIVING',
  department: 'MCA',
});

export const lowIncome = statusFact({
  name: 'lowIncome',
  kind: 'LOW_INCOME',
  title: { zh: '低收入家庭', en: 'Low-income household' },
  scope: 'LIVING',
  department: 'MCA',
});

export const tekun = statusFact({
  name: 'tekun',
  kind: 'TEKUN',
  title: { zh: '特困人员', en: 'In extreme difficulty' },
  scope: 'person',
  department: 'MCA',
});

const PERSONAL: readonly Omit<Status, 'scope'>[] = [
  { name: 'orphan', kind: 'ORPHAN', title: { zh: '孤儿', en: 'Orphan' }, department: 'MCA' },
  {
    name: 'unsupportedChild',
    kind: 'UNSUPPORTED_CHILD',
    title: { zh: '事实无人抚养儿童', en: 'Child without support' },
    department: 'MCA',
  },
  {
    name: 'childInHardship',
    kind: 'CHILD_IN_HARDSHIP',
    title: { zh: '困境儿童', en: 'Child in hardship' },
    department: 'MCA',
  },
  {
    name: 'employmentHardship',
    kind: 'EMPLOYMENT_HARDSHIP',
    title: { zh: '就业困难人员', en: 'Hardship in finding work' },
    department: 'HRSS',
  },
  {
    name: 'severeMental',
    kind: 'SEVERE_MENTAL',
    title: { zh: '严重精神障碍', en: 'Severe mental disorder' },
    department: 'HEALTH',
  },
];

export const personalStatuses: readonly StatedFact[] = PERSONAL.map((status) =>
  statusFact({ ...status, scope: 'person' }),
);
