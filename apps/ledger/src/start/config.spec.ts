import { configFrom } from './config.js';

it('is loopback, port 4000, the checkout’s data folder and the demonstration where nothing is said', () => {
  expect(configFrom({})).toMatchObject({
    host: '127.0.0.1',
    port: 4000,
    demonstration: true,
    databaseUrl: undefined,
  });
  expect(configFrom({}).dataFolder).toBe(`${process.cwd()}/data`);
});

it('is what the environment says', () => {
  const said = {
    LEDGER_DATA: '/srv/ledger',
    LEDGER_PORT: '0',
    LEDGER_HOST: '::1',
    LEDGER_DEMONSTRATION: 'false',
  };
  expect(configFrom({ ...said, LEDGER_DATABASE_URL: 'postgres://x' })).toEqual({
    ...{ dataFolder: '/srv/ledger', port: 0, host: '::1', demonstration: false, databaseUrl: 'postgres://x' },
  });
});

it.each(['http', '-1', '65536', '40.5'])('refuses the port %s', (port) => {
  expect(() => configFrom({ LEDGER_PORT: port })).toThrow('LEDGER_PORT is a port number');
});
