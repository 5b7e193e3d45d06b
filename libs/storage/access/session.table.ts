import { Column, CreateDateColumn, Entity, Index, PrimaryColumn } from 'typeorm';

@Entity('session')
export class SessionTable {
  /** Hash of what the cookie holds: a copy of the table opens no session. */
  @PrimaryColumn('text')
  id: string;

  @Column('uuid', { name: 'account_id', nullable: true })
  accountId: string | null;

  @Column('jsonb')
  data: Record<string, unknown>;

  @CreateDateColumn({ type: 'timestamptz', name: 'created_at' })
  createdAt: Date;

  @Index('session_expires')
  @Column('timestamptz', { name: 'expires_at' })
  expiresAt: Date;
}
