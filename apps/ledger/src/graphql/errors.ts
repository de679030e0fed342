/** What a client is told of an error: a stable code, what to do, and nothing that it or the ledger would rather not say. */
import { ApolloServerErrorCode, unwrapResolverError } from '@apollo/server/errors';
import { type ArgumentsHost, Catch } from '@nestjs/common';
import { BaseExceptionFilter } from '@nestjs/core';
import type { GqlContextType } from '@nestjs/graphql';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { isRefusalCode, refusalMessage, type RefusalCode } from '@ledger/vocabulary';
import { inBothLanguages } from './refusals.js';

/** SQLSTATE classes and Node's own codes of a server that is not there, going away or too busy. */
const NOT_THERE = /^(08...|53...|57P0[1-5]|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EPIPE|ENOTFOUND)$/;
const NOT_THERE_SAID =
  /timeout exceeded when trying to connect|Connection terminated|the event store is closed/;

const OUR_FAULT = '内部错误，请稍后再试。 / Something went wrong here; please try again later.';

export interface Told {
  readonly error: GraphQLFormattedError;
  /** To be looked into: not the client's doing. */
  readonly unexpected: boolean;
}

/** @param formatted as Apollo would answer it, @param thrown as it was thrown */
export function tell(formatted: GraphQLFormattedError, thrown: unknown): Told {
  const { path, locations } = formatted;
  const where = { ...(path && { path }), ...(locations && { locations }) };
  const { code: given, field, eventId } = formatted.extensions ?? {};
  const said = codeOfScalar(thrown) ?? given;
  if (said !== ApolloServerErrorCode.INTERNAL_SERVER_ERROR) {
    const extensions = {
      code: said,
      ...(field !== undefined && { field }),
      ...(eventId !== undefined && { eventId }),
    };
    return { error: { ...where, message: withoutValues(formatted.message), extensions }, unexpected: false };
  }
  const cause = unwrapResolverError(thrown);
  const code = codeOf(cause);
  if (code) return { error: { ...where, ...refusal(code, cause) }, unexpected: false };
  return { error: { ...where, message: OUR_FAULT, extensions: { code: said } }, unexpected: true };
}

/** Of a scalar that could not read what stands in the document: Apollo calls that an invalid document. */
function codeOfScalar(thrown: unknown): RefusalCode | undefined {
  const original = thrown instanceof GraphQLError ? thrown.originalError : undefined;
  const code = original instanceof GraphQLError ? original.extensions['code'] : undefined;
  return typeof code === 'string' && isRefusalCode(code) ? code : undefined;
}

function refusal(code: RefusalCode, cause: unknown): Pick<GraphQLFormattedError, 'message' | 'extensions'> {
  const field = (cause as { readonly field?: unknown }).field;
  return {
    message: inBothLanguages(refusalMessage(code)),
    extensions: { code, ...(typeof field === 'string' ? { field } : {}) },
  };
}

/** Of an error that a library threw with a code of ours, or of a database that is not there. */
function codeOf(cause: unknown): RefusalCode | undefined {
  const { code, message } = cause as { readonly code?: unknown; readonly message?: unknown };
  if (typeof code === 'string' && isRefusalCode(code)) return code;
  const isGone = NOT_THERE.test(String(code)) || NOT_THERE_SAID.test(String(message));
  return isGone ? 'UNAVAILABLE' : undefined;
}

/** GraphQL quotes what it could not read; in it may be names and numbers. Each pair cuts one of its ways to do so. */
const QUOTATIONS: readonly (readonly [RegExp, string])[] = [
  [/(cannot represent [\w -]*value): .*$/s, '$1'],
  [/Value ".*" does not exist/s, 'This value does not exist'],
  [/ got invalid value .*( at "[\w.[\]]+"); ([^;]*)$/s, ' is not valid$1; $2'],
  [/ got invalid value .*; ([^;]*)$/s, ' is not valid; $1'],
  [/, found .*$/s, ''],
  [/(Unexpected \w+)[ :]+".*$/s, '$1'],
  [/Field "(?!\w{1,100}")[^"]*"/g, 'Field "?"'],
  [/\d{14,}[\dXx]?/g, '***'],
];

export function withoutValues(message: string): string {
  return QUOTATIONS.reduce((text, [quotation, instead]) => text.replace(quotation, instead), message);
}

/** Nest would log every refusal as a crash; what a resolver throws is for {@link tell} to judge. */
@Catch()
export class ResolverErrors extends BaseExceptionFilter {
  override catch(thrown: unknown, host: ArgumentsHost): unknown {
    if (host.getType<GqlContextType>() === 'graphql') return thrown;
    super.catch(thrown, host);
    return undefined;
  }
}
