/** What is recorded, where it is not word for word what was sent. */
import type { DataOf, RecordedEvent } from '@ledger/vocabulary';
import { example, FIGURES, PaperLedger, proposalOf, type Example, type Line } from './testing/index.js';

const NUMBER = '513499196004150019';
const reason = 'identity card was misread';

function recorded({ given, line }: Example, ledger = new PaperLedger()) {
  for (const earlier of given) ledger.tell(earlier);
  const decision = ledger.tell(line);
  if (decision.decision !== 'record') throw new Error(`refused: ${decision.refusal.code}`);
  return decision.proposal;
}

function corrected(on: string, data: Partial<DataOf<'EventCorrected'>>): Example {
  return example('a correction', (t) =>
    t
      .born('p', '1960-04-15')
      .is(
        t.event(
          'EventCorrected',
          'person:p',
          on,
          { corrects: t.id('birth of p'), data: {}, reason, ...data },
          { by: 'PSB' },
        ),
      ),
  );
}

describe('a registration', () => {
  it('says in clear what its number says of birth and sex', () => {
    const registered = example('a number', (t) =>
      t.is(
        t.event('PersonRegistered', 'person:p', '1961-04-15', {
          birthDate: '1961-04-15',
          sex: '2',
          hukouDivision: '513437',
          hukouClass: '220',
          nationalId: NUMBER,
        }),
      ),
    );
    expect(recorded(registered).data).toMatchObject({
      birthDate: '1961-04-15',
      idBirthDate: '1960-04-15',
      idSex: '1',
    });
  });
});

describe('a correction', () => {
  it('of the number brings its birth date and sex', () => {
    const { data } = recorded(corrected('1960-04-15', { data: { nationalId: NUMBER } }));
    expect(data).toMatchObject({ data: { nationalId: NUMBER, idBirthDate: '1960-04-15', idSex: '1' } });
  });

  it('that keeps the day says nothing about it', () => {
    expect(recorded(corrected('1960-04-15', { data: { sex: '2' } })).data).not.toHaveProperty('effectiveOn');
  });

  it.each([
    ['the envelope', '1959-11-06', { data: { birthDate: '1959-11-06' } }],
    [
      'the envelope and the payload',
      '1959-11-06',
      { data: { birthDate: '1959-11-06' }, effectiveOn: '1959-11-06' },
    ],
    ['the corrected date alone', '1960-04-15', { data: { birthDate: '1959-11-06' } }],
  ])('that moves the day by %s says so in both', (_, on, data) => {
    const { effectiveOn, data: content } = recorded(corrected(on, data));
    expect({ effectiveOn, content }).toMatchObject({
      effectiveOn: '1959-11-06',
      content: { effectiveOn: '1959-11-06' },
    });
  });

  it('is about whoever was named before, and whoever is named now', () => {
    const replaced = example('another member', (t) =>
      t
        .born('p', '1985-06-17')
        .born('q', '1985-06-17')
        .household('h', 'LIVING', '2018-01-01', [])
        .given(
          'HouseholdMemberJoined',
          'household:h',
          '2018-01-01',
          { personId: t.id('p') },
          { as: 'joined' },
        )
        .is(
          t.event(
            'EventCorrected',
            'household:h',
            '2018-01-01',
            { corrects: t.id('joined'), data: { personId: t.id('q') }, reason },
            { by: 'MCA' },
          ),
        ),
    );
    const people = replaced.given.flatMap(({ person }) => (person === undefined ? [] : [`person-${person}`]));
    expect(recorded(replaced).subjects).toEqual([`household-${replaced.line.household}`, ...people]);
  });
});

describe('a voiding', () => {
  it('is about everybody whom the voided event is about', () => {
    const voided = example('a voided membership', (t) =>
      t
        .born('p', '1985-06-17')
        .household('h', 'LIVING', '2018-01-01', [])
        .given(
          'HouseholdMemberJoined',
          'household:h',
          '2018-01-01',
          { personId: t.id('p') },
          { as: 'joined' },
        )
        .is(
          t.event(
            'EventVoided',
            'household:h',
            '2018-01-01',
            { voids: t.id('joined'), reason },
            { by: 'MCA' },
          ),
        ),
    );
    expect(recorded(voided).subjects).toEqual([
      `household-${voided.line.household}`,
      `person-${voided.given[0]?.person}`,
    ]);
  });
});

describe('a figure of the law', () => {
  const tooEarly = (on: string): Line =>
    example('work', (t) =>
      t.is(t.event('EmploymentStarted', 'person:p', on, { type: 'FLEXIBLE', division: '510112' })),
    ).line;
  const person = example('work', (t) => t.born('p', '2003-10-08').is(tooEarly('2019-10-07'))).given;
  const outcome = (figures: readonly RecordedEvent[]): string => {
    const ledger = new PaperLedger('2022-06-01', figures);
    for (const line of person) ledger.tell(line);
    return ledger.tell(tooEarly('2019-10-07')).decision;
  };

  it('that has a value refuses; one that has none refuses nobody', () => {
    expect(outcome(FIGURES)).toBe('refuse');
    expect(outcome([])).toBe('record');
  });

  it('of a narrower division wins', () => {
    const [figure] = FIGURES.filter(({ data }) => data['parameterId'] === 'employment.min-age');
    if (!figure) throw new Error('the figure has another name');
    const local: RecordedEvent = {
      ...figure,
      id: 'local',
      stream: 'division-510000',
      data: { ...figure.data, value: '15' },
    };
    expect(outcome([...FIGURES, local])).toBe('record');
  });
});

describe('what was sent', () => {
  it('is recorded as it is', () => {
    const { given, line } = example('an arrival', (t) =>
      t.born('p', '1985-06-17').is(
        t.event('UrbanArrivalRecorded', 'person:p', '2019-03-01', {
          division: '510112',
          urbanRuralClass: '111',
          basis: 'LEASE',
        }),
      ),
    );
    expect(recorded({ title: '', given, line })).toEqual(proposalOf(line));
  });
});
