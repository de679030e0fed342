/** `ledger <command>`: the command line of the ledger (design §10). */
import { Command, CommanderError, Option } from 'commander';
import { printCatalogue } from './catalogue/catalogue.command.js';
import { checkStories } from './check/check.js';
import { explain } from './explain/explain.command.js';
import { importFiles } from './import/import.command.js';
import { writePopulation } from './population/write-population.js';
import { rebuildReadModels } from './rebuild/rebuild.command.js';
import { replay } from './replay/replay.command.js';
import { CannotDo } from './service/running-service.js';

const FAILED = 1;

function program(finish: (status: number) => void): Command {
  const ledger = new Command('ledger').description('The entitlement ledger').exitOverride();
  ledger
    .command('import <files...>')
    .description('send import files (NDJSON, one event a line) to the running ledger')
    .option('--dry-run', 'judge the form of every line and record nothing')
    .option('--json', 'one JSON object a file')
    .action(async (files: string[], options: { dryRun?: boolean; json?: boolean }) => {
      finish(await importFiles(files, options));
    });
  ledger
    .command('check <paths...>')
    .description('run stories: files or folders')
    .option('--json', 'one JSON object')
    .option('--through <door>', 'graphql: through the public interface of a server on a fresh database')
    .action(async (paths: string[], options: { json?: boolean; through?: 'graphql' }) => {
      finish(await checkStories(paths, options));
    });
  withClocks(
    ledger
      .command('replay <subject>')
      .description('history, facts and entitlements of a person or household'),
  ).action(replay);
  withClocks(
    ledger.command('explain <person> <entitlement>').description('why, with articles, events and figures'),
  )
    .addOption(new Option('--language <language>', 'of the sentences').choices(['zh', 'en']).default('zh'))
    .action(explain);
  ledger
    .command('catalogue')
    .description('event types, entitlements and parameters of this build')
    .option('--json', 'one JSON object')
    .action(printCatalogue);
  ledger
    .command('population')
    .description('write a deterministic synthetic population as an import file')
    .requiredOption('--persons <n>', 'how many persons', Number)
    .requiredOption('--seed <s>', 'the same seed gives the same file')
    .requiredOption('--out <file>', 'where to write it')
    .action(async ({ persons, seed, out }: { persons: number; seed: string; out: string }) => {
      process.stdout.write(`${JSON.stringify(await writePopulation({ persons, seed, out }))}\n`);
    });
  ledger
    .command('rebuild')
    .description('make the read models anew beside the live ones and switch when they agree')
    .option('--accept-differences', 'switch although answers differ: after a change of the projection’s code')
    .option('--json', 'one JSON object')
    .action(async (options: { acceptDifferences?: boolean; json?: boolean }) => {
      finish(await rebuildReadModels(options));
    });
  return ledger;
}

function withClocks(command: Command): Command {
  return command
    .option('--as-of <day>', 'valid time, YYYY-MM-DD; default today')
    .option('--as-known-at <instant>', 'transaction time, RFC 3339; default now')
    .option('--json', 'one JSON object');
}

async function run(argv: readonly string[]): Promise<number> {
  let status = 0;
  try {
    await program((finished) => {
      status = finished;
    }).parseAsync([...argv]);
    return status;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode;
    if (!(error instanceof CannotDo) && !(error instanceof RangeError)) throw error;
    process.stderr.write(`${error.message}\n`);
    return FAILED;
  }
}

process.exitCode = await run(process.argv);
