import { JsonLog } from './json-log.js';

function logged(use: (log: JsonLog) => void): Record<string, unknown> {
  const lines: string[] = [];
  use(new JsonLog((line) => lines.push(line)));
  expect(lines).toHaveLength(1);
  return JSON.parse(lines[0] ?? '') as Record<string, unknown>;
}

it('keeps of a database error what names no value', () => {
  const error = Object.assign(new Error('invalid input syntax for type uuid: "吉克"'), {
    ...{ severity: 'ERROR', code: '22P02', table: 'event', detail: 'Key (name)=(吉克) exists' },
  });
  const line = logged((log) => log.error(error));
  expect(line).toMatchObject({
    level: 'error',
    code: '22P02',
    table: 'event',
    message: 'the database refused',
  });
  expect(JSON.stringify(line)).not.toContain('吉克');
});

it('keeps of other errors the place, the message and the cause, without numbers of identity', () => {
  const cause = new TypeError('no key for 11010519491231002X');
  const line = logged((log) => log.error(new Error('it broke', { cause })));
  expect(line).toMatchObject({
    name: 'Error',
    message: 'it broke',
    cause: { name: 'TypeError', message: 'no key for ***' },
  });
  expect(line['at']).toContainEqual(expect.stringContaining('json-log.spec'));
});

it('says what the service says of itself, and nothing of what Nest tells of routes', () => {
  expect(logged((log) => log.info('ready', { port: 4000 }))).toMatchObject({
    level: 'info',
    message: 'ready',
    port: 4000,
  });
  const silent: string[] = [];
  new JsonLog((line) => silent.push(line)).log();
  expect(silent).toEqual([]);
});
