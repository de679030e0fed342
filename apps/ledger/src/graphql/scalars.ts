/** The contract's scalars. What is not of their form is refused with INVALID_FIELD and never quoted back. */
import { GraphQLError, GraphQLScalarType, Kind, valueFromASTUntyped, type ValueNode } from 'graphql';
import { parseDay } from '@ledger/time';

const INSTANT =
  /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,9})?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/;
const POSITION = /^\d{20}$/;
const MONEY = /^(0|[1-9]\d{0,14})(\.\d{1,2})?$/;

/** `YYYY-MM-DD`, inside and at the boundary. */
export const CalendarDate = textScalar({
  name: 'CalendarDate',
  description: 'YYYY-MM-DD, a day in Asia/Shanghai (valid time).',
  example: '2020-03-01',
  holds: (text) => parseDay(text) !== undefined,
});

/** RFC 3339 text, inside and at the boundary. */
export const Instant = textScalar({
  name: 'Instant',
  description: 'RFC 3339 with offset; answered in UTC (transaction time).',
  example: '2020-03-01T09:00:00+08:00',
  holds: (text) => parseDay(INSTANT.exec(text)?.[1] ?? '') !== undefined,
});

export const Position = textScalar({
  name: 'Position',
  description: "Opaque, ordered text; a place in the ledger's one total order.",
  example: '00000000000000000042',
  holds: (text) => POSITION.test(text),
});

export const Money = textScalar({
  name: 'Money',
  description: 'Decimal text, CNY, for example "105.00".',
  example: '105.00',
  holds: (text) => MONEY.test(text),
});

export const JsonValue = new GraphQLScalarType({
  name: 'JSON',
  parseValue: (value) => value,
  parseLiteral: (literal, variables) => valueFromASTUntyped(literal, variables),
});

interface TextScalar {
  readonly name: string;
  readonly description: string;
  readonly example: string;
  /** Whether a text is of this scalar's form. */
  readonly holds: (text: string) => boolean;
}

function textScalar({ name, description, example, holds }: TextScalar): GraphQLScalarType<string, string> {
  const parse = (value: unknown): string => {
    if (typeof value === 'string' && holds(value)) return value;
    throw new GraphQLError(`not a ${name}, for example ${example}`, {
      extensions: { code: 'INVALID_FIELD' },
    });
  };
  return new GraphQLScalarType<string, string>({
    name,
    description,
    serialize: String,
    parseValue: parse,
    parseLiteral: (literal: ValueNode) => parse(literal.kind === Kind.STRING ? literal.value : undefined),
  });
}
