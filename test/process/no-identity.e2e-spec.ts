/**
 * After an import and questions, good and bad, no file that the ledger has written and nothing that it has said contains
 * a national ID or a name in clear: every byte of the data folder, of its output and of its answers is looked at.
 */
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { generatePopulation } from '../../apps/cli/src/population/population.js';
import { dataFolder, ledger, startService, type ServiceProcess } from './service-process.js';

const PERSONS = 60;
/** Of a third sex and without a check digit that holds: refused, and not quoted. */
const BAD_ID = '513499198807029998';

interface Identity {
  readonly name?: string;
  readonly nationalId?: string;
}

const folders: string[] = [];

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

function folder(): string {
  const made = dataFolder();
  folders.push(made);
  return made;
}

function filesBelow(place: string): readonly string[] {
  if (!statSync(place).isDirectory()) return [place];
  return readdirSync(place).flatMap((name) => filesBelow(path.join(place, name)));
}

/** What is asked, and how: by number, of a number nobody has, of what does not exist, and with bad payloads. */
async function answers(service: ServiceProcess, { nationalId }: Identity): Promise<string> {
  const ask = async (body: unknown): Promise<string> => {
    const response = await fetch(service.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return response.text();
  };
  const person =
    'query Q($number: String) { person(nationalId: $number) { id name nationalId facts { name value } history { nodes { data } } } }';
  const event = {
    id: '3f0e8f1c-6d0b-4a41-8f0d-0a1b2c3d4e5f',
    effectiveOn: '1988-07-02',
    subject: { person: '5a0e8f1c-6d0b-4a41-8f0d-0a1b2c3d4e5f' },
    source: { department: 'PSB', recordNumber: BAD_ID },
    event: { personRegistered: { name: '无名氏', nationalId: BAD_ID, birthDate: '1988-07-02' } },
  };
  const send =
    'mutation M($events: [LifeEventInput!]!) { recordLifeEvents(events: $events) { code field message } }';
  return [
    await ask({ query: person, variables: { number: nationalId } }),
    await ask({ query: person, variables: { number: BAD_ID } }),
    await ask({ query: person, variables: { number: [nationalId] } }),
    await ask({ query: send, variables: { events: [event] } }),
    await ask({ query: `{ person(nationalId: "${String(nationalId)}") { nothing } }` }),
  ].join('\n');
}

it('is nowhere in clear', async () => {
  const lines = [...generatePopulation({ persons: PERSONS, seed: 'identity' })];
  const identities = lines
    .filter(({ type }) => type === 'PersonRegistered')
    .map(({ data }) => data as Identity);
  const file = path.join(folder(), 'population.ndjson');
  writeFileSync(
    file,
    `${lines.map((line) => JSON.stringify(line)).join('\n')}\n{"type":"PersonRegistered","nationalId":"${BAD_ID}"}\n`,
  );
  const data = folder();
  const service = await startService(data);
  const imported = await ledger(service, 'import', file);
  expect(imported.status).toBe(2);
  const known = identities.find(({ nationalId }) => nationalId !== undefined) ?? {};
  const said = [
    imported.output,
    await answers(service, known),
    await answers(service, {}),
    service.output(),
  ].join('\n');
  await service.stop();

  const secrets = [
    BAD_ID,
    '无名氏',
    ...identities.flatMap(({ name, nationalId }) => [name ?? [], nationalId ?? []].flat()),
  ];
  expect(secrets.length).toBeGreaterThan(PERSONS);
  const patterns = secrets.map((secret) => Buffer.from(secret));
  const places = new Map<string, Buffer>([['answers and output', Buffer.from(said)]]);
  for (const place of filesBelow(data)) places.set(path.relative(data, place), readFileSync(place));
  const found = [...places].filter(([, bytes]) => patterns.some((pattern) => bytes.includes(pattern)));
  expect(found.map(([place]) => place)).toEqual([]);
  expect([...places.values()].some((bytes) => bytes.includes(Buffer.from('sealed:v1:')))).toBe(true);
}, 180_000);
