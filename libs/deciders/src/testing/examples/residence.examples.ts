import { example, type Example } from '../example.js';

const PERMIT = { division: '510112', acceptedOn: '2019-09-01', endorsedUntil: '2020-08-31' } as const;
const elsewhere = (division: string) => ({ to: { division, urbanRuralClass: '111' } }) as const;

export const RESIDENCE_EXAMPLES: readonly Example[] = [
  example('an arrival in a village', (t) =>
    t.born('p', '1988-07-02').refused(
      t.event('UrbanArrivalRecorded', 'person:p', '2019-03-01', {
        division: '510112',
        urbanRuralClass: '220',
        basis: 'LEASE',
      }),
      'UNKNOWN_CODE',
      'urbanRuralClass',
    ),
  ),
  example('a second arrival while the first is open: a move', (t) =>
    t
      .born('p', '1988-07-02')
      .arrived('p', '2019-03-01', '510112')
      .is(
        t.event('UrbanArrivalRecorded', 'person:p', '2019-06-01', {
          division: '511302',
          urbanRuralClass: '111',
          basis: 'LEASE',
        }),
      ),
  ),
  example('a stay in town that ends before it began', (t) =>
    t
      .born('p', '1988-07-02')
      .refused(
        t.event('UrbanResidenceEnded', 'person:p', '2019-06-01', { reason: 'RETURNED' }),
        'NOT_IN_FORCE',
        'effectiveOn',
      ),
  ),
  example('a stay in town that ends twice', (t) =>
    t
      .born('p', '1988-07-02')
      .arrived('p', '2019-03-01')
      .given('UrbanResidenceEnded', 'person:p', '2019-06-01', { reason: 'RETURNED' })
      .refused(
        t.event('UrbanResidenceEnded', 'person:p', '2019-06-01', { reason: 'RETURNED' }),
        'NOT_IN_FORCE',
        'effectiveOn',
      ),
  ),
  example('a permit a day before half a year in the city', (t) =>
    t
      .born('p', '1988-07-02')
      .arrived('p', '2019-03-01')
      .refused(
        t.event('ResidencePermitIssued', 'person:p', '2019-08-31', { ...PERMIT, acceptedOn: '2019-08-20' }),
        'CONDITION_NOT_MET',
        'effectiveOn',
      ),
  ),
  example('a permit on the day of half a year in the city', (t) =>
    t
      .born('p', '1988-07-02')
      .arrived('p', '2019-03-01')
      .is(t.event('ResidencePermitIssued', 'person:p', '2019-09-01', PERMIT)),
  ),
  example('a move within the city keeps the half year running', (t) =>
    t
      .born('p', '1988-07-02')
      .arrived('p', '2019-03-01', '510107')
      .given('ResidenceChanged', 'person:p', '2019-07-01', elsewhere('510112'))
      .is(t.event('ResidencePermitIssued', 'person:p', '2019-09-01', PERMIT)),
  ),
  example('a move from another city begins the half year anew', (t) =>
    t
      .born('p', '1988-07-02')
      .arrived('p', '2019-03-01', '511302')
      .given('ResidenceChanged', 'person:p', '2019-07-01', elsewhere('510112'))
      .refused(
        t.event('ResidencePermitIssued', 'person:p', '2019-09-01', PERMIT),
        'CONDITION_NOT_MET',
        'effectiveOn',
      ),
  ),
  example('a permit of a city in which the person does not live', (t) =>
    t
      .born('p', '1988-07-02')
      .arrived('p', '2019-03-01', '511302')
      .refused(
        t.event('ResidencePermitIssued', 'person:p', '2019-09-01', PERMIT),
        'CONDITION_NOT_MET',
        'effectiveOn',
      ),
  ),
  example('a permit for which half a year was no condition yet', (t) =>
    t.born('p', '1988-07-02').is(
      t.event('ResidencePermitIssued', 'person:p', '2015-09-01', {
        division: '510112',
        acceptedOn: '2015-08-20',
        endorsedUntil: '2016-08-31',
      }),
    ),
  ),
  example('a permit issued before it was applied for', (t) =>
    t
      .born('p', '1988-07-02')
      .arrived('p', '2018-03-01')
      .refused(
        t.event('ResidencePermitIssued', 'person:p', '2019-08-31', PERMIT),
        'INVALID_PERIOD',
        'acceptedOn',
      ),
  ),
  example('a late permit: shown, not refused', (t) =>
    t
      .born('p', '1988-07-02')
      .arrived('p', '2018-03-01')
      .is(t.event('ResidencePermitIssued', 'person:p', '2019-12-01', PERMIT)),
  ),
];
