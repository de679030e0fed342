/** Story files, by what they are called: `*.story.yaml`. */
import fs from 'node:fs';
import path from 'node:path';

const STORY_FILE = /\.story\.ya?ml$/;

/** The files named, and every story in the folders named and below them, each once, by name. */
export function findStoryFiles(paths: readonly string[]): readonly string[] {
  return [...new Set(paths.flatMap(filesAt))];
}

function filesAt(place: string): readonly string[] {
  if (!fs.statSync(place).isDirectory()) return [path.normalize(place)];
  return fs
    .readdirSync(place, { recursive: true, encoding: 'utf8' })
    .filter((name) => STORY_FILE.test(name))
    .sort()
    .map((name) => path.join(place, name));
}
