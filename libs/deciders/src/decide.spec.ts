import { EXAMPLES, PaperLedger, type Example } from './testing/index.js';

/** What became of the event: its code and field, or that it was recorded. */
function outcomeOf({ given, line }: Example): object {
  const ledger = new PaperLedger();
  for (const earlier of given) expect(ledger.tell(earlier)).toMatchObject({ decision: 'record' });
  const decision = ledger.tell(line);
  if (decision.decision === 'record') return { recorded: true };
  const { code, field } = decision.refusal;
  return { refused: field === undefined ? { code } : { code, field } };
}

describe.each(Object.entries(EXAMPLES))('%s', (_, examples) => {
  it.each(examples.map((told) => [told.title, told] as const))('%s', (_title, told) => {
    expect(outcomeOf(told)).toEqual(told.refused ? { refused: told.refused } : { recorded: true });
  });
});
