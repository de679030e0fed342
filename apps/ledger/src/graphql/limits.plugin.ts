/** Refuses an operation that asks for more than limits.ts allows, before any of it is carried out. */
import type { ApolloServerPlugin } from '@apollo/server';
import { GraphQLError } from 'graphql';
import { DEEPEST_SELECTION, MOST_ALIASES, MOST_DIRECTIVES, MOST_VALUES } from '../limits.js';
import { extentOf, type Extent } from './extent.js';

const LIMITS: Readonly<Record<keyof Extent, number>> = {
  depth: DEEPEST_SELECTION,
  aliases: MOST_ALIASES,
  directives: MOST_DIRECTIVES,
  values: MOST_VALUES,
};

export function limitsPlugin(): ApolloServerPlugin {
  return {
    async requestDidStart() {
      return {
        async didResolveOperation({ schema, document, operation, request }) {
          if (!operation) return;
          const extent = extentOf(schema, document, operation, request.variables ?? {});
          for (const [what, most] of Object.entries(LIMITS) as [keyof Extent, number][]) {
            if (extent[what] > most) throw tooLarge(what, most);
          }
        },
      };
    },
  };
}

function tooLarge(what: keyof Extent, most: number): GraphQLError {
  return new GraphQLError(`查询过大 / This operation is larger than allowed: ${what}, at most ${most}`, {
    extensions: { code: 'TOO_LARGE', field: what, http: { status: 400 } },
  });
}
