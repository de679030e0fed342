/** The two clocks as options of a command. */
export interface Clocks {
  /** `YYYY-MM-DD` */
  readonly asOf?: string;
  /** RFC 3339 */
  readonly asKnownAt?: string;
}

export function at({ asOf, asKnownAt }: Clocks): Readonly<Record<string, string>> {
  return { ...(asOf !== undefined && { asOf }), ...(asKnownAt !== undefined && { asKnownAt }) };
}
