/** The door for import files: read as they arrive, answered line by line, the bad ones beside the good. */
import { DEMONSTRATION, DEMONSTRATION_LINES } from '../../apps/cli/src/population/demonstration.js';
import { startLedger, type LedgerUnderTest } from './ledger-under-test.js';

const NDJSON = 'application/x-ndjson';
const LINES = DEMONSTRATION_LINES.map((line) => JSON.stringify(line));

interface Counts {
  readonly lines: number;
  readonly recorded: number;
  readonly alreadyRecorded: number;
  readonly refused: number;
}

interface Sent {
  readonly status: number;
  readonly refused: readonly {
    readonly line: number;
    readonly code: string;
    readonly field: string | null;
  }[];
  readonly done: Counts | undefined;
}

let ledger: LedgerUnderTest;

beforeAll(async () => {
  ledger = await startLedger();
}, 60_000);

afterAll(async () => {
  await ledger.stop();
});

async function send(file: string, search = '', type = NDJSON): Promise<Sent> {
  const url = new URL(`/import${search}`, ledger.url);
  const response = await fetch(url, { method: 'POST', headers: { 'content-type': type }, body: file });
  const text = await response.text();
  if (!response.ok) return { status: response.status, refused: [], done: undefined };
  const answers = text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as { refused?: Sent['refused'][number]; done?: Counts });
  const refused = answers.flatMap((answer) => answer.refused ?? []);
  return { status: response.status, refused, done: answers.at(-1)?.done };
}

it('judges a file and records nothing when asked to', async () => {
  const { done } = await send(LINES.join('\n'), '?dryRun=true');
  expect(done).toEqual({ lines: LINES.length, recorded: 0, alreadyRecorded: 0, refused: 0 });
  expect(await ledger.answer(`{ person(id: "${DEMONSTRATION.mother}") { id } }`)).toEqual({ person: null });
});

it('takes what is good, names what is not, and takes it again without a second event', async () => {
  const broken = [
    ...LINES.slice(0, 3),
    '{"type":"PersonRegistered",',
    ...LINES.slice(3),
    '{"type":"Birthday"}',
  ];
  const { refused, done } = await send(broken.join('\n'));
  expect(refused.map(({ line, code }) => [line, code])).toEqual([
    [4, 'MALFORMED'],
    [broken.length, 'UNKNOWN_TYPE'],
  ]);
  expect(done).toEqual({ lines: broken.length, recorded: LINES.length, alreadyRecorded: 0, refused: 2 });
  const again = await send(LINES.join('\n'));
  expect(again.done).toMatchObject({ recorded: 0, alreadyRecorded: LINES.length, refused: 0 });
});

it('answers what it has recorded at once', async () => {
  const { person } = await ledger.answer<{ person: { birthDate: string } }>(
    `{ person(id: "${DEMONSTRATION.mother}") { birthDate } }`,
  );
  expect(person.birthDate).toBe('1959-10-15');
});

it.each(['text/plain', 'application/json', 'multipart/form-data'])('takes no %s', async (type) => {
  const { status } = await send(LINES[0] ?? '', '', type);
  expect(status).toBe(415);
});

it('takes an empty file', async () => {
  expect((await send('')).done).toEqual({ lines: 0, recorded: 0, alreadyRecorded: 0, refused: 0 });
});
