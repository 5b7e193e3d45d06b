import { CreateDateColumn, Entity, PrimaryColumn } from 'typeorm';

/** An organisation given to an account; administrators need none. */
@Entity('membership')
export class MembershipTable {
  @PrimaryColumn('uuid', { name: 'organization_id' })
  organizationId: string;

  @PrimaryColumn('uuid', { name: 'account_id' })
  accountId: string;

  @CreateDateColumn({ type: 'timestamptz', name: 'created_at' })
  createdAt: Date;
}
