/** Reads a story file (`FORMAT.md`): every name in it is known, or the file is told to be wrong, by line. */
import { entriesOf, type Entries } from './entries.js';
import { introduceLabels } from './introduce.js';
import { Labels, type IdOf } from './labels.js';
import { readYaml } from './located.js';
import { Problems, type Problem } from './problem.js';
import { readStep, type Sofar } from './read-event.js';
import { readExpectation } from './read-expectation.js';
import type { Story } from './story.js';

const STORY_KEYS = ['story', 'articles', 'note', 'events', 'expect'];
const LAST_ARTICLE = 21;

/** `title` is known where the file has one, whatever else is wrong with it. */
export type StoryReading =
  { readonly story: Story } | { readonly title: string | null; readonly problems: readonly Problem[] };

/** @param idOf UUIDv5 of a name */
export function readStory(source: string, idOf: IdOf): StoryReading {
  const yaml = readYaml(source);
  if ('problems' in yaml) return { title: null, problems: yaml.problems };
  const problems = new Problems();
  const file = entriesOf(yaml.root, 'a story', problems);
  const story = file && readFile(file, idOf, problems);
  return story && problems.all.length === 0
    ? { story }
    : { title: story?.title ?? null, problems: problems.all };
}

function readFile(file: Entries, idOf: IdOf, problems: Problems): Story {
  file.allow(STORY_KEYS);
  const title = file.required('story') ?? '';
  const labels = new Labels(title, idOf);
  const events = entriesIn(file, 'events', problems);
  const sofar: Sofar = {
    labels,
    problems,
    types: introduceLabels(events, labels, problems),
    told: new Map(),
    known: undefined,
  };
  const steps = events.flatMap((entry, index) => readStep(entry, index, sofar) ?? []);
  const reading = { labels, problems, lastKnown: sofar.known ?? 0 };
  return {
    title,
    articles: readArticles(file, problems),
    note: file.text('note') ?? null,
    steps,
    expectations: entriesIn(file, 'expect', problems).flatMap(
      (entry) => readExpectation(entry, reading) ?? [],
    ),
    labels,
  };
}

function entriesIn(file: Entries, key: 'events' | 'expect', problems: Problems): readonly Entries[] {
  const items = file.list(key);
  if (!items?.length) problems.add(file.lineOf(key), `${key} is missing or empty`);
  return (items ?? []).flatMap((item) => entriesOf(item, `an entry of ${key}`, problems) ?? []);
}

function readArticles(file: Entries, problems: Problems): readonly number[] {
  return (file.list('articles') ?? []).flatMap((item) => {
    const article = item.kind === 'scalar' ? item.value : undefined;
    if (typeof article === 'number' && Number.isInteger(article) && article >= 0 && article <= LAST_ARTICLE)
      return [article];
    problems.add(item.line, `an article is a number from 0 to ${String(LAST_ARTICLE)}`);
    return [];
  });
}
