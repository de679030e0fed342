import { BAD_EVENTS, example, PaperLedger, type Line } from './testing/index.js';

const TO = { division: '511302', urbanRuralClass: '111' } as const;

const demand = example('an application that demands the land', (t) =>
  t
    .born('p', '1985-06-17')
    .refused(
      t.event(
        'HukouTransferApplied',
        'person:p',
        '2020-05-11',
        { to: TO, conditionsStated: [{ code: 'GIVE_UP_HOMESTEAD', text: 'words of the office' }] },
        { office: '511302' },
      ),
      'LAND_RIGHTS_CONDITION',
    ),
);

function refusalOf({ given, line }: { readonly given: readonly Line[]; readonly line: Line }) {
  const ledger = new PaperLedger();
  for (const earlier of given) ledger.tell(earlier);
  const decision = ledger.tell(line);
  if (decision.decision !== 'refuse') throw new Error('was to be refused');
  return decision;
}

describe('the trace of an unlawful demand (article 16)', () => {
  it('names the article, what was attempted and by whom, and nothing that the demand said', () => {
    const { trace } = refusalOf(demand);
    expect(trace).toEqual({
      type: 'RefusalRecorded',
      stream: `person-${demand.line.person}`,
      effectiveOn: '2020-05-11',
      source: { department: 'DATA', system: 'ledger' },
      confidence: 'verified',
      evidence: [],
      causationId: demand.line.id,
      data: {
        code: 'LAND_RIGHTS_CONDITION',
        article: 16,
        attemptedType: 'HukouTransferApplied',
        attemptedBy: 'PSB/511302',
      },
      subjects: [`person-${demand.line.person}`],
    });
  });

  it('stands in the stream of the household whose land is demanded', () => {
    const taken = BAD_EVENTS.find(({ title }) => title === 'land that ends because the hukou moves');
    if (!taken) throw new Error('the example has another name');
    expect(refusalOf(taken).trace).toMatchObject({
      stream: `household-${taken.line.household}`,
      data: { attemptedType: 'RuralRightEnded', attemptedBy: 'AGRI' },
    });
  });

  it.each(BAD_EVENTS.map((bad) => [bad.title, bad] as const))('is left by no other refusal: %s', (_, bad) => {
    expect(refusalOf(bad).trace !== undefined).toBe(bad.refused.code === 'LAND_RIGHTS_CONDITION');
  });

  it('is not left where the demand is about somebody whom the ledger does not know', () => {
    expect(refusalOf({ given: [], line: demand.line }).trace).toBeUndefined();
  });
});
