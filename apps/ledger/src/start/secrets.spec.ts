import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ownPassword } from './secrets.js';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'ledger-secrets-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

it('is the same for everybody who asks, also at once, and only for its owner', async () => {
  const asked = await Promise.all(Array.from({ length: 8 }, () => ownPassword(folder, 'service-password')));
  expect(new Set([...asked, await ownPassword(folder, 'service-password')]).size).toBe(1);
  expect(asked[0]).toMatch(/^[\w-]{32}$/);
  expect(readdirSync(folder)).toEqual(['service-password']);
  expect(statSync(path.join(folder, 'service-password')).mode & 0o077).toBe(0);
});
