/** From commands to proposals: each subject by its ledger id. */
import type { Proposal } from '@ledger/deciders';
import type { Command } from '@ledger/intake';
import { streamOf, subjectsOf, type StreamName } from '@ledger/vocabulary';
import { numberStatedBy, type NationalIds } from './national-ids.js';

/** Whom a command is about; undefined where nobody has the national ID that it names. */
export type SubjectOf = (command: Command) => StreamName | undefined;

/**
 * Persons named by number: those who have it, and those to whom an earlier command of the same batch gives it, should
 * that one be recorded.
 */
export async function subjectsNamedBy(commands: readonly Command[], ids: NationalIds): Promise<SubjectOf> {
  const numbers = new Set(
    commands.flatMap(({ subject }) => ('nationalId' in subject ? [subject.nationalId] : [])),
  );
  const persons = new Map(await ids.personsOf([...numbers]));
  const nameOf: SubjectOf = ({ subject }) => {
    if ('id' in subject) return streamOf(subject.kind, subject.id);
    const person = persons.get(subject.nationalId);
    return person === undefined ? undefined : streamOf('person', person);
  };
  for (const command of numbers.size > 0 ? commands : []) {
    const number = numberStatedBy(command);
    const { subject } = command;
    if (number !== undefined && 'id' in subject && !persons.has(number)) persons.set(number, subject.id);
  }
  return nameOf;
}

export function proposalOf(command: Command, stream: StreamName): Proposal {
  const { subject: _, data, ...rest } = command;
  return {
    ...rest,
    stream,
    data,
    subjects: subjectsOf(command.type, stream, data),
  };
}
