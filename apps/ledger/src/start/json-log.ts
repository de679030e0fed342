/** One JSON line an event on standard error. Variables are never logged, and what may hold an identity is left out. */
import type { LoggerService } from '@nestjs/common';

type Level = 'info' | 'warn' | 'error';

/** What PostgreSQL says of an error may quote the row: only what names no value is kept. */
const OF_THE_DATABASE = ['code', 'severity', 'schema', 'table', 'constraint', 'routine'] as const;
const LOOKS_LIKE_AN_IDENTITY = /\d{14,}[\dXx]?/g;

export class JsonLog implements LoggerService {
  constructor(private readonly write: (line: string) => void = (line) => process.stderr.write(line)) {}

  /** Nest tells of every route it maps; only what this service says itself is worth a line. */
  log(): void {
    return undefined;
  }

  info(message: string, details: Readonly<Record<string, unknown>> = {}): void {
    this.line('info', { message, ...details });
  }

  warn(message: unknown): void {
    this.line('warn', detailsOf(message));
  }

  error(message: unknown): void {
    this.line('error', detailsOf(message));
  }

  private line(level: Level, details: Readonly<Record<string, unknown>>): void {
    this.write(`${JSON.stringify({ time: new Date().toISOString(), level, ...details })}\n`);
  }
}

function detailsOf(message: unknown): Readonly<Record<string, unknown>> {
  if (message instanceof Error) return errorDetails(message);
  if (typeof message === 'object' && message !== null) return { ...message };
  return { message: withoutIdentities(String(message)) };
}

function errorDetails(error: Error): Readonly<Record<string, unknown>> {
  const at = (error.stack ?? '').split('\n').filter((line) => line.startsWith('    at '));
  const cause = error.cause instanceof Error ? { cause: errorDetails(error.cause) } : {};
  const known = error as Error & Partial<Record<(typeof OF_THE_DATABASE)[number], unknown>>;
  if (known.severity !== undefined) {
    const kept = Object.fromEntries(OF_THE_DATABASE.map((field) => [field, known[field]]));
    return { message: 'the database refused', ...kept, at, ...cause };
  }
  return { name: error.name, message: withoutIdentities(error.message), at, ...cause };
}

function withoutIdentities(text: string): string {
  return text.replace(LOOKS_LIKE_AN_IDENTITY, '***');
}
