import type { Subject } from '@ledger/vocabulary';
import {
  newSubjectKey,
  type RetiredKey,
  type SubjectKey,
  type SubjectKeyring,
  type SubjectKeys,
} from './subject-keys.js';

/** Subject keys of a ledger that lives in memory: stories and tests. */
export class MemorySubjectKeys implements SubjectKeys {
  private readonly keys = new Map<Subject, SubjectKey>();

  forSealing(subjects: readonly Subject[]): Promise<SubjectKeyring> {
    for (const subject of subjects) {
      if (!this.keys.has(subject)) this.keys.set(subject, { subject, state: 'active', key: newSubjectKey() });
    }
    return this.forOpening(subjects);
  }

  forOpening(subjects: readonly Subject[]): Promise<SubjectKeyring> {
    const found = subjects.flatMap((subject) => this.keys.get(subject) ?? []);
    return Promise.resolve(new Map(found.map((key) => [key.subject, key])));
  }

  retire(subjects: readonly Subject[], state: RetiredKey['state']): Promise<void> {
    for (const subject of subjects) {
      const key = this.keys.get(subject);
      if (key && key.state !== 'destroyed') this.keys.set(subject, { subject, state });
    }
    return Promise.resolve();
  }
}
