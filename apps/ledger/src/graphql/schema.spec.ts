/** The committed schema is what clients have; whoever changes it sees the change in the diff. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { builtSchema, printed } from './testing/printed-schema.js';

const COMMITTED = path.resolve(import.meta.dirname, '../../schema.graphql');

it('is the committed one; LEDGER_WRITE_SCHEMA=true writes it', async () => {
  const text = printed(await builtSchema());
  if (process.env['LEDGER_WRITE_SCHEMA'] === 'true') writeFileSync(COMMITTED, text);
  expect(readFileSync(COMMITTED, 'utf8')).toBe(text);
});
