import { SHORTEST_PAUSE_MS } from './limits.js';

/** Does the same for each item, a bounded number at once; results in the items' order. The first error ends it. */
export async function inParallel<Item, Result>(
  items: readonly Item[],
  most: number,
  work: (item: Item) => Promise<Result>,
): Promise<readonly Result[]> {
  const results = new Array<Result>(items.length);
  let next = 0;
  const worker = async (): Promise<void> => {
    try {
      for (let index = next++; index < items.length; index = next++) {
        results[index] = await work(items[index] as Item);
      }
    } finally {
      next = items.length; // whoever fails leaves nothing for the others to begin
    }
  };
  await Promise.all(Array.from({ length: Math.min(most, items.length) }, worker));
  return results;
}

/** Waits before the next of several tries, longer each time and never as long as somebody else who waits. */
export async function pauseBefore(nextTry: number): Promise<void> {
  const longest = SHORTEST_PAUSE_MS * 2 ** nextTry;
  await new Promise((resolve) => setTimeout(resolve, longest * (0.5 + Math.random() / 2)));
}
