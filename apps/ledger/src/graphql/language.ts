/** Titles and labels are kept in both of the ledger's languages; who asks says which. */
import { Type } from '@nestjs/common';
import { Args, Parent, registerEnumType, ResolveField, Resolver } from '@nestjs/graphql';
import type { Title } from '@ledger/vocabulary';
import type { Given } from './given.js';

export const Language = { ZH: 'zh', EN: 'en' } as const;
export type Language = keyof Title;
registerEnumType(Language, { name: 'Language' });

/** What a field says, by the name of the field. */
export type Said<Field extends string> = { readonly words: Readonly<Record<Field, Title>> };

/** The resolver of one field of a type that is said in the language asked for. */
export function said<Field extends string>(
  type: abstract new (...args: never) => Said<Field>,
  field: Field,
): Type {
  @Resolver(() => type as unknown as Type)
  class SaidResolver {
    @ResolveField(field, () => String)
    say(
      @Parent() { words }: Said<Field>,
      @Args('language', { type: () => Language, nullable: true, defaultValue: Language.ZH })
      language: Given<Language>,
    ): string {
      return words[field][language ?? Language.ZH];
    }
  }
  return SaidResolver;
}
