/** "There may be something new": shortens a wait and is never relied upon. */
export class Hints {
  #count = 0;
  readonly #waiting = new Set<() => void>();

  /** How many there have been; taken before looking, it makes a hint that comes while looking count. */
  get count(): number {
    return this.#count;
  }

  raise(): void {
    this.#count++;
    for (const wake of this.#waiting) wake();
  }

  /** Until there is a hint beyond `count`, the time is over or the signal is given; says whether there was a hint. */
  async beyond(count: number, milliseconds: number, signal: AbortSignal): Promise<boolean> {
    if (this.#count === count && !signal.aborted) {
      await new Promise<void>((resolve) => {
        const wake = (): void => {
          clearTimeout(timer);
          signal.removeEventListener('abort', wake);
          this.#waiting.delete(wake);
          resolve();
        };
        const timer = setTimeout(wake, milliseconds);
        signal.addEventListener('abort', wake, { once: true });
        this.#waiting.add(wake);
      });
    }
    return this.#count !== count;
  }
}
