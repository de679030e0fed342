/** The read side's connection. Migrations are plain SQL (`migrations/`); nothing is ever synchronised from entities. */
import { types } from 'pg';
import { DataSource } from 'typeorm';
import { EntitlementEntity } from './entitlement/entitlement.entity.js';
import { FindingEntity } from './finding/finding.entity.js';
import { MembershipEntity } from './membership/membership.entity.js';

export const READ_ENTITIES = [EntitlementEntity, MembershipEntity, FindingEntity] as const;

/** Connections of one service for reading: more only queue at two cores. */
const POOL_SIZE = 10;

/** pg would make a JavaScript Date of a calendar date, and a number of one without end. */
types.setTypeParser(types.builtins.DATE, (text) => text);

export function readDataSource(url: string): DataSource {
  return new DataSource({
    type: 'postgres',
    url,
    entities: [...READ_ENTITIES],
    synchronize: false,
    installExtensions: false,
    extra: { max: POOL_SIZE },
  });
}
