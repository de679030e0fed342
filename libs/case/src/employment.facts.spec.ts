import { formatOpenDay } from '@ledger/time';
import { employmentsOf } from './employment.facts.js';
import { factOn, her, personIn, valueOn, voided, type Said } from './testing/index.js';

const started = (id: string, on: string, division = '510112', type: 'EMPLOYEE' | 'FLEXIBLE' = 'EMPLOYEE') =>
  her('EmploymentStarted', on, { type, division }, { id });
const ended = (id: string, on: string, startedEventId?: string) =>
  her(
    'EmploymentEnded',
    on,
    { involuntary: false, ...(startedEventId !== undefined && { startedEventId }) },
    { id },
  );

const job = started('job', '2019-03-01');
const second = started('second', '2019-06-01', '511302', 'FLEXIBLE');

describe('employment', () => {
  it.each<{ name: string; given: readonly Said[]; on: string; is: string; because: readonly string[] }>([
    { name: 'nobody has said', given: [], on: '2020-01-01', is: 'none', because: [] },
    { name: 'the eve of the first day', given: [job], on: '2019-02-28', is: 'none', because: [] },
    { name: 'the first day', given: [job], on: '2019-03-01', is: 'EMPLOYEE', because: ['job'] },
    {
      name: 'the last day',
      given: [job, ended('end', '2020-01-01')],
      on: '2019-12-31',
      is: 'EMPLOYEE',
      because: ['job'],
    },
    {
      name: 'the day after the last',
      given: [job, ended('end', '2020-01-01')],
      on: '2020-01-01',
      is: 'none',
      because: ['end'],
    },
    {
      name: 'of two the one begun last',
      given: [job, second],
      on: '2019-07-01',
      is: 'FLEXIBLE',
      because: ['second'],
    },
    {
      name: 'the first again, once the second has ended',
      given: [job, second, ended('end', '2019-09-01', 'second')],
      on: '2019-09-01',
      is: 'EMPLOYEE',
      because: ['job'],
    },
    {
      name: 'the second still, once the first has ended',
      given: [job, second, ended('end', '2019-09-01', 'job')],
      on: '2019-09-01',
      is: 'FLEXIBLE',
      because: ['second'],
    },
    {
      name: 'an end that came to be known before the beginning',
      given: [ended('end', '2020-01-01'), job],
      on: '2020-01-01',
      is: 'none',
      because: ['end'],
    },
    {
      name: 'an end before the beginning ends nothing',
      given: [ended('end', '2019-01-01'), job],
      on: '2019-03-01',
      is: 'EMPLOYEE',
      because: ['job'],
    },
    {
      name: 'an end that never happened',
      given: [job, ended('end', '2020-01-01'), voided(ended('end', '2020-01-01'))],
      on: '2020-01-01',
      is: 'EMPLOYEE',
      because: ['job'],
    },
    {
      name: 'one that says itself until when',
      given: [{ ...job, until: '2019-05-01' }],
      on: '2019-05-01',
      is: 'none',
      because: ['job'],
    },
  ])('$name: $is', ({ given, on, is, because }) => {
    expect(factOn(personIn(given), 'employment', on)).toEqual({ value: is, because });
  });

  it('is in a division, and in the city around it', () => {
    const person = personIn([
      job,
      second,
      ended('end', '2020-01-01', 'job'),
      ended('end 2', '2020-01-01', 'second'),
    ]);
    expect(
      ['2019-05-01', '2019-07-01', '2020-01-01'].map((on) => valueOn(person, 'employmentDivision', on)),
    ).toEqual(['510112', '511302', 'unknown']);
    expect(
      ['2019-05-01', '2019-07-01', '2020-01-01'].map((on) => valueOn(person, 'employmentCity', on)),
    ).toEqual(['510100', '511300', 'none']);
  });
});

describe('an employment ends', () => {
  it.each<{ name: string; given: readonly Said[]; until: string | null; endedBy: string | undefined }>([
    { name: 'never, as long as nobody says so', given: [job], until: null, endedBy: undefined },
    {
      name: 'on the day of the end that names it',
      given: [job, ended('end', '2020-01-01', 'job')],
      until: '2020-01-01',
      endedBy: 'end',
    },
    {
      name: 'on the day of an end that names none',
      given: [job, ended('end', '2020-01-01')],
      until: '2020-01-01',
      endedBy: 'end',
    },
    {
      name: 'not by the end of another',
      given: [job, ended('end', '2020-01-01', 'other')],
      until: null,
      endedBy: undefined,
    },
    {
      name: 'on the earliest of the days reported, though a later end names it',
      given: [job, ended('end', '2020-06-01', 'job'), ended('earlier', '2020-03-01')],
      until: '2020-03-01',
      endedBy: 'earlier',
    },
    {
      name: 'on its own last day, where an end is reported only later',
      given: [{ ...job, until: '2019-05-01' }, ended('end', '2020-01-01', 'job')],
      until: '2019-05-01',
      endedBy: undefined,
    },
    {
      name: 'on the day on which it began, ended later that day',
      given: [job, ended('end', '2019-03-01')],
      until: '2019-03-01',
      endedBy: 'end',
    },
  ])('$name', ({ given, until, endedBy }) => {
    const [found] = employmentsOf(personIn(given).stream);
    expect(found && { until: formatOpenDay(found.until), endedBy: found.endedBy }).toEqual({
      until,
      endedBy,
    });
  });
});

describe('each employment alone', () => {
  it('is the person as if there were no other', () => {
    const person = personIn([job, second, ended('end', '2019-09-01', 'second')]);
    const places = person
      .inEachEmployment()
      .map((one) => [
        valueOn(one, 'employmentDivision', '2019-07-01'),
        valueOn(one, 'employment', '2019-10-01'),
      ]);
    expect(places).toEqual([
      ['510112', 'EMPLOYEE'],
      ['511302', 'none'],
    ]);
  });

  it('is the person, where there is one or none', () => {
    for (const given of [[], [job]]) {
      const person = personIn(given);
      expect(person.inEachEmployment()).toEqual([person]);
    }
  });
});
