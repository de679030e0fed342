/** An argument or input field that may be left out, or written as null. */
export type Given<Value> = Value | null | undefined;
