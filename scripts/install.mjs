import { ensureInstalled } from './setup.mjs';

await ensureInstalled();
