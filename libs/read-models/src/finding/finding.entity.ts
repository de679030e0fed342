import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Standing questions with an unwelcome answer, when open, as known when. Written by the projector alone. */
@Entity({ schema: 'reading', name: 'finding', synchronize: false })
export class FindingEntity {
  @PrimaryColumn({ type: 'text' })
  subject!: string;

  @PrimaryColumn({ type: 'text' })
  id!: string;

  @Column({ type: 'text' })
  kind!: string;

  @Column({ type: 'text', nullable: true })
  code!: string | null;

  @Column({ type: 'text', nullable: true })
  entitlement!: string | null;

  @Column({ type: 'text', nullable: true })
  division!: string | null;

  /** `YYYY-MM-DD`, `-infinity` or `infinity` */
  @Column({ type: 'date', name: 'valid_from' })
  validFrom!: string;

  @Column({ type: 'date', name: 'valid_until' })
  validUntil!: string;

  @Column({ type: 'bigint', name: 'known_from' })
  knownFrom!: string;

  @Column({ type: 'bigint', name: 'known_until', nullable: true })
  knownUntil!: string | null;

  @Column({ type: 'uuid', array: true })
  events!: string[];

  @Column({ type: 'uuid' })
  cause!: string;
}
