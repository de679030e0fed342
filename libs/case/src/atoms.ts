/** What an answer may rest on: an event, a figure of the law, or the silence of a department. */
import type { Atom } from '@ledger/time';
import type { ParameterRow } from './parameters.js';

export interface EventAtom extends Atom {
  readonly kind: 'event';
  /** the event's id */
  readonly key: string;
}

export interface ParameterAtom extends Atom {
  readonly kind: 'parameter';
  /** id of the ParameterSet event */
  readonly key: string;
  readonly row: ParameterRow;
}

/** A fact that no department has stated, or a parameter without a value; `key` is its name. */
export interface MissingAtom extends Atom {
  readonly kind: 'missing';
}

export function eventAtom(id: string): EventAtom {
  return { kind: 'event', key: id };
}

const MISSING = new Map<string, MissingAtom>();

export function missingAtom(name: string): MissingAtom {
  let atom = MISSING.get(name);
  if (!atom) MISSING.set(name, (atom = { kind: 'missing', key: name }));
  return atom;
}

export function isEventAtom(atom: Atom): atom is EventAtom {
  return atom.kind === 'event';
}

export function isParameterAtom(atom: Atom): atom is ParameterAtom {
  return atom.kind === 'parameter';
}

export function isMissingAtom(atom: Atom): atom is MissingAtom {
  return atom.kind === 'missing';
}
