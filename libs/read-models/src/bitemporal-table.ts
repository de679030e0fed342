/**
 * One way to keep a read model: rows that say something of a subject, grouped so that a group is judged as a whole. A
 * new judgement keeps the rows that still say the same, closes the known range of those that do not, and adds the rest.
 * An unchanged outcome writes nothing (design §7).
 */
import { createHash } from 'node:crypto';
import type { ClientBase } from 'pg';
import type { StreamName } from '@ledger/vocabulary';

export interface Column<Row> {
  readonly name: string;
  /** PostgreSQL type of the array parameter that carries the column. */
  readonly type: 'text' | 'date' | 'bigint' | 'boolean' | 'uuid';
  /** A list travels as comma-separated text and is stored as an array of this type. */
  readonly arrayOf?: 'text' | 'uuid';
  readonly value: (row: Row) => string | number | boolean | null;
}

export interface TableDefinition<Row> {
  readonly table: string;
  /** Everything a row says beside subject and known range, valid range included; in this order it is its identity. */
  readonly columns: readonly Column<Row>[];
  /** Rows of one subject that are judged together. */
  readonly group: (row: Row) => string;
  /** Of the stored row, as loaded: the group it belongs to, read from this column; null where a subject is one group. */
  readonly groupColumn: string | null;
}

interface OpenRow {
  readonly id: string;
  readonly group: string;
}

interface NewRow {
  readonly subject: StreamName;
  readonly id: string;
  readonly values: readonly (string | number | boolean | null)[];
  readonly knownFrom: string;
  knownUntil: string | null;
  readonly cause: string;
}

/** What is to be written of one table at the next commit. */
export class BitemporalTable<Row> {
  /** subject → content → the row that says it, as known at the position last judged */
  private readonly open = new Map<StreamName, Map<string, OpenRow>>();
  private readonly added = new Map<string, NewRow>();
  private readonly closed: { subject: StreamName; id: string; until: string }[] = [];

  constructor(
    private readonly definition: TableDefinition<Row>,
    private readonly schema: string,
  ) {}

  isLoaded(subject: StreamName): boolean {
    return this.open.has(subject);
  }

  /** Nothing is known of a subject yet: spares looking for its rows. */
  begin(subject: StreamName): void {
    this.open.set(subject, new Map());
  }

  /** Forgets what was loaded, and what waited to be written: the transaction it was for has failed. */
  forget(): void {
    this.open.clear();
    this.added.clear();
    this.closed.length = 0;
  }

  /** Loads the rows of these subjects that are open on the known axis. */
  async load(client: ClientBase, subjects: readonly StreamName[]): Promise<void> {
    const wanted = subjects.filter((subject) => !this.open.has(subject));
    if (wanted.length === 0) return;
    const { table, columns, groupColumn } = this.definition;
    const content = columns.map(({ name, type, arrayOf }) => textOf(name, type, arrayOf)).join(', ');
    const { rows } = await client.query<string[]>({
      text: `SELECT subject, id, ${groupColumn ?? "''"}, ${content} FROM ${this.schema}.${table}
             WHERE subject = ANY($1) AND known_until IS NULL`,
      values: [wanted],
      rowMode: 'array',
    });
    for (const subject of wanted) this.open.set(subject, new Map());
    for (const [subject, id = '', group = '', ...values] of rows) {
      this.open.get(subject as StreamName)?.set(contentOf(values), { id, group });
    }
  }

  /** Says what holds for a group of a subject from a position (as stored) on. */
  judge(subject: StreamName, group: string, rows: readonly Row[], position: string, cause: string): void {
    const open = this.open.get(subject);
    if (!open) throw new Error(`the rows of ${subject} were not loaded before it was judged`);
    const said = new Map(rows.map((row) => [contentOf(textsOf(this.definition, row)), row]));
    for (const [content, row] of open) {
      if (row.group !== group || said.has(content)) continue;
      open.delete(content);
      this.close(subject, row.id, position);
    }
    for (const [content, row] of said) {
      if (open.has(content)) continue;
      const id = idOf(content, position);
      open.set(content, { id, group });
      const values = this.definition.columns.map((column) => column.value(row));
      this.added.set(`${subject}|${id}`, {
        subject,
        id,
        values,
        knownFrom: position,
        knownUntil: null,
        cause,
      });
    }
  }

  private close(subject: StreamName, id: string, position: string): void {
    const fresh = this.added.get(`${subject}|${id}`);
    if (!fresh) this.closed.push({ subject, id, until: position });
    else if (fresh.knownFrom === position) this.added.delete(`${subject}|${id}`);
    else fresh.knownUntil = position;
  }

  /** Writes what is waiting, in two statements at most. */
  async flush(client: ClientBase): Promise<void> {
    if (this.closed.length > 0) {
      const { rowCount } = await client.query(
        `UPDATE ${this.schema}.${this.definition.table} AS t SET known_until = c.until
         FROM unnest($1::text[], $2::text[], $3::bigint[]) AS c (subject, id, until)
         WHERE t.subject = c.subject AND t.id = c.id`,
        [
          this.closed.map((row) => row.subject),
          this.closed.map((row) => row.id),
          this.closed.map((row) => row.until),
        ],
      );
      if (rowCount !== this.closed.length)
        throw new Error(`rows of ${this.definition.table} are not what was loaded`);
      this.closed.length = 0;
    }
    if (this.added.size > 0) {
      await this.insert(client, [...this.added.values()]);
      this.added.clear();
    }
  }

  private async insert(client: ClientBase, rows: readonly NewRow[]): Promise<void> {
    const { table, columns } = this.definition;
    const types = ['text', 'text', ...columns.map(({ type }) => type), 'bigint', 'bigint', 'uuid'];
    const names = ['subject', 'id', ...columns.map(({ name }) => name), 'known_from', 'known_until', 'cause'];
    const picked = ['n.subject', 'n.id', ...columns.map(pick), 'n.known_from', 'n.known_until', 'n.cause'];
    await client.query({
      name: `add ${this.schema}.${table}`,
      text: `INSERT INTO ${this.schema}.${table} (${names.join(', ')}) SELECT ${picked.join(', ')}
             FROM unnest(${types.map((type, index) => `$${String(index + 1)}::${type}[]`).join(', ')}) AS n (${names.join(', ')})`,
      values: [
        rows.map((row) => row.subject),
        rows.map((row) => row.id),
        ...columns.map((_, index) => rows.map((row) => row.values[index])),
        rows.map((row) => row.knownFrom),
        rows.map((row) => row.knownUntil),
        rows.map((row) => row.cause),
      ],
    });
  }
}

/** What a row says, as text: its identity, together with the position from which it is known. */
function textsOf<Row>({ columns }: TableDefinition<Row>, row: Row): readonly (string | null)[] {
  return columns.map((column) => {
    const value = column.value(row);
    return value === null ? null : String(value);
  });
}

/** The id that a row has, or would have, when it is known from a position (as stored) on. */
export function rowIdOf<Row>(definition: TableDefinition<Row>, row: Row, position: string): string {
  return idOf(contentOf(textsOf(definition, row)), position);
}

function pick({ name, arrayOf }: Pick<Column<never>, 'name' | 'arrayOf'>): string {
  return arrayOf ? `string_to_array(n.${name}, ',')::${arrayOf}[]` : `n.${name}`;
}

/** A stored column as the text that the row was judged by. */
function textOf(name: string, type: Column<never>['type'], arrayOf: Column<never>['arrayOf']): string {
  if (arrayOf) return `array_to_string(${name}, ',')`;
  if (type === 'boolean') return `CASE WHEN ${name} THEN 'true' WHEN NOT ${name} THEN 'false' END`;
  return `${name}::text`;
}

function contentOf(values: readonly (string | null)[]): string {
  return JSON.stringify(values);
}

/** Rows have deterministic ids: what a row says, and from which position. */
function idOf(content: string, position: string): string {
  return createHash('sha256').update(content).update(`@${position}`).digest('base64url').slice(0, 22);
}
