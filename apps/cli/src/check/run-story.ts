/** One story file, read and played. */
import fs from 'node:fs';
import {
  judgeStory,
  readStory,
  type Failure,
  type Problem,
  type Story,
  type StoryWorld,
} from '@ledger/stories';
import { storyId } from './story-ids.js';

/** A world of its own for one story: a fresh ledger with the story's clock. */
export interface OpenWorld {
  readonly world: StoryWorld;
  close(): Promise<void>;
}

/** Opens a world for a story: a ledger in memory, or a server behind its public interface. */
export type Driver = (story: Story) => Promise<OpenWorld>;

/** Where the stories of one run are played. */
export interface Stage {
  readonly play: Driver;
  close(): Promise<void>;
}

export interface StoryResult {
  readonly file: string;
  /** The file's name where the story has no title. */
  readonly title: string;
  /** Why it cannot be played. */
  readonly problems: readonly Problem[];
  /** Where what was found is not what must hold. */
  readonly failures: readonly Failure[];
}

export function holds({ problems, failures }: StoryResult): boolean {
  return problems.length + failures.length === 0;
}

export async function runStory(file: string, driver: Driver): Promise<StoryResult> {
  const reading = readStory(fs.readFileSync(file, 'utf8'), storyId);
  if ('problems' in reading)
    return { file, title: reading.title ?? file, problems: reading.problems, failures: [] };
  const { title } = reading.story;
  return { file, title, problems: [], failures: await play(reading.story, driver) };
}

/** A story that breaks the ledger fails; the others are played all the same. */
async function play(story: Story, driver: Driver): Promise<readonly Failure[]> {
  try {
    const open = await driver(story);
    try {
      return await judgeStory(story, open.world);
    } finally {
      await open.close();
    }
  } catch (error) {
    const found = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return [{ line: 1, about: 'the ledger', expected: 'an answer', found, explanation: [] }];
  }
}
