import { prepare } from './setup.mjs';

await prepare();
// In this process, so that whoever stops or kills the process stops or kills the service.
await import('../dist/apps/ledger/src/main.js');
