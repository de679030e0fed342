import { Field, ObjectType } from '@nestjs/graphql';
import { STATED_FACTS } from '@ledger/case';
import { BUILT_IN_FIGURES } from '@ledger/policy';
import { UNVERIFIED, type EntitlementDefinition } from '@ledger/rules';
import type { Title } from '@ledger/vocabulary';

const UNVERIFIED_TITLE: Title = { zh: '主管部门核实', en: 'Verification by the department' };
const FIGURE_OWNERS = new Map(BUILT_IN_FIGURES.map(({ id, owner }) => [id, owner]));

@ObjectType()
export class MissingFact {
  constructor(
    fact: string,
    readonly words: { readonly title: Title },
    department: string,
  ) {
    this.fact = fact;
    this.department = department;
  }

  @Field(() => String)
  readonly fact: string;

  @Field(() => String)
  readonly department: string;

  /** A figure that no department is known to set is asked of the one that grants the entitlement. */
  static of(name: string, { department }: Pick<EntitlementDefinition, 'department'>): MissingFact {
    const stated = STATED_FACTS.get(name);
    if (stated) return new MissingFact(name, { title: stated.title }, stated.department);
    const title = name === UNVERIFIED ? UNVERIFIED_TITLE : { zh: name, en: name };
    return new MissingFact(name, { title }, FIGURE_OWNERS.get(name) ?? department);
  }
}
