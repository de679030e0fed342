import { validateEnvelope } from './envelope-validation.js';
import { EVENT, NATIONAL_ID } from './testing/fixtures.js';

const ENVELOPE = { id: EVENT, effectiveOn: '2020-03-01', source: { department: 'PSB' } };

function problemsWith(extra: Readonly<Record<string, unknown>>): readonly string[] {
  const result = validateEnvelope({ ...ENVELOPE, ...extra });
  return result.ok ? [] : result.problems.map(({ code, field }) => `${code} ${field}`);
}

it('makes explicit what is silent', () => {
  expect(validateEnvelope(ENVELOPE)).toEqual({
    ok: true,
    data: { ...ENVELOPE, confidence: 'verified', evidence: [] },
  });
});

it('takes everything that an envelope may hold', () => {
  const full = {
    ...ENVELOPE,
    effectiveUntil: '2020-03-02',
    source: {
      department: 'PSB',
      division: '510112',
      system: 'hukou',
      recordNumber: 'HK-2020-0001',
      officer: '510112-17',
      channel: 'import',
    },
    confidence: 'imported',
    evidence: [{ kind: 'AUTHORISATION', reference: 'SQ-510112-2019-0415', sha256: 'a'.repeat(64) }],
    causationId: EVENT,
    correlationId: 'case-7',
  };
  expect(validateEnvelope(full)).toEqual({ ok: true, data: full });
});

it.each`
  extra                                                                          | problem
  ${{ id: 'e1' }}                                                                | ${'INVALID_FIELD id'}
  ${{ id: undefined }}                                                           | ${'MISSING_FIELD id'}
  ${{ effectiveOn: '2020-02-30' }}                                               | ${'INVALID_FIELD effectiveOn'}
  ${{ effectiveOn: null }}                                                       | ${'MISSING_FIELD effectiveOn'}
  ${{ effectiveUntil: '2020-03-01' }}                                            | ${'INVALID_PERIOD effectiveUntil'}
  ${{ effectiveUntil: '2020-02-28' }}                                            | ${'INVALID_PERIOD effectiveUntil'}
  ${{ effectiveUntil: 'later' }}                                                 | ${'INVALID_FIELD effectiveUntil'}
  ${{ source: undefined }}                                                       | ${'MISSING_FIELD source'}
  ${{ source: {} }}                                                              | ${'MISSING_FIELD source.department'}
  ${{ source: { department: 'TAX' } }}                                           | ${'UNKNOWN_CODE source.department'}
  ${{ source: { department: 'PSB', division: 'Chengdu' } }}                      | ${'INVALID_FIELD source.division'}
  ${{ source: { department: 'PSB', recordNumber: NATIONAL_ID } }}                | ${'INVALID_FIELD source.recordNumber'}
  ${{ source: { department: 'PSB', recordNumber: `ID ${NATIONAL_ID}/1` } }}      | ${'INVALID_FIELD source.recordNumber'}
  ${{ source: { department: 'PSB', officer: NATIONAL_ID } }}                     | ${'INVALID_FIELD source.officer'}
  ${{ evidence: [{ kind: 'ID_CARD', reference: NATIONAL_ID }] }}                 | ${'INVALID_FIELD evidence[0].reference'}
  ${{ evidence: [{ kind: 'ID_CARD', reference: 'x', sha256: 'A'.repeat(64) }] }} | ${'INVALID_FIELD evidence[0].sha256'}
  ${{ evidence: [{ kind: 'ID_CARD' }] }}                                         | ${'MISSING_FIELD evidence[0].reference'}
  ${{ confidence: 'certain' }}                                                   | ${'UNKNOWN_CODE confidence'}
  ${{ causationId: 'e1' }}                                                       | ${'INVALID_FIELD causationId'}
  ${{ recordedAt: '2020-03-01T00:00:00Z' }}                                      | ${'UNKNOWN_FIELD recordedAt'}
`('refuses $problem', ({ extra, problem }: { extra: Readonly<Record<string, unknown>>; problem: string }) => {
  expect(problemsWith(extra)).toEqual([problem]);
  const result = validateEnvelope({ ...ENVELOPE, ...extra });
  expect(JSON.stringify(result)).not.toContain(NATIONAL_ID);
});
