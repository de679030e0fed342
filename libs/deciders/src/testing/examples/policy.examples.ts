import { example, type Example } from '../example.js';

const BASE = {
  parameterId: 'pension.resident.base',
  value: '105.00',
  unit: 'yuan/month',
  validFrom: '2020-07-01',
} as const;

export const POLICY_EXAMPLES: readonly Example[] = [
  example('a figure of a division that never was', (t) =>
    t.refused(
      t.event('ParameterSet', 'division:519999', '2020-07-01', BASE, { by: 'HRSS' }),
      'UNKNOWN_DIVISION',
      'division',
    ),
  ),
  example('a figure that ends before it begins', (t) =>
    t.refused(
      t.event(
        'ParameterSet',
        'division:513300',
        '2020-07-01',
        { ...BASE, validTo: '2020-07-01' },
        { by: 'HRSS' },
      ),
      'INVALID_PERIOD',
      'validTo',
    ),
  ),
  example('a figure that takes effect on another day', (t) =>
    t.refused(
      t.event('ParameterSet', 'division:513300', '2020-08-01', BASE, { by: 'HRSS' }),
      'INVALID_FIELD',
      'validFrom',
    ),
  ),
  example('an amount that is no number', (t) =>
    t.refused(
      t.event(
        'ParameterSet',
        'division:513300',
        '2020-07-01',
        { ...BASE, value: 'a hundred' },
        { by: 'HRSS' },
      ),
      'INVALID_FIELD',
      'value',
    ),
  ),
  example('a word of a closed set', (t) =>
    t.is(
      t.event(
        'ParameterSet',
        'division:513300',
        '2020-07-01',
        { ...BASE, parameterId: 'example.start-rule', value: 'NEXT_MONTH', unit: 'enum' },
        { by: 'HRSS' },
      ),
    ),
  ),
  example('a figure for days to come', (t) =>
    t.is(
      t.event(
        'ParameterSet',
        'division:513300',
        '2999-01-01',
        { ...BASE, parameterId: 'example.figure', validFrom: '2999-01-01' },
        { by: 'HRSS' },
      ),
    ),
  ),
];
