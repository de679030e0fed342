import { prepare } from './setup.mjs';

await prepare();
await import('../dist/apps/cli/src/main.js');
