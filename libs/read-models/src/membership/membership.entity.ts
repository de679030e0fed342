import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Who belongs to which household, when, as known when; the subject is the household. Written by the projector alone. */
@Entity({ schema: 'reading', name: 'membership', synchronize: false })
export class MembershipEntity {
  @PrimaryColumn({ type: 'text' })
  subject!: string;

  @PrimaryColumn({ type: 'text' })
  id!: string;

  @Column({ type: 'text' })
  person!: string;

  @Column({ type: 'text' })
  kind!: string;

  @Column({ type: 'text' })
  relation!: string;

  /** `YYYY-MM-DD`, `-infinity` or `infinity` */
  @Column({ type: 'date', name: 'valid_from' })
  validFrom!: string;

  @Column({ type: 'date', name: 'valid_until' })
  validUntil!: string;

  @Column({ type: 'bigint', name: 'known_from' })
  knownFrom!: string;

  @Column({ type: 'bigint', name: 'known_until', nullable: true })
  knownUntil!: string | null;

  @Column({ type: 'uuid' })
  cause!: string;
}
