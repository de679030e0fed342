/** The world as known at one position: what stands, by stream, and how divisions lie within each other. */
import { END, type Day } from '@ledger/time';
import { statementsAsKnown, date, text, type KnownEvent, type Statement } from './events.js';

/** A division and those around it, from the narrowest (itself) to the nation (`000000`), on a day. */
export type Ancestors = (division: string, on: Day) => readonly string[];

export interface World {
  readonly ancestors: Ancestors;
  readonly statements: readonly Statement[];
  readonly byStream: ReadonlyMap<string, readonly Statement[]>;
}

export function worldAsKnown(events: readonly KnownEvent[], ancestors: Ancestors, position: number): World {
  return worldOf(statementsAsKnown(events, position), ancestors);
}

function worldOf(statements: readonly Statement[], ancestors: Ancestors): World {
  const byStream = new Map<string, Statement[]>();
  for (const statement of statements) {
    const stream = byStream.get(statement.stream);
    if (stream) stream.push(statement);
    else byStream.set(statement.stream, [statement]);
  }
  return { ancestors, statements, byStream };
}

/** The same world, had nobody declared anything about himself. */
export function withoutDeclared(world: World): World {
  return worldOf(
    world.statements.filter((statement) => statement.confidence !== 'declared'),
    world.ancestors,
  );
}

/** What stands in a stream of some types, by day and position. */
export function statementsOf(
  world: World,
  stream: string,
  ...types: readonly string[]
): readonly Statement[] {
  return (world.byStream.get(stream) ?? []).filter((statement) => types.includes(statement.type));
}

export function aboutPerson(world: World, person: string, ...types: readonly string[]): readonly Statement[] {
  return statementsOf(world, `person-${person}`, ...types);
}

export function aboutHousehold(
  world: World,
  household: string,
  ...types: readonly string[]
): readonly Statement[] {
  return statementsOf(world, `household-${household}`, ...types);
}

/** Of statements each of which replaces the one before, the one that holds on a day: the last, unless it has run out. */
export function holdingOn(statements: readonly Statement[], on: Day): Statement | undefined {
  let last: Statement | undefined;
  for (const statement of statements) if (statement.on <= on) last = statement;
  return last !== undefined && on < last.until ? last : undefined;
}

export interface Stretch {
  readonly from: Day;
  /** exclusive */
  readonly until: Day;
  readonly statement: Statement;
}

/** For how long each of such statements holds: until the next one, or until its own end. */
export function stretchesOf(statements: readonly Statement[]): readonly Stretch[] {
  const stretches: Stretch[] = [];
  for (const [index, statement] of statements.entries()) {
    const next = statements[index + 1]?.on ?? END;
    const until = next < statement.until ? next : statement.until;
    if (statement.on < until) stretches.push({ from: statement.on, until, statement });
  }
  return stretches;
}

/** The figure for a division on a day: the narrowest place that has one; there, the one recorded last. */
export function parameter(
  world: World,
  id: string,
  division: string | undefined,
  on: Day,
): string | undefined {
  if (division === undefined) return undefined;
  for (const place of world.ancestors(division, on)) {
    let found: Statement | undefined;
    for (const statement of statementsOf(world, `division-${place}`, 'ParameterSet')) {
      if (text(statement.data, 'parameterId') !== id) continue;
      const from = date(statement.data, 'validFrom') ?? statement.on;
      const until = date(statement.data, 'validTo') ?? statement.until;
      if (from <= on && on < until && (found === undefined || statement.position > found.position))
        found = statement;
    }
    if (found !== undefined) return text(found.data, 'value');
  }
  return undefined;
}

/** A parameter that counts something: years, months, days, square metres. */
export function quantity(
  world: World,
  id: string,
  division: string | undefined,
  on: Day,
): number | undefined {
  const value = parameter(world, id, division, on);
  return value === undefined ? undefined : Number(value);
}

/** A parameter that is an amount of money, in fen. */
export function money(world: World, id: string, division: string | undefined, on: Day): number | undefined {
  const value = parameter(world, id, division, on);
  return value === undefined ? undefined : fenOf(value);
}

/** `"104.40"` yuan is 10440 fen. */
export function fenOf(yuan: string): number {
  const [whole = '0', cents = ''] = yuan.split('.');
  return Number(whole) * 100 + Number(cents.padEnd(2, '0'));
}

/** The prefecture (地级市、州) in which a division lies; a division without one stands for itself. */
export function prefectureOf(world: World, division: string, on: Day): string {
  const isPrefecture = (code: string) => code.endsWith('00') && !code.endsWith('0000');
  return world.ancestors(division, on).find(isPrefecture) ?? division;
}
