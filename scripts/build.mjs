import { ensureInstalled, rebuild } from './setup.mjs';

await ensureInstalled();
await rebuild();
