import { Column, CreateDateColumn, Entity, PrimaryColumn } from 'typeorm';
import { type AccountRole } from './account.table.js';

/** An organisation given to an account; administrators need none. */
@Entity('membership')
export class MembershipTable {
  @PrimaryColumn('uuid', { name: 'organization_id' })
  organizationId: string;

  @PrimaryColumn('uuid', { name: 'account_id' })
  accountId: string;

  @Column('text', { nullable: true, comment: 'Role in this organisation; null = that of the account' })
  role: AccountRole | null;

  @Column('text', {
    name: 'scope_entity',
    nullable: true,
    comment: 'The only entity, with all below it, that may be seen; null = the whole organisation',
  })
  scopeEntity: string | null;

  @Column('text', { nullable: true, comment: 'The provider whose group gave it; null = given by hand' })
  provider: string | null;

  @Column('text', { name: 'group_name', nullable: true })
  groupName: string | null;

  @CreateDateColumn({ type: 'timestamptz', name: 'created_at' })
  createdAt: Date;
}
