/** What a story calls its persons, households, decisions, complaints and events, and the ids that this gives them. */
import type { StreamKind } from '@ledger/vocabulary';

export type Named = Exclude<StreamKind, 'division'> | 'event';

/** A UUID of a name, the same for the same name always (UUIDv5): pure libraries make no ids of their own. */
export type IdOf = (name: string) => string;

/** A label is a word; an event without one is numbered, and a number cannot be mistaken for a word. */
export const LABEL = /^\p{L}[\p{L}\p{N}_-]*$/u;

/** One subject or event of one story. */
export class Labels {
  private readonly ids = new Map<string, string>();
  private readonly labels = new Map<string, string>();

  constructor(
    private readonly title: string,
    private readonly idOf: IdOf,
  ) {}

  /** Introduces a label; the same label of the same kind is the same thing. */
  introduce(kind: Named, label: string): string {
    const key = `${kind} ${label}`;
    let id = this.ids.get(key);
    if (id === undefined) {
      id = this.idOf(kind === 'event' ? `${this.title}/${label}` : `${this.title}/${kind}/${label}`);
      this.ids.set(key, id);
      this.labels.set(id, label);
    }
    return id;
  }

  find(kind: Named, label: string): string | undefined {
    return this.ids.get(`${kind} ${label}`);
  }

  /** The labels that the story itself gives. */
  ofKind(kind: Named): readonly string[] {
    const labels = [...this.ids.keys()]
      .filter((key) => key.startsWith(`${kind} `))
      .map((key) => key.slice(kind.length + 1));
    return labels.filter((label) => LABEL.test(label));
  }

  /** Text in which ids that the story named read as it names them. */
  readable(text: string): string {
    return text.replace(UUID, (id) => this.labels.get(id) ?? id);
  }
}

const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;
