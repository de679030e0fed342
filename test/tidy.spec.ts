/** The repository's own manners, as far as no other tool checks them. */
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';

const root = path.resolve(import.meta.dirname, '..');
const NOT_OURS = new Set(['.git', 'node_modules', 'dist', 'data', 'coverage']);
const MOST_LINES = 400;

const files = filesUnder('.');
const code = files.filter((file) => /\.(ts|tsx|js|mjs|cjs)$/.test(file));
const specs = code.filter((file) => /\.(e2e-)?spec\.tsx?$/.test(file));

const read = (file: string): string => fs.readFileSync(path.join(root, file), 'utf8');
const readJson = (file: string): unknown => JSON.parse(read(file));
const exists = (file: string): boolean => fs.existsSync(path.join(root, file));

describe('sources', () => {
  it('leave no test out', () => {
    const leftOut =
      /\b(?:describe|it|test)(?:\.\w+)*\.(?:only|skip|todo|failing)\b|\b[fx](?:describe|it|test)\(/;
    expect(linesMatching(specs, leftOut)).toEqual([]);
  });

  it('put nothing off', () => {
    const putOff = new RegExp(['TO' + 'DO', 'FIX' + 'ME'].join('|'));
    expect(linesMatching([...code, ...files.filter((file) => file.endsWith('.sql'))], putOff)).toEqual([]);
  });

  it('have names that say what is inside', () => {
    const nameless = /(^|\/)(utils?|helpers?|common|misc)(\.[^/]*)?(\/|$)/;
    expect(files.filter((file) => nameless.test(file))).toEqual([]);
  });

  it(`fit a sitting: ${String(MOST_LINES)} lines at the most`, () => {
    const lengths = code.map((file) => ({ file, lines: read(file).split('\n').length - 1 }));
    expect(lengths.filter(({ lines }) => lines > MOST_LINES)).toEqual([]);
  });

  it('print nothing from a library', () => {
    const libraries = code.filter((file) => /^libs\/.*\.ts$/.test(file) && !specs.includes(file));
    expect(linesMatching(libraries, /\bconsole\.log\b/)).toEqual([]);
  });
});

describe('aliases', () => {
  type Paths = Record<string, [string]>;
  const { paths } = (readJson('tsconfig.json') as { compilerOptions: { paths: Paths } }).compilerOptions;

  it('are the same for the compiler and the checker', () => {
    const { jsc } = readJson('.swcrc') as { jsc: { paths: Paths } };
    expect(jsc.paths).toEqual(paths);
  });

  it('are the same for jest', async () => {
    const file = path.join(root, 'jest.config.mjs');
    const config = (await import(file)) as { default: { moduleNameMapper: Record<string, string> } };
    const mappings = Object.entries(config.default.moduleNameMapper);
    const asJestMaps = (alias: string): string | undefined => {
      const [pattern, target] = mappings.find(([one]) => new RegExp(one).test(alias)) ?? [];
      return pattern && target && alias.replace(new RegExp(pattern), target).replace('<rootDir>', '.');
    };
    const mapped = Object.keys(paths).map((alias) => [alias, [asJestMaps(alias)]]);
    expect(Object.fromEntries(mapped)).toEqual(paths);
  });

  it('exist for every library', () => {
    const libraries = fs.readdirSync(path.join(root, 'libs'));
    expect(libraries.filter((library) => !paths[`@ledger/${library}`])).toEqual([]);
  });
});

describe('numbered files', () => {
  it.each([
    { folder: 'migrations', name: /^(\d{4})_[a-z0-9_]+\.sql$/ },
    { folder: 'docs/decisions', name: /^(\d{3})-[a-z0-9-]+\.md$/ },
  ])('have no gap in $folder', ({ folder, name }) => {
    const found = exists(folder) ? fs.readdirSync(path.join(root, folder)).sort() : [];
    expect(found.filter((file) => !name.test(file))).toEqual([]);
    expect(found.map((file) => Number(name.exec(file)?.[1]))).toEqual(found.map((_, index) => index + 1));
  });
});

describe('package.json', () => {
  type Versions = Record<string, string>;
  type Manifest = Partial<Record<(typeof kinds)[number] | 'scripts', Versions>>;
  const kinds = ['dependencies', 'devDependencies', 'optionalDependencies'] as const;
  const manifest = readJson('package.json') as Manifest;

  it('names every version exactly', () => {
    const versions = kinds.flatMap((kind) => Object.entries(manifest[kind] ?? {}));
    expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([]);
  });

  it('is what package-lock.json was made from', () => {
    const { packages } = readJson('package-lock.json') as { packages: Record<string, Manifest> };
    for (const kind of kinds) expect(packages['']?.[kind]).toEqual(manifest[kind]);
  });

  it('has every script that the README tells readers to run', () => {
    const readme = exists('README.md') ? read('README.md') : '';
    const run = [...readme.matchAll(/\bnpm run (?:-s )?([\w:-]+)/g)].map(([, script]) => script ?? '');
    const short = [...readme.matchAll(/\bnpm (test|start)\b/g)].map(([, script]) => script ?? '');
    expect([...run, ...short].filter((script) => !manifest.scripts?.[script])).toEqual([]);
  });
});

function filesUnder(folder: string): string[] {
  return fs.readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    if (NOT_OURS.has(entry.name) || /^(dist\.|\.setup-lock)/.test(entry.name)) return [];
    const file = path.posix.join(folder, entry.name);
    return entry.isDirectory() ? filesUnder(file) : [file];
  });
}

function linesMatching(among: readonly string[], pattern: RegExp): string[] {
  return among.flatMap((file) =>
    read(file)
      .split('\n')
      .flatMap((line, index) => (pattern.test(line) ? [`${file}:${String(index + 1)} ${line.trim()}`] : [])),
  );
}
