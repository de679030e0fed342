/** A question that cannot be answered: refused with a stable code (design §4) and never with what was sent. */
import { GraphQLError } from 'graphql';
import { refusalMessage, type RefusalCode, type Title } from '@ledger/vocabulary';

/** In both languages, as one line. */
export function inBothLanguages({ zh, en }: Title): string {
  return `${zh} / ${en}`;
}

export class QuestionRefused extends GraphQLError {
  constructor(
    code: RefusalCode,
    where: { readonly field?: string; readonly eventId?: string } = {},
    message: Title = refusalMessage(code),
  ) {
    super(inBothLanguages(message), { extensions: { code, ...where } });
  }
}
