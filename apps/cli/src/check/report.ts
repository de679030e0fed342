/** What `check` says of a story: to people in one line, with the details where it fails; to machines in JSON. */
import type { Failure } from '@ledger/stories';
import { holds, type StoryResult } from './run-story.js';

export function reportLines(result: StoryResult): readonly string[] {
  const { title, file, problems, failures } = result;
  return [
    `${holds(result) ? '✓' : '✗'} ${title}  ${file}`,
    ...problems.map(({ line, message }) => `    ${file}:${String(line)}  ${message}`),
    ...failures.flatMap((failure) => failureLines(failure, file)),
  ];
}

function failureLines(
  { line, about, expected, found, explanation }: Failure,
  file: string,
): readonly string[] {
  return [
    `    ${file}:${String(line)}  ${about}`,
    `      expected  ${expected}`,
    `      found     ${found}`,
    ...explanation.map((text) => `        ${text}`),
  ];
}

export function reportJson(results: readonly StoryResult[]): string {
  const stories = results.map((result) => ({ ...result, passed: holds(result) }));
  const passed = results.filter(holds).length;
  return JSON.stringify({ passed, failed: results.length - passed, stories });
}
