/** An argument or input field that may be left out, or written as null. */
export type Given<Value> = Value | null | undefined;

/** What a class declares for GraphQL, as any object that has it. */
export type Plain<Declared> = { readonly [Field in keyof Declared]: Declared[Field] };
