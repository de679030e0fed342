/** Every story under test/stories, played in memory; and no entitlement without stories on both sides of its thresholds. */
import fs from 'node:fs';
import path from 'node:path';
import { RULE_SETS } from '@ledger/policy';
import { readStory, type Story } from '@ledger/stories';
import { playInMemory } from '../apps/cli/src/check/in-memory.js';
import { reportLines } from '../apps/cli/src/check/report.js';
import { holds, runStory } from '../apps/cli/src/check/run-story.js';
import { findStoryFiles } from '../apps/cli/src/check/story-files.js';

const folder = path.join(import.meta.dirname, 'stories');
const files = findStoryFiles([folder]).map((file) => path.relative(folder, file));

describe('the story', () => {
  it.each(files)('%s holds', async (file) => {
    const result = await runStory(path.join(folder, file), playInMemory);
    expect(holds(result) ? [] : reportLines(result)).toEqual([]);
  });
});

describe('the stories together', () => {
  const stories = files.flatMap((file): Story[] => {
    const reading = readStory(fs.readFileSync(path.join(folder, file), 'utf8'), (name) => name);
    return 'story' in reading ? [reading.story] : [];
  });
  const told = stories.flatMap(({ expectations }) =>
    expectations.flatMap(({ entitlements }) => entitlements),
  );

  it.each(RULE_SETS.flatMap(({ entitlements }) => [...entitlements.keys()]))(
    'tell who has %s and who has not',
    (code) => {
      const statuses = new Set(told.filter((expected) => expected.code === code).map(({ status }) => status));
      expect(statuses).toContain('entitled');
      expect(statuses).toContain('not-entitled');
    },
  );

  it('have titles of their own', () => {
    const titles = stories.map(({ title }) => title);
    expect(titles.filter((title, index) => titles.indexOf(title) !== index)).toEqual([]);
  });
});
