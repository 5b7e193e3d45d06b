import { Column, CreateDateColumn, Entity, PrimaryColumn } from 'typeorm';

export type AccountRole =
  'admin' | 'project_manager' | 'consultant' | 'sponsor' | 'animator' | 'local_lead' | 'data_protection_officer';

@Entity('account')
export class AccountTable {
  @PrimaryColumn('uuid', { default: () => 'gen_random_uuid()' })
  id: string;

  @Column('text', { unique: true })
  email: string;

  @Column('text')
  name: string;

  @Column('text', {
    name: 'password_hash',
    nullable: true,
    comment: 'Null = no password: signs in with an identity provider only',
  })
  passwordHash: string | null;

  @Column('text')
  role: AccountRole;

  @Column('text', { default: 'fr' })
  language: 'fr' | 'en';

  @Column('timestamptz', { name: 'disabled_at', nullable: true })
  disabledAt: Date | null;

  @CreateDateColumn({ type: 'timestamptz', name: 'created_at' })
  createdAt: Date;
}
