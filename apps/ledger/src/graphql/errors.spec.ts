import { GraphQLError } from 'graphql';
import { NotYetProjected } from '@ledger/read-models';
import type { Position } from '@ledger/vocabulary';
import { tell, withoutValues } from './errors.js';

const INTERNAL = { message: 'x', extensions: { code: 'INTERNAL_SERVER_ERROR' } };

/** As graphql-js hands over what a resolver threw. */
function thrown(cause: object): GraphQLError {
  return new GraphQLError('x', {
    path: ['person'],
    originalError: Object.assign(new Error('secret'), cause),
  });
}

describe('an error', () => {
  it.each([
    ['a library’s own code', new NotYetProjected('1' as Position), 'NOT_YET_PROJECTED'],
    ['a refused connection', { code: 'ECONNREFUSED' }, 'UNAVAILABLE'],
    ['a server that shuts down', { code: '57P01' }, 'UNAVAILABLE'],
    ['a server with too many connections', { code: '53300' }, 'UNAVAILABLE'],
    ['a connection cut off', { message: 'Connection terminated unexpectedly' }, 'UNAVAILABLE'],
  ])('of %s is told by its code', (_, cause, code) => {
    const { error, unexpected } = tell(INTERNAL, thrown(cause));
    expect(error.extensions).toEqual({ code });
    expect(unexpected).toBe(false);
    expect(error.message).not.toContain('secret');
  });

  it.each([
    ['a bug', new TypeError('secret')],
    ['a broken constraint', { code: '23505', detail: 'secret' }],
    ['nothing at all', {}],
  ])('of %s is ours, and told without details', (_, cause) => {
    const { error, unexpected } = tell(INTERNAL, thrown(cause));
    expect(error.extensions).toEqual({ code: 'INTERNAL_SERVER_ERROR' });
    expect(unexpected).toBe(true);
    expect(JSON.stringify(error)).not.toContain('secret');
  });

  it('keeps its place and nothing else that is not in the contract', () => {
    const formatted = {
      ...{ message: 'm', path: ['person'], locations: [{ line: 1, column: 2 }] },
      extensions: { code: 'INVALID_FIELD', field: 'first', stacktrace: ['at x'] },
    };
    expect(tell(formatted, undefined).error).toEqual({
      ...formatted,
      extensions: { code: 'INVALID_FIELD', field: 'first' },
    });
  });
});

describe('what GraphQL quotes', () => {
  it.each([
    [
      'Variable "$events" got invalid value { id: "1", name: "吉克; 阿呷 at \\"x\\"; y" } at "events[0]"; Field "source" of required type "SourceInput!" was not provided.',
      'Variable "$events" is not valid at "events[0]"; Field "source" of required type "SourceInput!" was not provided.',
    ],
    [
      'Variable "$id" got invalid value { n: 11010519491231002 }; String cannot represent a non string value: { n: 11010519491231002 }',
      'Variable "$id" is not valid; String cannot represent a non string value',
    ],
    [
      'String cannot represent a non string value: 11010519491231002',
      'String cannot represent a non string value',
    ],
    ['Int cannot represent non-integer value: "吉克"', 'Int cannot represent non-integer value'],
    [
      'Value "吉克" does not exist in "EntitlementStatus" enum.',
      'This value does not exist in "EntitlementStatus" enum.',
    ],
    ['Expected value of type "At", found "吉克".', 'Expected value of type "At"'],
    ['Syntax Error: Expected Name, found String "吉克".', 'Syntax Error: Expected Name'],
    ['Syntax Error: Unexpected String "吉克".', 'Syntax Error: Unexpected String'],
    ['Syntax Error: Unexpected character: "吉".', 'Syntax Error: Unexpected character'],
    ['Field "吉克" is not defined by type "At".', 'Field "?" is not defined by type "At".'],
    ['Cannot query field "salary" on type "Person".', 'Cannot query field "salary" on type "Person".'],
  ])('%s', (message, told) => {
    expect(withoutValues(message)).toBe(told);
  });
});
