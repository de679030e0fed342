/** `ledger check`: plays stories and says of each in one line whether what it tells holds. */
import fs from 'node:fs';
import { playInMemory } from './in-memory.js';
import { reportJson, reportLines } from './report.js';
import { holds, runStory, type Stage, type StoryResult } from './run-story.js';
import { findStoryFiles } from './story-files.js';
import { graphqlStage } from './through-graphql.js';

/** Through what a story can be played. */
const STAGES: ReadonlyMap<string, () => Promise<Stage>> = new Map([
  ['memory', () => Promise.resolve({ play: playInMemory, close: () => Promise.resolve() })],
  ['graphql', graphqlStage],
]);

export interface CheckOptions {
  /** One JSON object instead of lines. */
  readonly json?: boolean | undefined;
  /** One of the drivers; in memory where it is silent. */
  readonly through?: string | undefined;
}

const ALL_HOLD = 0;
const SOMETHING_FAILS = 1;

/**
 * Plays every story in these files and folders.
 * @returns the exit status: 1 where a story fails, a path or driver does not exist, or no story is found
 */
export async function checkStories(paths: readonly string[], options: CheckOptions = {}): Promise<number> {
  const { json = false, through = 'memory' } = options;
  const stage = STAGES.get(through);
  if (!stage) {
    console.error(`stories are played through ${[...STAGES.keys()].join(' or ')}, not ${through}`);
    return SOMETHING_FAILS;
  }
  const absent = paths.filter((place) => !fs.existsSync(place));
  const files = findStoryFiles(paths.filter((place) => !absent.includes(place)));
  const results = await playAll(files, stage, json);
  if (json) console.log(reportJson(results));
  for (const place of absent) console.error(`there is no file or folder ${place}`);
  if (files.length === 0) console.error('no story was found; stories are called *.story.yaml');
  return files.length > 0 && absent.length === 0 && results.every(holds) ? ALL_HOLD : SOMETHING_FAILS;
}

async function playAll(
  files: readonly string[],
  open: () => Promise<Stage>,
  json: boolean,
): Promise<readonly StoryResult[]> {
  const results: StoryResult[] = [];
  if (files.length === 0) return results;
  const stage = await open();
  try {
    for (const file of files) {
      const result = titledOnce(await runStory(file, stage.play), results);
      results.push(result);
      if (!json) console.log(reportLines(result).join('\n'));
    }
  } finally {
    await stage.close();
  }
  return results;
}

/** Ids follow from the title: two stories of one title would be the same story twice. */
function titledOnce(result: StoryResult, earlier: readonly StoryResult[]): StoryResult {
  const namesake = earlier.find(({ title }) => title === result.title);
  if (!namesake) return result;
  const message = `the story ${namesake.file} has the same title`;
  return { ...result, problems: [...result.problems, { line: 1, message }] };
}
