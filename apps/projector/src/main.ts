/** The projector's process: a child of the service in the embedded default, so that judging never blocks a query. */
import { runProjector } from './projector.js';

const url = process.env['LEDGER_SERVICE_DATABASE_URL'];
if (url === undefined) throw new Error('LEDGER_SERVICE_DATABASE_URL says where the ledger is; it is not set');

const stop = new AbortController();
const end = (): void => {
  stop.abort();
};
process.once('SIGTERM', end);
process.once('SIGINT', end);
// The service is gone: nobody reads what this process would write.
process.once('disconnect', end);

try {
  await runProjector({ url, signal: stop.signal });
} catch (error) {
  process.stderr.write(`${failure(error)}\n`);
  process.exitCode = 1;
}
if (process.connected) process.disconnect();

/** One JSON line. What a database says of an error may quote a row: its code is kept, its words are not. */
function failure(error: unknown): string {
  const { name, message, stack, code, severity } = error as Error & {
    readonly code?: string;
    readonly severity?: string;
  };
  const at = (stack ?? '').split('\n').filter((line) => line.startsWith('    at '));
  const said = severity === undefined ? message : 'the database refused';
  return JSON.stringify({
    time: new Date().toISOString(),
    level: 'error',
    process: 'projector',
    name,
    code,
    message: said,
    at,
  });
}
