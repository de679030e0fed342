/** How much an operation asks for, told from the document and its variables alone. */
import {
  getNamedType,
  isCompositeType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLNamedType,
  type GraphQLOutputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { DEFAULT_PAGE, ENTRIES_A_LIST, PARTS_A_REASON } from '../limits.js';

export interface Extent {
  readonly depth: number;
  readonly aliases: number;
  readonly directives: number;
  /** Values the answer may hold: fields, times the pages and lists they stand in. */
  readonly values: number;
}

const NOTHING: Extent = { depth: 0, aliases: 0, directives: 0, values: 0 };

interface Asked {
  readonly schema: GraphQLSchema;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly variables: Readonly<Record<string, unknown>>;
  /** Of fragments, each once: spreading one often must not cost its weight in time. */
  readonly measured: Map<string, Extent>;
}

/** @param document validated: its fragments exist and form no circle */
export function extentOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): Extent {
  const fragments = new Map(
    document.definitions.flatMap((node) =>
      node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node] as const] : [],
    ),
  );
  const root = schema.getRootType(operation.operation) ?? undefined;
  return ofSelections({ schema, fragments, variables, measured: new Map() }, operation.selectionSet, root);
}

function ofSelections(
  asked: Asked,
  { selections }: SelectionSetNode,
  parent: GraphQLNamedType | undefined,
): Extent {
  let extent = NOTHING;
  for (const node of selections) {
    const directives = node.directives?.length ?? 0;
    extent = beside(extent, { ...NOTHING, directives });
    switch (node.kind) {
      case Kind.FIELD:
        extent = beside(extent, ofField(asked, node, parent));
        break;
      case Kind.INLINE_FRAGMENT:
        extent = beside(
          extent,
          ofSelections(asked, node.selectionSet, typeOr(asked, node.typeCondition?.name.value, parent)),
        );
        break;
      case Kind.FRAGMENT_SPREAD:
        extent = beside(extent, ofFragment(asked, node.name.value));
        break;
    }
  }
  return extent;
}

function ofFragment(asked: Asked, name: string): Extent {
  let extent = asked.measured.get(name);
  if (!extent) {
    const fragment = asked.fragments.get(name);
    if (!fragment) return NOTHING;
    extent = ofSelections(
      asked,
      fragment.selectionSet,
      typeOr(asked, fragment.typeCondition.name.value, undefined),
    );
    asked.measured.set(name, extent);
  }
  return extent;
}

function ofField(asked: Asked, node: FieldNode, parent: GraphQLNamedType | undefined): Extent {
  const field = isObjectType(parent) ? parent.getFields()[node.name.value] : undefined;
  const aliases = node.alias && node.alias.value !== node.name.value ? 1 : 0;
  const within = node.selectionSet
    ? ofSelections(asked, node.selectionSet, field && getNamedType(field.type))
    : NOTHING;
  return {
    depth: within.depth + 1,
    aliases: within.aliases + aliases,
    directives: within.directives,
    values: 1 + within.values * (field ? timesOf(asked, node, field.type, parent) : 1),
  };
}

/** How many there may be of what a field gives. */
function timesOf(
  asked: Asked,
  node: FieldNode,
  type: GraphQLOutputType,
  parent: GraphQLNamedType | undefined,
): number {
  const nullable = isNonNullType(type) ? (type.ofType as GraphQLOutputType) : type;
  const named = getNamedType(type);
  if (named.name.endsWith('Connection')) return pageSize(asked, node);
  if (!isListType(nullable) || !isCompositeType(named)) return 1;
  // A page's entries have been counted with the page.
  if (parent?.name.endsWith('Connection')) return 1;
  return parent === named ? PARTS_A_REASON : ENTRIES_A_LIST;
}

function pageSize({ variables }: Asked, node: FieldNode): number {
  const first = node.arguments?.find(({ name }) => name.value === 'first')?.value;
  if (first?.kind === Kind.INT) return Math.max(1, Number(first.value));
  const given = first?.kind === Kind.VARIABLE ? variables[first.name.value] : undefined;
  return typeof given === 'number' ? Math.max(1, given) : DEFAULT_PAGE;
}

function typeOr(
  { schema }: Asked,
  name: string | undefined,
  otherwise: GraphQLNamedType | undefined,
): GraphQLNamedType | undefined {
  return name === undefined ? otherwise : schema.getType(name);
}

function beside(a: Extent, b: Extent): Extent {
  return {
    depth: Math.max(a.depth, b.depth),
    aliases: a.aliases + b.aliases,
    directives: a.directives + b.directives,
    values: a.values + b.values,
  };
}
