/** The acceptance stories through the public interface: a real server, HTTP, PostgreSQL, a projector, a story clock. */
import path from 'node:path';
import { graphqlStage } from '../apps/cli/src/check/through-graphql.js';
import { runStory, type Stage } from '../apps/cli/src/check/run-story.js';
import { findStoryFiles } from '../apps/cli/src/check/story-files.js';

const STORIES = path.join(import.meta.dirname, 'stories/first-slice');
/** A server a story, on a machine that does other things as well. */
const A_STORY_MS = 60_000;

let stage: Stage;

beforeAll(async () => {
  stage = await graphqlStage();
}, A_STORY_MS);

afterAll(() => stage.close());

it.each(findStoryFiles([STORIES]).map((file) => [path.basename(file), file]))(
  '%s holds',
  async (_, file) => {
    const { problems, failures } = await runStory(file, stage.play);
    expect({ problems, failures }).toEqual({ problems: [], failures: [] });
  },
  A_STORY_MS,
);
