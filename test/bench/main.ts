/**
 * `npm run bench -- [area] [--json]`: measures, and says beside each figure its floor or peer in the same run, their
 * ratio, and what design §11 asks. A figure that falls short is said, and is no error.
 */
import { spawnSync } from 'node:child_process';
import os from 'node:os';
import { fileURLToPath } from 'node:url';
import { benchAppend } from './append.bench.js';
import { benchEvaluation } from './evaluation.bench.js';
import { isShort, lineOf, type Measurement } from './measurement.js';
import { benchProjection } from './projection.bench.js';
import { benchQuery } from './query.bench.js';
import { benchRebuild } from './rebuild.bench.js';
import { startServer } from './server.js';

const AREAS: Readonly<Record<string, (serverUrl: string) => Promise<readonly Measurement[]>>> = {
  append: benchAppend,
  evaluation: benchEvaluation,
  projection: benchProjection,
  rebuild: benchRebuild,
  query: benchQuery,
};

/** As the projector is started: with a small young generation V8 now and then takes what is short-lived for long-lived. */
const NODE_FLAGS = ['--max-semi-space-size=64'];

interface Wanted {
  readonly areas: readonly string[];
  readonly json: boolean;
}

function wantedBy(args: readonly string[]): Wanted | undefined {
  const areas = args.filter((arg) => arg !== '--json');
  if (areas.some((area) => !(area in AREAS))) return undefined;
  return { areas: areas.length > 0 ? areas : Object.keys(AREAS), json: args.includes('--json') };
}

async function run({ areas, json }: Wanted): Promise<void> {
  const server = await startServer();
  const say = (line: string): void => {
    if (!json) process.stdout.write(`${line}\n`);
  };
  try {
    const settings = { ...machine(), ...server.settings };
    say(
      Object.entries(settings)
        .map(([name, value]) => `${name} ${value}`)
        .join(', '),
    );
    const measured: (Measurement & {
      readonly area: string;
      readonly short: boolean;
      readonly load: string;
    })[] = [];
    for (const area of areas) {
      const measurements = (await AREAS[area]?.(server.url)) ?? [];
      const load = loadNow();
      say(`${area} (load ${load})`);
      for (const measurement of measurements) {
        say(lineOf(measurement));
        measured.push({ area, ...measurement, short: isShort(measurement), load });
      }
    }
    if (json) process.stdout.write(`${JSON.stringify({ settings, measured })}\n`);
  } finally {
    await server.stop();
  }
}

function machine(): Readonly<Record<string, string>> {
  const [cpu] = os.cpus();
  return {
    cores: String(os.availableParallelism()),
    cpu: cpu?.model ?? '',
    node: `${process.version} ${process.execArgv.join(' ')}`,
    'load before': loadNow(),
  };
}

function loadNow(): string {
  return os
    .loadavg()
    .map((load) => load.toFixed(1))
    .join(' ');
}

const wanted = wantedBy(process.argv.slice(2));
if (!wanted) {
  process.stderr.write(`Usage: npm run bench -- [${Object.keys(AREAS).join(' | ')}] [--json]\n`);
  process.exitCode = 1;
} else if (!NODE_FLAGS.every((flag) => process.execArgv.includes(flag))) {
  const args = [...NODE_FLAGS, fileURLToPath(import.meta.url), ...process.argv.slice(2)];
  process.exitCode = spawnSync(process.execPath, args, { stdio: 'inherit' }).status ?? 1;
} else {
  await run(wanted);
}
