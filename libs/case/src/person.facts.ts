/** 人员: birth, sex, death. */
import { BEGINNING, constant, day, END, paint, TimelineBuilder, UNKNOWN, type Unknown } from '@ledger/time';
import { statedFact, type FactValue } from './fact.js';

export const birthDate = statedFact({
  name: 'birthDate',
  title: { zh: '出生日期', en: 'Date of birth' },
  scope: 'person',
  unit: 'date',
  silent: UNKNOWN,
  department: 'PSB',
  from: ['PersonRegistered'],
  fold: (stream) => {
    const registered = stream.ofType('PersonRegistered').at(-1);
    return registered
      ? constant<FactValue | Unknown>(day(registered.data.birthDate), registered.because)
      : constant<FactValue | Unknown>(UNKNOWN);
  },
});

export const sex = statedFact({
  name: 'sex',
  title: { zh: '性别', en: 'Sex' },
  scope: 'person',
  unit: 'code',
  silent: UNKNOWN,
  department: 'PSB',
  from: ['PersonRegistered'],
  fold: (stream) => {
    const registered = stream.ofType('PersonRegistered').at(-1);
    return registered
      ? constant<FactValue | Unknown>(registered.data.sex, registered.because)
      : constant<FactValue | Unknown>(UNKNOWN);
  },
});

/** Yes from birth until the day of death; the register of deaths is complete, so silence means alive. */
export const alive = statedFact({
  name: 'alive',
  title: { zh: '在世', en: 'Alive' },
  scope: 'person',
  unit: 'flag',
  silent: true,
  department: 'PSB',
  from: ['PersonRegistered', 'PersonDied'],
  fold: (stream) => {
    const registered = stream.ofType('PersonRegistered').at(-1);
    const died = stream.ofType('PersonDied')[0];
    const builder = new TimelineBuilder<FactValue | Unknown>();
    if (registered) {
      builder.then(BEGINNING, false, registered.because);
      builder.then(day(registered.data.birthDate), true, registered.because);
    } else builder.then(BEGINNING, true, null);
    const life = builder.build();
    // Painted: an amended birth may come to lie after the death.
    return died ? paint<FactValue | Unknown>(life, died.from, END, false, died.because) : life;
  },
});
