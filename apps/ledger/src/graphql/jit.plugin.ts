/**
 * Queries are compiled once and run through graphql-jit, which takes about a third off each. It knows nothing of @oneOf
 * in variables, and Apollo formats no errors of a plugin's answers: on any doubt graphql-js runs the query itself.
 */
import {
  HeaderMap,
  type ApolloServerPlugin,
  type BaseContext,
  type GraphQLRequestContext,
} from '@apollo/server';
import { getVariableValues, OperationTypeNode, type DocumentNode, type ExecutionResult } from 'graphql';
import { compileQuery, isCompiledQuery, type CompiledQuery } from 'graphql-jit';

/** By document, which Apollo keeps for as long as it is asked, and the operation in it; null where it cannot be compiled. */
type Compiled = WeakMap<DocumentNode, Map<string, CompiledQuery | null>>;

type Resolved = GraphQLRequestContext<BaseContext> &
  Required<Pick<GraphQLRequestContext<BaseContext>, 'document' | 'operation'>>;

export function jitPlugin(): ApolloServerPlugin {
  const compiled: Compiled = new WeakMap();
  return {
    async requestDidStart() {
      return {
        async responseForOperation(context) {
          const { schema, operation, request, contextValue } = context;
          const query = compiledQuery(compiled, context);
          if (!query) return null;
          const variables = request.variables ?? {};
          const judged = getVariableValues(schema, operation.variableDefinitions ?? [], variables);
          if (judged.errors) return null;
          const result = (await query.query(undefined, contextValue, variables)) as ExecutionResult;
          if (result.errors?.length) return null;
          const singleResult = { data: result.data ?? null };
          return { http: { headers: new HeaderMap() }, body: { kind: 'single', singleResult } };
        },
      };
    },
  };
}

function compiledQuery(compiled: Compiled, context: Resolved): CompiledQuery | null {
  const { schema, document, operation } = context;
  if (operation.operation !== OperationTypeNode.QUERY) return null;
  const name = operation.name?.value ?? '';
  let byName = compiled.get(document);
  if (!byName) compiled.set(document, (byName = new Map<string, CompiledQuery | null>()));
  let query = byName.get(name);
  if (query === undefined) {
    const made = compileQuery(schema, document, name);
    byName.set(name, (query = isCompiledQuery(made) ? made : null));
  }
  return query;
}
