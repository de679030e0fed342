/** The HTTP server: GraphQL by Nest and Apollo, and the door for import files. */
import { Readable } from 'node:stream';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { IntakeOptions } from '@ledger/intake';
import { importFile } from './import/import-file.js';
import { LedgerModule } from './ledger.module.js';
import { MOST_BYTES_A_REQUEST } from './limits.js';
import type { Ports } from './ports.js';
import type { JsonLog } from './start/json-log.js';

const NDJSON = 'application/x-ndjson';

export interface HttpOptions {
  readonly host: string;
  readonly port: number;
  readonly intake: IntakeOptions;
  readonly log: JsonLog;
}

export interface HttpServer {
  /** Of the GraphQL endpoint. */
  readonly url: string;
  /** Answers what is under way and takes nothing new. */
  close(): Promise<void>;
}

export async function serve(ports: Ports, { host, port, intake, log }: HttpOptions): Promise<HttpServer> {
  const adapter = new FastifyAdapter({ bodyLimit: MOST_BYTES_A_REQUEST, forceCloseConnections: 'idle' });
  // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- Nest's options are a class by mistake
  const app = await NestFactory.create<NestFastifyApplication>(LedgerModule.over(ports), adapter, {
    logger: log,
    abortOnError: false,
  });
  openImportDoor(app, { ports, intake, log });
  await app.listen(port, host);
  const url = new URL('/graphql', await app.getUrl());
  return { url: url.href, close: () => app.close() };
}

interface ImportDoor {
  readonly ports: Ports;
  readonly intake: IntakeOptions;
  readonly log: JsonLog;
}

/** A file is read as it arrives, however long it is, and answered line by line as it goes. */
function openImportDoor(app: NestFastifyApplication, { ports: { recorder }, intake, log }: ImportDoor): void {
  const http = app.getHttpAdapter().getInstance();
  http.addContentTypeParser(NDJSON, (_request, payload, done) => done(null, payload));
  http.post<{ Body: Readable; Querystring: { dryRun?: string } }>('/import', async (request, reply) => {
    if (request.headers['content-type'] !== NDJSON) return reply.code(415).send({ code: 'MALFORMED' });
    const dryRun = request.query.dryRun === 'true';
    const lines = linesOf(importFile(request.body, { recorder, intake, dryRun }), log);
    return reply.type(NDJSON).send(Readable.from(lines));
  });
}

async function* linesOf(
  answers: AsyncIterable<object>,
  log: JsonLog,
): AsyncGenerator<string, void, undefined> {
  try {
    for await (const answer of answers) yield `${JSON.stringify(answer)}\n`;
  } catch (error) {
    log.error(error);
    throw error; // the client sees the answer break off, and sends its file again
  }
}
