/** Ids of what a story names: UUIDv5, so that playing it again sends the same events. */
import { v5 } from 'uuid';

/** Chosen once, at random. */
const NAMESPACE = 'cfd7f559-20bd-46b6-b0f5-43c1523c6a2f';

export function storyId(name: string): string {
  return v5(name, NAMESPACE);
}
