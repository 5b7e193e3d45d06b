import { Column, CreateDateColumn, Entity, PrimaryColumn } from 'typeorm';
import { type RoleName } from '#domain/access/roles.js';

export type AccountRole = RoleName;

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

  @Column('timestamptz', {
    name: 'second_factor_at',
    nullable: true,
    comment: 'Since when a code is asked for beside the password; null = never',
  })
  secondFactorAt: Date | null;

  @CreateDateColumn({ type: 'timestamptz', name: 'created_at' })
  createdAt: Date;
}
