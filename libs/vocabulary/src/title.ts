/** A name shown to people, in the ledger's two languages. */
export interface Title {
  readonly zh: string;
  readonly en: string;
}
