/** The service loads the demonstration from a file, because apps import nothing of each other; this keeps the two equal. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { DEMONSTRATION_LINES } from '../apps/cli/src/population/demonstration.js';

const FILE = path.resolve(import.meta.dirname, '../apps/ledger/src/demonstration/households.ndjson');

it('is the file that the service loads; LEDGER_WRITE_DEMONSTRATION=true writes it', () => {
  const text = DEMONSTRATION_LINES.map((line) => `${JSON.stringify(line)}\n`).join('');
  if (process.env['LEDGER_WRITE_DEMONSTRATION'] === 'true') writeFileSync(FILE, text);
  expect(readFileSync(FILE, 'utf8')).toBe(text);
});
