/** Lines of an import file as GraphQL takes them. */
import type { LedgerUnderTest } from './ledger-under-test.js';

type Fields = Readonly<Record<string, unknown>>;

const SUBJECTS = ['person', 'nationalId', 'household', 'decision', 'complaint', 'division'] as const;

/** A LifeEventInput that says what a line says, wrong or right. */
export function lifeEvent({ type, data, ...line }: Fields): Fields {
  const subject = Object.fromEntries(SUBJECTS.flatMap((kind) => (kind in line ? [[kind, line[kind]]] : [])));
  const envelope = Object.fromEntries(
    Object.entries(line).filter(([field]) => !(SUBJECTS as readonly string[]).includes(field)),
  );
  return { ...envelope, subject, event: { [payloadField(String(type))]: data } };
}

function payloadField(type: string): string {
  return type.charAt(0).toLowerCase() + type.slice(1);
}

export interface RecordResult {
  readonly id: string;
  readonly outcome: 'RECORDED' | 'ALREADY_RECORDED' | 'REFUSED';
  readonly position: string | null;
  readonly recordedAt: string | null;
  readonly code: string | null;
  readonly field: string | null;
  readonly message: string | null;
}

export const RECORD = `mutation Record($events: [LifeEventInput!]!) {
  recordLifeEvents(events: $events) { id outcome position recordedAt code field message } }`;

/** Records lines; what each of them came to. */
export async function record(
  ledger: LedgerUnderTest,
  ...lines: readonly Fields[]
): Promise<readonly RecordResult[]> {
  const variables = { events: lines.map(lifeEvent) };
  const { recordLifeEvents } = await ledger.answer<{ recordLifeEvents: RecordResult[] }>(RECORD, variables);
  return recordLifeEvents;
}
