/** Why somebody has, or has not, an entitlement: re-computed from the log, never taken from the read model (design §6). */
import { Logger } from '@nestjs/common';
import { GraphQLError } from 'graphql';
import { yuanOf } from '@ledger/case';
import { explain, outcomesOf, type Explanation as Reason, type Outcome } from '@ledger/rules';
import { BEGINNING, contains, END } from '@ledger/time';
import type { Entitlement } from '../entitlement/entitlement.type.js';
import type { Reading } from '../reading/reading.js';
import { Explanation } from './explanation.type.js';

const log = new Logger('self-audit');

/** @throws GraphQLError READ_MODEL_DIFFERS where the read model says otherwise than the log */
export async function explanationOf(reading: Reading, entitlement: Entitlement): Promise<Explanation> {
  const { definition, holder, moment, outcome } = entitlement;
  const { subject } = await reading.cases(moment.position).load(holder.stream);
  const ofNobodyHere = definition.beneficiary.kind === 'household' && subject.kind === 'person';
  const memberThen = holder.memberDuring?.some((period) => contains(period, moment.asOf)) ?? true;
  if (ofNobodyHere || !memberThen) return new Explanation(belongsToNone(entitlement), moment.position);
  const { recomputed, reason } = await reading.once(`explanation ${keyOf(entitlement)}`, async () => ({
    recomputed: outcomesOf(definition, subject).find((one) => contains(one, moment.asOf)),
    reason: explain(definition, subject, moment.asOf),
  }));
  if (answer(recomputed) !== answer(outcome)) throw differs(entitlement, answer(recomputed), answer(outcome));
  return new Explanation(reason, moment.position);
}

function keyOf({ stream, code, moment }: Entitlement): string {
  return `${stream} ${code} ${moment.position} ${moment.asOf}`;
}

function answer(outcome: Outcome | null | undefined): string {
  if (!outcome) return 'not-entitled';
  const { status, amount, per } = outcome;
  return amount === null ? status : `${status} ${yuanOf(amount)} a ${per ?? ''}`;
}

function differs({ stream, code, moment }: Entitlement, fromLog: string, stored: string): GraphQLError {
  log.error({
    message: 'the read model differs from the log',
    stream,
    code,
    position: moment.position,
    fromLog,
    stored,
  });
  return new GraphQLError(`recomputed from the log: ${fromLog}; in the read model: ${stored}`, {
    extensions: { code: 'READ_MODEL_DIFFERS', field: code },
  });
}

function belongsToNone({ definition }: Entitlement): Reason {
  const nowhere: Reason = {
    label: { zh: '当日是该类家庭的成员', en: 'A member of such a household on that day' },
    verdict: 'no',
    value: null,
    from: BEGINNING,
    until: END,
    article: null,
    restsOn: [],
    because: [],
  };
  return { ...nowhere, label: definition.title, article: definition.article, because: [nowhere] };
}
