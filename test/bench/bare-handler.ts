/** The floor of the query: node:http and the statements that the tour's question comes to, and nothing else. */
import { createServer } from 'node:http';
import { Pool } from 'pg';

const pool = new Pool({ connectionString: process.env['BENCH_DATABASE_URL'], max: 10 });

const STATEMENTS = {
  head: 'SELECT position::text, recorded_at::text FROM log.head',
  state: `SELECT p.position::text AS checkpoint, c.position::text, c.after::text, c.event, c.cursor
          FROM reading.checkpoint p LEFT JOIN reading.campaign c ON NOT c.finished ORDER BY c.position`,
  memberships: `SELECT subject, person, kind, relation, valid_from::text AS from, valid_until::text AS until FROM reading.membership
                WHERE (subject = ANY($1) OR person = ANY($1)) AND known_from <= $2 AND (known_until IS NULL OR known_until > $2)`,
  entitlements: `SELECT subject, code, valid_from::text, valid_until::text, status, amount::text, per, amount_verified,
                        division, priority, priority_class, missing, cause
                 FROM reading.entitlement
                 WHERE subject = ANY($1) AND known_from <= $2 AND (known_until IS NULL OR known_until > $2)`,
} as const;

async function ask<Row>(
  name: keyof typeof STATEMENTS,
  values: readonly unknown[] = [],
): Promise<readonly Row[]> {
  const { rows } = await pool.query<Row & object>({ name, text: STATEMENTS[name], values: [...values] });
  return rows;
}

const server = createServer((request, response) => {
  let body = '';
  request.on('data', (chunk: Buffer) => (body += chunk.toString()));
  request.on('end', () => {
    void answer(body).then((text) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(text);
    });
  });
});

async function answer(body: string): Promise<string> {
  const { variables } = JSON.parse(body) as { variables: { id: string } };
  const person = `person-${variables.id}`;
  const [head] = await ask<{ position: string }>('head');
  await ask('state');
  const memberships = await ask<{ subject: string }>('memberships', [[person], head?.position]);
  const subjects = [person, ...new Set(memberships.map(({ subject }) => subject))];
  return JSON.stringify({ data: await ask('entitlements', [subjects, head?.position]) });
}

server.listen(0, '127.0.0.1', () => {
  process.stdout.write(`${JSON.stringify(server.address())}\n`);
});
