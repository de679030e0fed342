/**
 * A value of another kind than its field (a number for a text) would have GraphQL refuse the whole batch. Sent in the
 * variable that carries the events, it is set aside before GraphQL looks, and put back for intake to refuse its event.
 * What stands in the document itself stays GraphQL's to judge.
 */
import type { ApolloServerPlugin } from '@apollo/server';
import {
  coerceInputValue,
  Kind,
  OperationTypeNode,
  typeFromAST,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type VariableDefinitionNode,
} from 'graphql';

type Path = readonly (string | number)[];

interface SetAside {
  readonly path: Path;
  readonly value: unknown;
}

/** By the variable's name. */
type ValuesSetAside = ReadonlyMap<string, readonly SetAside[]>;

interface Context {
  setAside?: ValuesSetAside;
}

export function setAsidePlugin(): ApolloServerPlugin<Context> {
  return {
    async requestDidStart() {
      return {
        async didResolveOperation({ schema, operation, request, contextValue }) {
          if (operation?.operation !== OperationTypeNode.MUTATION || !request.variables) return;
          const setAside = valuesOfAnotherKind(schema, operation, request.variables);
          if (setAside.size === 0) return;
          contextValue.setAside = setAside;
          request.variables = withoutThem(request.variables, setAside);
        },
      };
    },
  };
}

/** The events of an argument, with what was set aside from the variable that carried them back in its place. */
export function withValuesBack<Event>(
  events: readonly Event[],
  info: GraphQLResolveInfo,
  context: object,
): readonly Event[] {
  const [argument] = info.fieldNodes[0]?.arguments ?? [];
  const name = argument?.value.kind === Kind.VARIABLE ? argument.value.name.value : '';
  const values = (context as Context).setAside?.get(name);
  if (!values) return events;
  const whole = structuredClone(events) as Event[];
  for (const { path, value } of values) put(whole, path, value);
  return whole;
}

function valuesOfAnotherKind(
  schema: GraphQLSchema,
  { variableDefinitions = [] }: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): ValuesSetAside {
  const found = new Map<string, readonly SetAside[]>();
  for (const definition of variableDefinitions) {
    const name = definition.variable.name.value;
    const values = carriesEvents(definition) ? ofAnotherKind(schema, definition, variables[name]) : [];
    if (values.length > 0) found.set(name, values);
  }
  return found;
}

function carriesEvents({ type }: VariableDefinitionNode): boolean {
  const list = type.kind === Kind.NON_NULL_TYPE ? type.type : type;
  if (list.kind !== Kind.LIST_TYPE) return false;
  const item = list.type.kind === Kind.NON_NULL_TYPE ? list.type.type : list.type;
  return item.kind === Kind.NAMED_TYPE && item.name.value === 'LifeEventInput';
}

function ofAnotherKind(
  schema: GraphQLSchema,
  { type }: VariableDefinitionNode,
  sent: unknown,
): readonly SetAside[] {
  const wanted = typeFromAST(schema, type);
  if (!wanted || !Array.isArray(sent)) return [];
  const found: SetAside[] = [];
  coerceInputValue(sent, wanted as never, (path, value) => {
    const isLeaf = typeof value !== 'object' && value !== undefined;
    if (isLeaf && path.length > 1) found.push({ path, value });
  });
  return found;
}

function withoutThem(
  variables: Readonly<Record<string, unknown>>,
  setAside: ValuesSetAside,
): Record<string, unknown> {
  const whole = structuredClone(variables);
  for (const [name, values] of setAside) for (const { path } of values) put(whole[name], path, null);
  return whole;
}

function put(root: unknown, path: Path, value: unknown): void {
  const holder = path.slice(0, -1).reduce((at, step) => (at as Record<string | number, unknown>)[step], root);
  (holder as Record<string | number, unknown>)[path.at(-1) ?? ''] = value;
}
