import fc from 'fast-check';
import { figure, her, householdIn, householdOf, personIn, type Said } from '@ledger/case/testing';
import { formatOpenDay } from '@ledger/time';
import { toldValues } from '@ledger/time/testing';
import {
  all,
  any,
  cannotBeTold,
  division,
  entitlement,
  fact,
  isOneOf,
  ladder,
  monthly,
  not,
  parameter,
  sum,
  yes,
} from './combinators.js';
import { compileCondition, untilSettled } from './evaluate.js';
import { conditionOf, isBeneficiary, outcomesOf, statusOver, type Outcome } from './outcome.js';
import type { Condition, EntitlementDefinition } from './tree.js';

const NATION = division('000000');
const AMOUNT = parameter('amount', NATION);
const born = her(
  'PersonRegistered',
  '1960-01-01',
  { birthDate: '1960-01-01', sex: '2', hukouDivision: '513437', hukouClass: '220' },
  { id: 'born' },
);
const tekun = (from: string, until: string, more: Partial<Said> = {}): Said => ({
  ...her('StatusRecognised', from, { kind: 'TEKUN', division: '510112' }, { id: `tekun ${from}` }),
  until,
  ...more,
});
const moved = (on: string, to: string) =>
  her(
    'HukouTransferCompleted',
    on,
    { to: { division: to, urbanRuralClass: '111' }, reason: 'STABLE_JOB' },
    { id: `to ${to}` },
  );
const amount = (value: string, from = '2000-01-01', verified = true) =>
  figure('amount', value, { unit: 'yuan/month', from, verified, label: `amount ${value}` });

const inKind = (when: Condition, more: Partial<EntitlementDefinition> = {}): EntitlementDefinition => ({
  ...entitlement({
    code: 'test.right',
    title: { zh: '权利', en: 'A right' },
    article: 8,
    department: 'MCA',
    beneficiary: { kind: 'person' },
    inForceFrom: '2019-01-01',
    basis: 'a law',
    when,
    division: fact('hukouDivision'),
    notEncoded: [],
  }),
  ...more,
});
const money = (when: Condition, value = AMOUNT) => inKind(when, { amount: { value, per: 'month' } });

/** One line an outcome; only what is not as usual is named. */
function line({
  from,
  until,
  status,
  amount: fen,
  per,
  amountVerified,
  division: where,
  missing,
}: Outcome): string {
  const days = `${formatOpenDay(from) ?? 'always'} to ${formatOpenDay(until) ?? 'open'}`;
  const paid =
    per === null
      ? ''
      : ` ${fen === null ? 'unknown' : String(fen)}/${per}${amountVerified ? '' : ' unverified'}`;
  return `${days}: ${status}${paid} in ${where ?? 'nowhere'}${missing.length === 0 ? '' : ` missing ${missing.join(', ')}`}`;
}
const linesOf = (definition: EntitlementDefinition, ...said: readonly Said[]) =>
  outcomesOf(definition, personIn(said)).map(line);

interface Row {
  readonly name: string;
  readonly definition: EntitlementDefinition;
  readonly given: readonly Said[];
  readonly expected: readonly string[];
}

describe('status', () => {
  it.each<Row>([
    {
      name: 'is none while nobody is entitled',
      definition: inKind(yes('tekun')),
      given: [born],
      expected: [],
    },
    {
      name: 'is entitled while the condition holds',
      definition: inKind(yes('tekun')),
      given: [born, tekun('2020-01-10', '2020-03-10')],
      expected: ['2020-01-10 to 2020-03-10: entitled in 513437'],
    },
    {
      name: 'begins no earlier than the law',
      definition: inKind(yes('tekun')),
      given: [born, tekun('2018-01-10', '2020-03-10')],
      expected: ['2019-01-01 to 2020-03-10: entitled in 513437'],
    },
    {
      name: 'of a monthly right is decided on the firsts, the first month being whole',
      definition: { ...inKind(monthly(yes('tekun'))), inForceFrom: inKind(yes('tekun')).inForceFrom },
      given: [born, tekun('2020-01-10', '2020-03-10')],
      expected: ['2020-02-01 to 2020-04-01: entitled in 513437'],
    },
    {
      name: 'cannot be told while a fact is missing, and names it',
      definition: inKind(all(yes('tekun'), cannotBeTold('selfCare'), cannotBeTold('another'))),
      given: [born, tekun('2020-01-10', '2020-03-10')],
      expected: ['2020-01-10 to 2020-03-10: undetermined in 513437 missing another, selfCare'],
    },
    {
      name: 'is cut where what is missing changes',
      definition: inKind(
        all(
          yes('alive'),
          cannotBeTold('selfCare'),
          any(yes('tekun'), isOneOf(parameter('word', NATION), 'A')),
        ),
      ),
      given: [
        born,
        tekun('2020-01-10', '2020-03-10'),
        figure('word', 'B', { from: '2020-02-01', label: 'word' }),
      ],
      expected: [
        '2019-01-01 to 2020-01-10: undetermined in 513437 missing selfCare, word',
        '2020-01-10 to 2020-03-10: undetermined in 513437 missing selfCare',
      ],
    },
    {
      name: 'is not cut where only the ground changes',
      definition: inKind(any(yes('tekun'), yes('orphan'))),
      given: [
        born,
        tekun('2020-01-10', '2020-03-10'),
        {
          ...her('StatusRecognised', '2020-03-10', { kind: 'ORPHAN', division: '510112' }),
          until: '2020-06-01',
        },
      ],
      expected: ['2020-01-10 to 2020-06-01: entitled in 513437'],
    },
    {
      name: 'is cut where another division becomes competent',
      definition: inKind(yes('tekun')),
      given: [born, tekun('2020-01-10', '2020-03-10'), moved('2020-02-01', '511302')],
      expected: [
        '2020-01-10 to 2020-02-01: entitled in 513437',
        '2020-02-01 to 2020-03-10: entitled in 511302',
      ],
    },
    {
      name: 'stands also where nobody has said which division is competent',
      definition: inKind(yes('tekun')),
      given: [tekun('2020-01-10', '2020-03-10')],
      expected: ['2020-01-10 to 2020-03-10: entitled in nowhere'],
    },
  ])('$name', ({ definition, given, expected }) => {
    expect(linesOf(definition, ...given)).toEqual(expected);
  });

  it('of a law that came into force in mid-month begins with the next month', () => {
    const definition = inKind(monthly(yes('alive')), { inForceFrom: conditionFrom('2014-02-21') });
    expect(linesOf(definition, born)).toEqual(['2014-03-01 to open: entitled in 513437']);
  });
});

const conditionFrom = (from: string) =>
  entitlement({ ...inKind(yes('alive')), inForceFrom: from }).inForceFrom;

describe('amount', () => {
  it.each<Row>([
    {
      name: 'is that of the day, cut where it changes',
      definition: money(yes('tekun')),
      given: [born, tekun('2020-01-10', '2020-03-10'), amount('100.00'), amount('105.00', '2020-02-01')],
      expected: [
        '2020-01-10 to 2020-02-01: entitled 10000/month in 513437',
        '2020-02-01 to 2020-03-10: entitled 10500/month in 513437',
      ],
    },
    {
      name: 'is not cut where another figure says the same',
      definition: money(yes('tekun')),
      given: [
        born,
        tekun('2020-01-10', '2020-03-10'),
        amount('100.00'),
        { ...amount('100.00', '2020-02-01'), id: 'again' },
      ],
      expected: ['2020-01-10 to 2020-03-10: entitled 10000/month in 513437'],
    },
    {
      name: 'that nobody has published leaves the right certain, and is named',
      definition: money(yes('tekun')),
      given: [born, tekun('2020-01-10', '2020-03-10')],
      expected: ['2020-01-10 to 2020-03-10: entitled unknown/month unverified in 513437 missing amount'],
    },
    {
      name: 'resting on a figure that nobody has verified says so',
      definition: money(yes('tekun'), sum(AMOUNT, parameter('bonus', NATION))),
      given: [
        born,
        tekun('2020-01-10', '2020-03-10'),
        amount('100.00'),
        figure('bonus', '5.00', { unit: 'yuan/month', verified: false }),
      ],
      expected: ['2020-01-10 to 2020-03-10: entitled 10500/month unverified in 513437'],
    },
    {
      name: 'is cut where a figure of the same value has been verified',
      definition: money(yes('tekun')),
      given: [
        born,
        tekun('2020-01-10', '2020-03-10'),
        amount('100.00', '2000-01-01', false),
        { ...amount('100.00', '2020-02-01'), id: 'seen' },
      ],
      expected: [
        '2020-01-10 to 2020-02-01: entitled 10000/month unverified in 513437',
        '2020-02-01 to 2020-03-10: entitled 10000/month in 513437',
      ],
    },
    {
      name: 'is not told while the right cannot be told',
      definition: money(all(yes('tekun'), cannotBeTold('selfCare'))),
      given: [born, tekun('2020-01-10', '2020-03-10'), amount('100.00')],
      expected: ['2020-01-10 to 2020-03-10: undetermined in 513437 missing selfCare'],
    },
  ])('$name', ({ definition, given, expected }) => {
    expect(linesOf(definition, ...given)).toEqual(expected);
  });
});

describe('what has only been declared', () => {
  const declared = tekun('2020-01-10', '2020-03-10', { confidence: 'declared' });

  it('never proves money: a department must verify it first', () => {
    expect(linesOf(money(yes('tekun')), born, declared, amount('100.00'))).toEqual([
      '2020-01-10 to 2020-03-10: undetermined in 513437 missing verification',
    ]);
  });

  it('is enough for what is not money', () => {
    expect(linesOf(inKind(yes('tekun')), born, declared)).toEqual([
      '2020-01-10 to 2020-03-10: entitled in 513437',
    ]);
  });

  it('is not asked for where the right stands without it', () => {
    const verified = tekun('2020-02-01', '2020-03-10');
    const [first, second] = linesOf(money(any(yes('tekun'))), born, declared, verified, amount('100.00'));
    expect(first).toBe('2020-01-10 to 2020-02-01: undetermined in 513437 missing verification');
    expect(second).toBe('2020-02-01 to 2020-03-10: entitled 10000/month in 513437');
  });

  it('that would take a right away, takes it away', () => {
    expect(linesOf(money(not(yes('tekun'))), born, declared, amount('100.00'))).toEqual([
      '2019-01-01 to 2020-01-10: entitled 10000/month in 513437',
      '2020-03-10 to open: entitled 10000/month in 513437',
    ]);
  });

  it('does not change the amount', () => {
    const poorer = money(yes('alive'), ladderOf('tekun'));
    expect(
      linesOf(poorer, born, declared, amount('100.00'), figure('more', '200.00', { unit: 'yuan/month' })),
    ).toEqual(['2019-01-01 to open: entitled 10000/month in 513437']);
  });

  const ladderOf = (name: string): typeof AMOUNT => ({
    op: 'either',
    when: yes(name),
    then: parameter('more', NATION),
    otherwise: AMOUNT,
  });
});

describe('priority', () => {
  const queued = inKind(yes('alive'), {
    priority: {
      over: any(yes('tekun'), all(yes('orphan'), cannotBeTold('selfCare'))),
      class: ladder([{ word: 'A', when: yes('tekun') }], 'E'),
    },
  });
  const orphan: Said = {
    ...her('StatusRecognised', '2020-06-01', { kind: 'ORPHAN', division: '510112' }),
    until: '2020-07-01',
  };

  it('is yes, no or unknown, with the place in the queue; what changes it cuts the outcome', () => {
    const told = outcomesOf(queued, personIn([born, tekun('2020-01-10', '2020-03-10'), orphan]));
    expect(
      told.map(({ from, priority, priorityClass }) => [formatOpenDay(from), priority, priorityClass]),
    ).toEqual([
      ['2019-01-01', 'no', 'E'],
      ['2020-01-10', 'yes', 'A'],
      ['2020-03-10', 'no', 'E'],
      ['2020-06-01', 'unknown', 'E'],
      ['2020-07-01', 'no', 'E'],
    ]);
  });

  it('is no, and no place in any queue, where the article gives none', () => {
    const [told] = outcomesOf(inKind(yes('alive')), personIn([born]));
    expect([told?.priority, told?.priorityClass]).toEqual(['no', null]);
  });
});

describe('whose an entitlement is', () => {
  const ofHouseholds = inKind(yes('ownsHome'), { beneficiary: { kind: 'household', household: 'LIVING' } });
  it.each`
    subject                                             | ofPersons | ofHome
    ${personIn([])}                                     | ${true}   | ${false}
    ${householdIn(householdOf('LIVING', '2019-01-01'))} | ${false}  | ${true}
    ${householdIn(householdOf('HUKOU', '2019-01-01'))}  | ${false}  | ${false}
  `(
    'a person’s, or a household’s of its kind',
    ({
      subject,
      ofPersons,
      ofHome,
    }: {
      subject: ReturnType<typeof personIn>;
      ofPersons: boolean;
      ofHome: boolean;
    }) => {
      expect([isBeneficiary(inKind(yes('alive')), subject), isBeneficiary(ofHouseholds, subject)]).toEqual([
        ofPersons,
        ofHome,
      ]);
    },
  );
});

describe('an evaluation that stops once the answer is settled', () => {
  const leaf = fc.constantFrom<Condition>(
    yes('tekun'),
    yes('alive'),
    yes('orphan'),
    isOneOf(fact('hukouKind'), 'rural'),
    cannotBeTold('selfCare'),
    { op: 'inForce', from: conditionFrom('2020-02-01'), basis: 'a law' },
  );
  const { rule } = fc.letrec<{ rule: Condition }>((tie) => ({
    rule: fc.oneof(
      { maxDepth: 4 },
      leaf,
      fc.array(tie('rule'), { maxLength: 3 }).map((of): Condition => ({ op: 'all', of })),
      fc.array(tie('rule'), { maxLength: 3 }).map((of): Condition => ({ op: 'any', of })),
      tie('rule').map((of): Condition => not(of)),
      tie('rule').map((of): Condition => monthly(of)),
    ),
  }));
  const person = personIn([born, tekun('2020-01-10', '2020-03-10'), moved('2020-02-15', '511302')]);

  it('says what looking at every part says, of whatever rule', () => {
    fc.assert(
      fc.property(rule, (condition) => {
        expect(toldValues(untilSettled.condition(condition)(person))).toEqual(
          toldValues(compileCondition(condition)(person)),
        );
      }),
    );
  });

  it('gives the status that the whole condition gives', () => {
    fc.assert(
      fc.property(rule, (condition) => {
        const definition = inKind(condition);
        const told = outcomesOf(definition, person).map(({ from, status }) => [from, status === 'entitled']);
        const status = statusOver(definition, person);
        const found = told.map(([from]) => [
          from,
          status.values[status.from.findLastIndex((start) => start <= Number(from))] === true,
        ]);
        expect(told).toEqual(found);
        expect(toldValues(compileCondition(conditionOf(definition))(person))).toEqual(toldValues(status));
      }),
    );
  });
});
