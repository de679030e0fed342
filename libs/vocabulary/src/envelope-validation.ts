/** The envelope of a sent event, judged before its payload (design §4). */
import { type z } from 'zod';
import { CONFIDENCES, type Confidence, type Evidence, type Source } from './envelope.js';
import { nodesOf } from './field-tree.js';
import { calendarDate, code, division, eventId, group, list, oneOf, text } from './fields.js';
import { message } from './messages.js';
import { holdsNationalId } from './national-id.js';
import { judge, type FieldProblem, type Validated } from './validate.js';

/** What the sender says about an event beside its type, its subject and its payload. */
export interface SentEnvelope {
  readonly id: string;
  readonly effectiveOn: string;
  readonly effectiveUntil?: string;
  readonly source: Source;
  readonly confidence: Confidence;
  readonly evidence: readonly Evidence[];
  readonly causationId?: string;
  readonly correlationId?: string;
}

/** Long enough for any office's numbering, too short to be a document. */
const LONGEST_REFERENCE = 200;
const reference = () => text(LONGEST_REFERENCE);

const envelope = group({
  id: eventId(),
  effectiveOn: calendarDate(),
  effectiveUntil: calendarDate().exactOptional(),
  source: group({
    department: code('department'),
    division: division().exactOptional(),
    system: reference().exactOptional(),
    recordNumber: reference().exactOptional(),
    officer: reference().exactOptional(),
    channel: reference().exactOptional(),
  }),
  confidence: oneOf(...CONFIDENCES).exactOptional(),
  evidence: list(
    group({ kind: reference(), reference: reference(), sha256: text(64).exactOptional() }),
  ).exactOptional(),
  causationId: eventId().exactOptional(),
  correlationId: reference().exactOptional(),
});
const FIELDS = nodesOf(envelope);

type Sent = z.output<typeof envelope>;

const SHA256 = /^[0-9a-f]{64}$/;

/**
 * The envelope, with what is silent made explicit: `verified`, no evidence. Whether the department owns the fact and
 * whether the day lies in the future are the deciders' to say.
 */
export function validateEnvelope(sent: unknown): Validated<SentEnvelope> {
  const judged = judge<Sent>(envelope, FIELDS, sent);
  if (!judged.ok) return judged;
  const { confidence = 'verified', evidence = [], ...rest } = judged.data;
  const problems = [
    ...periodProblems(judged.data),
    ...identityProblems(judged.data),
    ...digestProblems(evidence),
  ];
  return problems.length > 0
    ? { ok: false, problems }
    : { ok: true, data: { ...rest, confidence, evidence } };
}

function periodProblems({ effectiveOn, effectiveUntil }: Sent): readonly FieldProblem[] {
  if (effectiveUntil === undefined || effectiveUntil > effectiveOn) return [];
  const field = 'effectiveUntil';
  return [{ code: 'INVALID_PERIOD', field, message: message('envelope.period', { field }) }];
}

/** Everything in the envelope is stored in clear. */
function identityProblems({ source, evidence = [], correlationId }: Sent): readonly FieldProblem[] {
  const clear: readonly (readonly [field: string, text: string | undefined])[] = [
    ['source.recordNumber', source.recordNumber],
    ['source.system', source.system],
    ['source.officer', source.officer],
    ['source.channel', source.channel],
    ['correlationId', correlationId],
    ...evidence.map((document, index) => [`evidence[${index}].reference`, document.reference] as const),
  ];
  return clear
    .filter(([, value]) => value !== undefined && holdsNationalId(value))
    .map(([field]) => ({
      code: 'INVALID_FIELD',
      field,
      message: message('envelope.identityInReference', { field }),
    }));
}

function digestProblems(evidence: readonly Evidence[]): readonly FieldProblem[] {
  return evidence.flatMap(({ sha256 }, index) => {
    if (sha256 === undefined || SHA256.test(sha256)) return [];
    const field = `evidence[${index}].sha256`;
    return [{ code: 'INVALID_FIELD' as const, field, message: message('envelope.sha256', { field }) }];
  });
}
