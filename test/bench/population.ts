/** A population as the ledger would have recorded it: the law first, then the lines of the import file, with places. */
import { day, startInShanghai } from '@ledger/time';
import {
  subjectsOf,
  type EventTypeName,
  type JsonObject,
  type Position,
  type RecordedEvent,
  type StreamName,
} from '@ledger/vocabulary';
import { generatePopulation, type PopulationOptions } from '../../apps/cli/src/population/population.js';
import { lawEvents, type Unplaced } from './law.js';

export interface Recorded {
  /** Figures and rule set. */
  readonly law: readonly RecordedEvent[];
  readonly lives: readonly RecordedEvent[];
  readonly head: Position;
}

/** Everything recorded on this day: nothing of what is measured reads the instant. */
const RECORDED_ON = startInShanghai(day('2026-06-01'));
/** As long as a sealed name is. */
const SEALED = 'sealed.'.repeat(24);

/** The same options give the same events. */
export function* eventsOf(options: PopulationOptions): Iterable<Unplaced> {
  yield* lawEvents();
  const about = new Map<unknown, readonly StreamName[]>();
  for (const line of generatePopulation(options)) {
    const stream: StreamName = 'person' in line ? `person-${line.person}` : `household-${line.household}`;
    const { id, type, effectiveOn, source, confidence = 'verified', evidence = [] } = line;
    const data = sealed(line.data);
    const subjects = subjectsWith(about, { id, type, stream, data });
    yield {
      stream,
      content: { id, type, schemaVersion: 1, subjects, effectiveOn, source, confidence, evidence, data },
    };
  }
}

/** An amendment speaks of whom the amended event speaks of, as the recording path has it. */
function subjectsWith(
  about: Map<unknown, readonly StreamName[]>,
  event: {
    readonly id: string;
    readonly type: string;
    readonly stream: StreamName;
    readonly data: JsonObject;
  },
): readonly StreamName[] {
  const { id, type, stream, data } = event;
  const own = subjectsOf(type as EventTypeName, stream, data);
  const amended = about.get(data['corrects'] ?? data['voids'] ?? data['reverses']);
  const subjects = amended ? [...new Set([...own, ...amended])] : own;
  about.set(id, subjects);
  return subjects;
}

function sealed(data: JsonObject): JsonObject {
  if (data['name'] === undefined) return data;
  const { nationalId, ...rest } = data;
  return { ...rest, name: SEALED, ...(nationalId !== undefined && { nationalId: SEALED }) };
}

export function recordedPopulation(options: PopulationOptions): Recorded {
  const [law, lives]: [RecordedEvent[], RecordedEvent[]] = [[], []];
  const revisions = new Map<StreamName, number>();
  let place = 0;
  for (const { stream, content } of eventsOf(options)) {
    const revision = revisions.get(stream) ?? 0;
    revisions.set(stream, revision + 1);
    const recordedAt = new Date(RECORDED_ON + ++place).toISOString();
    const event = { ...content, stream, revision, position: positionOf(place), recordedAt, digest: '' };
    (stream.startsWith('division-') ? law : lives).push(asRead(event));
  }
  return { law, lives, head: positionOf(place) };
}

/** As a store hands it out: parsed from text, so that all events of a shape are one to the engine that runs this. */
function asRead(event: RecordedEvent): RecordedEvent {
  return JSON.parse(JSON.stringify(event)) as RecordedEvent;
}

function positionOf(place: number): Position {
  return String(place).padStart(20, '0') as Position;
}

/** Events by family: streams that any event ever connects, so that nothing a rule reads lies outside. */
export function familiesOf(lives: readonly RecordedEvent[]): readonly (readonly RecordedEvent[])[] {
  const parent = new Map<StreamName, StreamName>();
  const rootOf = (name: StreamName): StreamName => {
    let root = name;
    for (let next = parent.get(root); next !== undefined && next !== root; next = parent.get(root))
      root = next;
    parent.set(name, root);
    return root;
  };
  for (const { stream, subjects } of lives) {
    for (const subject of subjects) parent.set(rootOf(subject), rootOf(stream));
  }
  const families = new Map<StreamName, RecordedEvent[]>();
  for (const event of lives) {
    const root = rootOf(event.stream);
    const family = families.get(root);
    if (family) family.push(event);
    else families.set(root, [event]);
  }
  return [...families.values()];
}
