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

await runProjector({ url, signal: stop.signal });
if (process.connected) process.disconnect();
