import { factOn, her, personIn, valueOn, type Said } from './testing/index.js';

const enrolled = (
  on: string,
  stage: 'PRIMARY' | 'SENIOR_VOC',
  schoolDivision = '510112',
  fullTime?: boolean,
) =>
  her(
    'SchoolEnrolled',
    on,
    { stage, schoolDivision, ...(fullTime !== undefined && { fullTime }) },
    { id: stage },
  );
const left = her('SchoolLeft', '2020-07-01', { reason: 'GRADUATED' }, { id: 'left' });

describe('school', () => {
  it.each<{
    name: string;
    given: readonly Said[];
    on: string;
    stage: string;
    student: boolean;
    city: string;
    because: readonly string[];
  }>([
    {
      name: 'silence is an answer',
      given: [],
      on: '2019-10-01',
      stage: 'none',
      student: false,
      city: 'none',
      because: [],
    },
    {
      name: 'enrolled, full-time unless it says otherwise',
      given: [enrolled('2019-09-01', 'PRIMARY')],
      on: '2019-09-01',
      stage: 'PRIMARY',
      student: true,
      city: '510100',
      because: ['PRIMARY'],
    },
    {
      name: 'enrolled full-time',
      given: [enrolled('2019-09-01', 'PRIMARY', '511902', true)],
      on: '2019-09-01',
      stage: 'PRIMARY',
      student: true,
      city: '511900',
      because: ['PRIMARY'],
    },
    {
      name: 'enrolled part-time: at school, but no student',
      given: [enrolled('2019-09-01', 'SENIOR_VOC', '510112', false)],
      on: '2019-09-01',
      stage: 'SENIOR_VOC',
      student: false,
      city: '510100',
      because: ['SENIOR_VOC'],
    },
    {
      name: 'left',
      given: [enrolled('2019-09-01', 'PRIMARY'), left],
      on: '2020-07-01',
      stage: 'none',
      student: false,
      city: 'none',
      because: ['left'],
    },
    {
      name: 'enrolled elsewhere: the last',
      given: [enrolled('2019-09-01', 'PRIMARY'), enrolled('2020-09-01', 'SENIOR_VOC', '511302')],
      on: '2020-09-01',
      stage: 'SENIOR_VOC',
      student: true,
      city: '511300',
      because: ['SENIOR_VOC'],
    },
    {
      name: 'left without ever having come',
      given: [left],
      on: '2020-07-01',
      stage: 'none',
      student: false,
      city: 'none',
      because: ['left'],
    },
  ])('$name', ({ given, on, stage, student, city, because }) => {
    const person = personIn(given);
    expect(factOn(person, 'school', on)).toEqual({ value: stage, because });
    expect([valueOn(person, 'student', on), valueOn(person, 'schoolCity', on)]).toEqual([student, city]);
  });
});
