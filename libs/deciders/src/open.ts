/** Registers that open and close: what is open on a day, as known. */
import type { KnownEvent, KnownStream } from '@ledger/case';
import { END, type Day } from '@ledger/time';
import type { EventTypeName } from '@ledger/vocabulary';

export interface OpenPeriod<Type extends EventTypeName> {
  readonly opened: KnownEvent<Type>;
  readonly from: Day;
  /** exclusive */
  readonly until: Day;
}

/**
 * The periods that events of one type open and events of another close; a later opening ends the one before it, and one
 * may name its own end.
 */
export function openPeriods<Opens extends EventTypeName, Closes extends EventTypeName>(
  stream: KnownStream,
  opens: Opens,
  closes: Closes,
  concerns: (known: KnownEvent<Opens> | KnownEvent<Closes>) => boolean = () => true,
): readonly OpenPeriod<Opens>[] {
  const steps = stream
    .ofTypes<EventTypeName>(opens, closes)
    .filter((known) => concerns(known as KnownEvent<Opens> | KnownEvent<Closes>));
  return steps.flatMap((step, index) => {
    if (step.type !== opens) return [];
    const until = Math.min(step.until ?? END, steps[index + 1]?.from ?? END) as Day;
    return until > step.from
      ? [{ opened: step as unknown as KnownEvent<Opens>, from: step.from, until }]
      : [];
  });
}

export function openOn<Type extends EventTypeName>(
  periods: readonly OpenPeriod<Type>[],
  on: Day,
): OpenPeriod<Type> | undefined {
  return periods.find(({ from, until }) => from <= on && on < until);
}

/** Whether any of them shares a day with `[from, until)`. */
export function openDuring(periods: readonly OpenPeriod<EventTypeName>[], from: Day, until: Day): boolean {
  return periods.some((period) => period.from < until && from < period.until);
}
