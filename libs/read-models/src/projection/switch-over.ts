/**
 * Puts tables made beside in the place of the live ones. Tables made LIKE others have other names for their keys and
 * indexes and no comments: they take over those of the tables they replace, so that migrations find what they made.
 */
import type { ClientBase } from 'pg';

const GOING = 'reading_going';

export async function switchTo(client: ClientBase, beside: string, live: string): Promise<void> {
  await client.query(`ALTER SCHEMA ${live} RENAME TO ${GOING}`);
  await client.query(`ALTER SCHEMA ${beside} RENAME TO ${live}`);
  for (const statement of await takingOver(client, live)) await client.query(statement);
  await client.query(`DROP SCHEMA ${GOING} CASCADE`);
}

/** Statements that give the new tables the names and comments of the old ones. */
async function takingOver(client: ClientBase, live: string): Promise<readonly string[]> {
  const { rows } = await client.query<{ statement: string }>(
    `WITH index_of AS (
       SELECT n.nspname, t.relname AS table_name, c.relname AS index_name, i.indkey::text AS keys, i.indisunique,
              coalesce(pg_get_expr(i.indpred, i.indrelid), '') AS predicate
       FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_class t ON t.oid = i.indrelid
       JOIN pg_namespace n ON n.oid = t.relnamespace)
     SELECT format('ALTER INDEX %I.%I RENAME TO %I', $2::text, fresh.index_name, old.index_name) AS statement
     FROM index_of old JOIN index_of fresh USING (table_name, keys, indisunique, predicate)
     WHERE old.nspname = $1 AND fresh.nspname = $2 AND old.index_name <> fresh.index_name
     UNION ALL
     SELECT format('COMMENT ON TABLE %I.%I IS %L', $2::text, t.relname, obj_description(t.oid, 'pg_class'))
     FROM pg_class t JOIN pg_namespace n ON n.oid = t.relnamespace
     WHERE n.nspname = $1 AND t.relkind = 'r'
     UNION ALL
     SELECT format('COMMENT ON SCHEMA %I IS %L', $2::text, obj_description(oid, 'pg_namespace'))
     FROM pg_namespace WHERE nspname = $1`,
    [GOING, live],
  );
  return rows.map(({ statement }) => statement);
}
