/** What a rule looks at, read off its tree: which facts, of whom, and which figures. */
import type { HouseholdKind } from '@ledger/case';
import type { EntitlementDefinition, RuleNode } from './tree.js';
import { conditionOf } from './outcome.js';
import { partsOfNode, type Step } from './walk.js';

/** From the subject to whose fact is read: its own, a member's, a household's, a household's member's, … */
export type Path = readonly ('member' | HouseholdKind)[];

export interface Dependencies {
  readonly facts: readonly { readonly name: string; readonly path: Path }[];
  readonly parameters: readonly string[];
}

const none: Path = [];

export function dependenciesOf(definition: EntitlementDefinition): Dependencies {
  const roots: readonly RuleNode[] = [
    conditionOf(definition),
    definition.division,
    ...(definition.amount ? [definition.amount.value] : []),
    ...(definition.priority ? [definition.priority.over, definition.priority.class] : []),
  ];
  const facts = new Map<string, { name: string; path: Path }>();
  const parameters = new Set<string>();
  const visit = (node: RuleNode, path: Path): void => {
    for (const name of factsReadBy(node)) facts.set(`${path.join('.')}|${name}`, { name, path });
    if (node.op === 'parameter') parameters.add(node.id);
    for (const part of partsOfNode(node)) visit(part.node, along(path, part.step));
  };
  for (const root of roots) visit(root, none);
  return { facts: [...facts.values()], parameters: [...parameters] };
}

function factsReadBy(node: RuleNode): readonly string[] {
  if (node.op === 'yes' || node.op === 'fact') return [node.fact];
  return node.op === 'ofHead' ? ['headOfHousehold'] : [];
}

function along(path: Path, step: Step): Path {
  if (step === 'own') return path;
  return [...path, step === 'member' ? 'member' : step.household];
}
