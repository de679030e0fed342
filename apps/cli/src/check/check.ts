/** `ledger check`: plays stories and says of each in one line whether what it tells holds. */
import fs from 'node:fs';
import { playInMemory } from './in-memory.js';
import { reportJson, reportLines } from './report.js';
import { holds, runStory, type Driver, type StoryResult } from './run-story.js';
import { findStoryFiles } from './story-files.js';

/** Through what a story can be played. */
const DRIVERS: ReadonlyMap<string, Driver> = new Map([['memory', playInMemory]]);

export interface CheckOptions {
  /** One JSON object instead of lines. */
  readonly json?: boolean;
  /** One of the drivers; in memory where it is silent. */
  readonly through?: string;
}

const ALL_HOLD = 0;
const SOMETHING_FAILS = 1;

/**
 * Plays every story in these files and folders.
 * @returns the exit status: 1 where a story fails, a path or driver does not exist, or no story is found
 */
export async function checkStories(paths: readonly string[], options: CheckOptions = {}): Promise<number> {
  const { json = false, through = 'memory' } = options;
  const driver = DRIVERS.get(through);
  if (!driver) {
    console.error(`stories are played through ${[...DRIVERS.keys()].join(' or ')}, not ${through}`);
    return SOMETHING_FAILS;
  }
  const absent = paths.filter((place) => !fs.existsSync(place));
  const files = findStoryFiles(paths.filter((place) => !absent.includes(place)));
  const results: StoryResult[] = [];
  for (const file of files) {
    const result = titledOnce(await runStory(file, driver), results);
    results.push(result);
    if (!json) console.log(reportLines(result).join('\n'));
  }
  if (json) console.log(reportJson(results));
  for (const place of absent) console.error(`there is no file or folder ${place}`);
  if (files.length === 0) console.error('no story was found; stories are called *.story.yaml');
  return files.length > 0 && absent.length === 0 && results.every(holds) ? ALL_HOLD : SOMETHING_FAILS;
}

/** Ids follow from the title: two stories of one title would be the same story twice. */
function titledOnce(result: StoryResult, earlier: readonly StoryResult[]): StoryResult {
  const namesake = earlier.find(({ title }) => title === result.title);
  if (!namesake) return result;
  const message = `the story ${namesake.file} has the same title`;
  return { ...result, problems: [...result.problems, { line: 1, message }] };
}
