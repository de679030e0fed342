import { prepare } from './setup.mjs';

await prepare();
await import('../dist/test/bench/main.js');
