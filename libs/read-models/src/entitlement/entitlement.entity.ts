import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Who is entitled, or may be, to what, when, as known when. Written by the projector alone. */
@Entity({ schema: 'reading', name: 'entitlement', synchronize: false })
export class EntitlementEntity {
  @PrimaryColumn({ type: 'text' })
  subject!: string;

  @PrimaryColumn({ type: 'text' })
  id!: string;

  @Column({ type: 'text' })
  code!: string;

  /** `YYYY-MM-DD`, `-infinity` or `infinity` */
  @Column({ type: 'date', name: 'valid_from' })
  validFrom!: string;

  @Column({ type: 'date', name: 'valid_until' })
  validUntil!: string;

  @Column({ type: 'bigint', name: 'known_from' })
  knownFrom!: string;

  @Column({ type: 'bigint', name: 'known_until', nullable: true })
  knownUntil!: string | null;

  @Column({ type: 'text' })
  status!: 'entitled' | 'undetermined';

  /** Fen. */
  @Column({ type: 'bigint', nullable: true })
  amount!: string | null;

  @Column({ type: 'text', nullable: true })
  per!: string | null;

  @Column({ type: 'boolean', name: 'amount_verified' })
  amountVerified!: boolean;

  @Column({ type: 'text', nullable: true })
  division!: string | null;

  @Column({ type: 'text' })
  priority!: 'yes' | 'no' | 'unknown';

  @Column({ type: 'text', name: 'priority_class', nullable: true })
  priorityClass!: string | null;

  @Column({ type: 'text', array: true })
  missing!: string[];

  @Column({ type: 'uuid' })
  cause!: string;
}
