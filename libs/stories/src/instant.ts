/** Instants as stories write them: RFC 3339 with an offset, `2019-03-05T09:00:00+08:00`. */
import { parseDay, startInShanghai, type Day } from '@ledger/time';

const INSTANT = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2}):(\d{2})(?:\.(\d{1,3}))?(?:Z|([+-])(\d{2}):(\d{2}))$/;
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Milliseconds since 1970 UTC; undefined where the text is no instant. */
export function parseInstant(text: string): number | undefined {
  const match = INSTANT.exec(text);
  const day = match?.[1] === undefined ? undefined : parseDay(match[1]);
  if (!match || day === undefined) return undefined;
  const [hours, minutes, seconds] = [Number(match[2]), Number(match[3]), Number(match[4])];
  const milliseconds = Number((match[5] ?? '').padEnd(3, '0'));
  const offset = Number(match[7] ?? 0) * HOUR + Number(match[8] ?? 0) * MINUTE;
  if (hours > 23 || minutes > 59 || seconds > 59 || offset >= DAY) return undefined;
  const time = hours * HOUR + minutes * MINUTE + seconds * 1000 + milliseconds;
  return day * DAY + time - (match[6] === '-' ? -offset : offset);
}

/** Noon in Asia/Shanghai: when a ledger learns of an event whose story does not say. */
export function noonOf(day: Day): number {
  return startInShanghai(day) + 12 * HOUR;
}
