/**
 * Every static check, two at a time, the slow ones first. Prints what a failed check said.
 * `--report <file>` also writes the outcomes as JSON, for .ci/run.
 */
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { ensureInstalled, root } from './setup.mjs';

/** Scripts of package.json. */
const CHECKS = ['lint', 'typecheck', 'unused', 'format:check', 'arrows'];
const AT_ONCE = 2;

await ensureInstalled();
const { scripts } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'));
const waiting = [...CHECKS];
const outcomes = {};
await Promise.all(Array.from({ length: AT_ONCE }, worker));

const failed = Object.values(outcomes).some((outcome) => outcome !== 'passed');
const report = process.argv.indexOf('--report');
if (report !== -1) fs.writeFileSync(process.argv[report + 1], JSON.stringify(outcomes));
process.exitCode = failed ? 1 : 0;

async function worker() {
  for (let next = waiting.shift(); next; next = waiting.shift()) await check(next);
}

async function check(name) {
  const started = Date.now();
  const { passed, output } = await run(scripts[name]);
  outcomes[name] = passed ? 'passed' : 'failed';
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  console.log(`${passed ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)`);
  if (!passed) console.log(output);
}

/** As npm run would, without the wait for npm. */
function run(command) {
  return new Promise((resolve) => {
    const folders = [path.join(root, 'node_modules/.bin'), path.dirname(process.execPath), process.env.PATH];
    const env = { ...process.env, PATH: folders.join(path.delimiter) };
    const child = spawn(command, { cwd: root, env, shell: true, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text) => (output += text));
    child.on('close', (code) => resolve({ passed: code === 0, output }));
  });
}
