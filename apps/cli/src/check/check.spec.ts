import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { jest } from '@jest/globals';
import { checkStories } from './check.js';

const story = (title: string, alive: string): string => `story: ${title}
articles: [8]
events:
  - id: born
    type: PersonRegistered
    person: mother
    on: 1959-12-06
    known: 2019-03-05T09:00:00+08:00
    by: PSB
    data: { name: 何秀珍, birthDate: 1959-12-06, sex: "2", hukouDivision: "513437", hukouClass: "220" }
expect:
  - asOf: 2020-03-01
    person: mother
    facts: { alive: ${alive} }
`;

describe('check', () => {
  let folder: string;
  let printed: string[];

  beforeEach(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'ledger-check-'));
    printed = [];
    const print = (text: unknown): void => void printed.push(String(text));
    jest.spyOn(console, 'log').mockImplementation(print);
    jest.spyOn(console, 'error').mockImplementation(print);
  });

  afterEach(() => {
    jest.restoreAllMocks();
    fs.rmSync(folder, { recursive: true });
  });

  const write = (name: string, text: string): string => {
    const file = path.join(folder, name);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, text);
    return file;
  };

  it('says in one line of each story that it holds, also in folders below', async () => {
    const first = write('a.story.yaml', story('First', 'true'));
    const second = write('below/b.story.yaml', story('Second', 'true'));
    write('notes.yaml', 'not: a story');
    expect(await checkStories([folder])).toBe(0);
    expect(printed).toEqual([`✓ First  ${first}`, `✓ Second  ${second}`]);
  });

  it('shows what was expected and found, and fails', async () => {
    write('a.story.yaml', story('First', 'true'));
    const file = write('b.story.yaml', story('Second', 'false'));
    expect(await checkStories([folder])).toBe(1);
    expect(printed.slice(1).join('\n').split('\n')).toEqual([
      `✗ Second  ${file}`,
      `    ${file}:14  person mother on 2020-03-01: fact alive`,
      '      expected  false',
      '      found     true',
    ]);
  });

  it.each([
    ['that cannot be read', 'story: [', /^✗ .*a\.story\.yaml\n.*a\.story\.yaml:1 {2}/],
    [
      'with a name that nothing has',
      story('First', 'true').replace('alive', 'alife'),
      /:14 {2}unknown fact alife, did you mean alive\?$/,
    ],
  ])('a story %s fails with its line', async (_what, text, told) => {
    expect(await checkStories([write('a.story.yaml', text)])).toBe(1);
    expect(printed[0]).toMatch(told);
  });

  it('does not take two stories of one title for two', async () => {
    write('a.story.yaml', story('First', 'true'));
    write('b.story.yaml', story('First', 'true'));
    expect(await checkStories([folder])).toBe(1);
    expect(printed[1]).toMatch(/^✗ First .*\n.*:1 {2}the story .*a\.story\.yaml has the same title$/);
  });

  it('fails where there is no story, or no such place', async () => {
    expect(await checkStories([folder])).toBe(1);
    expect(await checkStories([path.join(folder, 'nowhere')])).toBe(1);
    write('a.story.yaml', story('First', 'true'));
    expect(await checkStories([folder, path.join(folder, 'nowhere')])).toBe(1);
  });

  it('fails where it is to be played through something that is not there', async () => {
    write('a.story.yaml', story('First', 'true'));
    expect(await checkStories([folder], { through: 'telepathy' })).toBe(1);
  });

  it('prints one JSON object for machines', async () => {
    write('a.story.yaml', story('First', 'true'));
    write('b.story.yaml', story('Second', 'false'));
    expect(await checkStories([folder], { json: true })).toBe(1);
    expect(printed).toHaveLength(1);
    expect(JSON.parse(printed[0] ?? '')).toMatchObject({
      passed: 1,
      failed: 1,
      stories: [
        { title: 'First', passed: true, failures: [] },
        { title: 'Second', passed: false, failures: [{ line: 14, expected: 'false', found: 'true' }] },
      ],
    });
  });
});
