export type { Failure } from './failure.js';
export { judgeStory } from './judge.js';
export type { IdOf } from './labels.js';
export type { Problem } from './problem.js';
export { readStory, type StoryReading } from './read-story.js';
export * from './story.js';
export type * from './story-world.js';
