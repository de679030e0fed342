/** Rows as known at a position: begun by then and not yet closed. Kept by a query on any bitemporal entity. */
import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import type { Position } from '@ledger/vocabulary';
import { storedPosition } from './stored-position.js';

export function knownAt<T extends ObjectLiteral>(
  query: SelectQueryBuilder<T>,
  alias: string,
  position: Position,
): SelectQueryBuilder<T> {
  return query
    .andWhere(`${alias}.known_from <= :known`, { known: storedPosition(position) })
    .andWhere(`(${alias}.known_until IS NULL OR ${alias}.known_until > :known)`);
}
