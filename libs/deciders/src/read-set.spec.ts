import { neighboursOf, readSetOf, referencesOf } from './read-set.js';
import { example, PaperLedger, proposalOf, type Example } from './testing/index.js';

function told({ given, line }: Example) {
  const ledger = new PaperLedger();
  for (const earlier of given) ledger.tell(earlier);
  return { proposal: proposalOf(line), reading: ledger.reading, id: (of: number) => given[of] };
}

const twoHouseholds = example('two households', (t) =>
  t
    .born('p', '1988-07-02')
    .household('old', 'LIVING', '2018-01-01', ['p'])
    .household('new', 'LIVING', '2019-01-01', [])
    .is(t.event('HouseholdMemberJoined', 'household:new', '2019-06-01', { personId: t.id('p') })),
);

describe('what is read before a decision', () => {
  it('its own stream and whoever the payload names', () => {
    const { proposal } = told(twoHouseholds);
    const { household } = twoHouseholds.line;
    expect(readSetOf(proposal)).toEqual([
      `household-${household}`,
      `person-${twoHouseholds.given[0]?.person}`,
    ]);
  });

  it('a decision that is relied on', () => {
    const { proposal } = told(
      example('a pension', (t) =>
        t.is(
          t.event('PensionBenefitStarted', 'person:p', '2020-05-01', {
            scheme: 'RES_PENSION',
            firstMonth: '2020-05',
            decisionId: t.id('decision'),
          }),
        ),
      ),
    );
    expect(readSetOf(proposal)[1]).toMatch(/^decision-/);
  });

  it('the other households of whoever joins', () => {
    const { proposal, reading } = told(twoHouseholds);
    expect(neighboursOf(proposal, (subject) => reading.about(subject))).toEqual([
      `household-${twoHouseholds.given[1]?.household}`,
    ]);
  });

  it('the members of a household that is recognised as poor', () => {
    const recognised = example('dibao', (t) =>
      t
        .born('p', '1988-07-02')
        .household('h', 'LIVING', '2018-01-01', ['p'])
        .is(t.event('StatusRecognised', 'household:h', '2019-01-01', { kind: 'DIBAO', division: '513437' })),
    );
    const { proposal, reading } = told(recognised);
    expect(neighboursOf(proposal, (subject) => reading.about(subject))).toEqual([
      `person-${recognised.given[0]?.person}`,
    ]);
  });

  it('nothing more for an event about one person alone', () => {
    const { proposal, reading } = told(
      example('an arrival', (t) =>
        t
          .born('p', '1988-07-02')
          .household('h', 'LIVING', '2018-01-01', ['p'])
          .is(t.event('UrbanResidenceEnded', 'person:p', '2019-01-01', {})),
      ),
    );
    expect(neighboursOf(proposal, (subject) => reading.about(subject))).toEqual([]);
  });

  it('what an amendment amends, whoever that is about, and whoever it brings in', () => {
    const corrected = example('a correction', (t) =>
      t
        .born('p', '1988-07-02')
        .born('q', '1988-07-02')
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
            { corrects: t.id('joined'), data: { personId: t.id('q') }, reason: 'misread' },
            { by: 'MCA' },
          ),
        ),
    );
    const { proposal, reading, id } = told(corrected);
    expect(referencesOf(proposal)).toEqual([id(3)?.id]);
    expect(readSetOf(proposal, reading.find(id(3)?.id ?? ''))).toEqual([
      `household-${corrected.line.household}`,
      `person-${id(0)?.person}`,
      `person-${id(1)?.person}`,
    ]);
  });
});
