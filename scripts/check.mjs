/**
 * Every static check, two at a time, the slow ones first. Prints what a failed check said.
 * `--report <file>` also writes the outcomes as JSON, for .ci/run.
 */
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import { ensureInstalled, root } from './setup.mjs';

const CHECKS = {
  lint: ['eslint/bin/eslint.js', '.', '--max-warnings=0'],
  typecheck: ['typescript/bin/tsc', '--noEmit'],
  unused: ['knip/bin/knip.js'],
  'format:check': ['prettier/bin/prettier.cjs', '--check', '--log-level=warn', '.'],
  arrows: [
    'dependency-cruiser/bin/dependency-cruise.mjs',
    '--config=.dependency-cruiser.cjs',
    'apps',
    'libs',
    'test',
  ],
};
const AT_ONCE = 2;

await ensureInstalled();
const waiting = Object.entries(CHECKS);
const outcomes = {};
await Promise.all(Array.from({ length: AT_ONCE }, worker));

const failed = Object.values(outcomes).some((outcome) => outcome !== 'passed');
const report = process.argv.indexOf('--report');
if (report !== -1) fs.writeFileSync(process.argv[report + 1], JSON.stringify(outcomes));
process.exitCode = failed ? 1 : 0;

async function worker() {
  for (let next = waiting.shift(); next; next = waiting.shift()) await check(...next);
}

async function check(name, [script, ...args]) {
  const started = Date.now();
  const { passed, output } = await run([`${root}/node_modules/${script}`, ...args]);
  outcomes[name] = passed ? 'passed' : 'failed';
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  console.log(`${passed ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)`);
  if (!passed) console.log(output);
}

function run(args) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text) => (output += text));
    child.on('close', (code) => resolve({ passed: code === 0, output }));
  });
}
