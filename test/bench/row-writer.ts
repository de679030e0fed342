/**
 * Writes finished rows of the read models as the projector would have: the same inserts, the same closes and the same
 * transactions, without judging anything.
 */
import type { Pool, PoolClient } from 'pg';

interface Table {
  readonly name: string;
  /** Name and type, in the order of the table's columns; a list travels as comma-separated text. */
  readonly columns: readonly (readonly [name: string, type: string, list?: 'text' | 'uuid'])[];
}

const KEY = [
  ['subject', 'text'],
  ['id', 'text'],
] as const;
const VALID = [
  ['valid_from', 'date'],
  ['valid_until', 'date'],
] as const;
const KNOWN = [
  ['known_from', 'bigint'],
  ['known_until', 'bigint'],
] as const;
const CAUSE = ['cause', 'uuid'] as const;

const TABLES: readonly Table[] = [
  {
    name: 'entitlement',
    columns: [
      ...KEY,
      ['code', 'text'],
      ...VALID,
      ...KNOWN,
      ['status', 'text'],
      ['amount', 'bigint'],
      ['per', 'text'],
      ['amount_verified', 'boolean'],
      ['division', 'text'],
      ['priority', 'text'],
      ['priority_class', 'text'],
      ['missing', 'text', 'text'],
      CAUSE,
    ],
  },
  {
    name: 'membership',
    columns: [...KEY, ['person', 'text'], ['kind', 'text'], ['relation', 'text'], ...VALID, ...KNOWN, CAUSE],
  },
  {
    name: 'finding',
    columns: [
      ...KEY,
      ['kind', 'text'],
      ['code', 'text'],
      ['entitlement', 'text'],
      ['division', 'text'],
      ...VALID,
      ...KNOWN,
      ['events', 'text', 'uuid'],
      CAUSE,
    ],
  },
];

/** The rows of one transaction, column by column. */
export interface RowBatch {
  readonly upTo: string;
  readonly subjects: Columns;
  readonly tables: readonly { readonly added: Columns; readonly closed: Columns }[];
}

type Columns = readonly (readonly (string | null)[])[];

/** What a projector wrote in the transaction that took it from one position to another (as stored). */
export async function batchBetween(
  pool: Pool,
  schema: string,
  after: string,
  upTo: string,
): Promise<RowBatch> {
  const read = async (text: string, width: number): Promise<Columns> => {
    const { rows } = await pool.query<(string | null)[]>({ text, values: [after, upTo], rowMode: 'array' });
    return Array.from({ length: width }, (_, index) => rows.map((row) => row[index] ?? null));
  };
  const begun = 'known_from > $1 AND known_from <= $2';
  const tables = [];
  for (const { name, columns } of TABLES) {
    const picked = columns.map(([column, , list]) => {
      if (column === 'known_until') return 'CASE WHEN known_until <= $2 THEN known_until END::text';
      return list ? `array_to_string(${column}, ',')` : `${column}::text`;
    });
    const added = await read(
      `SELECT ${picked.join(', ')} FROM ${schema}.${name} WHERE ${begun}`,
      columns.length,
    );
    const closed = await read(
      `SELECT subject, id, known_until::text FROM ${schema}.${name}
       WHERE known_until > $1 AND known_until <= $2 AND known_from <= $1`,
      3,
    );
    tables.push({ added, closed });
  }
  const subjects = await read(`SELECT subject, known_from::text FROM ${schema}.subject WHERE ${begun}`, 2);
  return { upTo, subjects, tables };
}

export class RowWriter {
  constructor(
    private readonly pool: Pool,
    private readonly schema: string,
  ) {}

  async write({ upTo, subjects, tables }: RowBatch): Promise<void> {
    const client = await this.pool.connect();
    try {
      await client.query('BEGIN');
      await client.query(`SELECT FROM ${this.schema}.checkpoint FOR UPDATE`);
      await this.run(
        client,
        `INSERT INTO ${this.schema}.subject SELECT * FROM unnest($1::text[], $2::bigint[])`,
        subjects,
      );
      for (const [index, { added, closed }] of tables.entries()) {
        const table = TABLES[index] as Table;
        await this.run(client, this.closing(table), closed);
        await this.run(client, this.adding(table), added);
      }
      await client.query(`UPDATE ${this.schema}.checkpoint SET position = $1`, [upTo]);
      await client.query('COMMIT');
    } finally {
      client.release();
    }
  }

  private async run(client: PoolClient, text: string, columns: Columns): Promise<void> {
    if (columns[0]?.length === 0) return;
    await client.query({ name: text.slice(0, 60), text, values: [...columns] });
  }

  private adding({ name, columns }: Table): string {
    const names = columns.map(([column]) => column).join(', ');
    const picked = columns.map(([column, , list]) =>
      list ? `string_to_array(${column}, ',')::${list}[]` : column,
    );
    const lists = columns.map(([, type], index) => `$${index + 1}::${type}[]`);
    return `INSERT INTO ${this.schema}.${name} (${names}) SELECT ${picked.join(', ')} FROM unnest(${lists.join(', ')}) AS n (${names})`;
  }

  private closing({ name }: Table): string {
    return `UPDATE ${this.schema}.${name} t SET known_until = c.until
            FROM unnest($1::text[], $2::text[], $3::bigint[]) AS c (subject, id, until)
            WHERE t.subject = c.subject AND t.id = c.id`;
  }
}

/** @throws Error unless both schemas hold the same answers: only then have both done the same work */
export async function insistOnSameRows(pool: Pool, one: string, other: string): Promise<void> {
  for (const { name } of TABLES) {
    const { rowCount } = await pool.query(
      `(TABLE ${one}.${name} EXCEPT ALL TABLE ${other}.${name}) UNION ALL (TABLE ${other}.${name} EXCEPT ALL TABLE ${one}.${name})`,
    );
    if (rowCount !== 0)
      throw new Error(`${one}.${name} and ${other}.${name} differ in ${String(rowCount)} rows`);
  }
}
