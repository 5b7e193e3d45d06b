import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * Behind the wall an index is used for what is known to leak nothing; lower() is not, and a provider asks for each of its
 * people by name. The name as it is compared stands in a column of its own.
 */
export class FoldedUserName1763700000067 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      drop index scim_resource_user_name;
      alter table scim_resource add column folded_user_name text generated always as (lower(user_name)) stored;
      create unique index scim_resource_user_name on scim_resource (organization_id, folded_user_name)
        where kind = 'User' and not deleted;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop index scim_resource_user_name;
      alter table scim_resource drop column folded_user_name;
      create unique index scim_resource_user_name on scim_resource (organization_id, lower(user_name))
        where kind = 'User' and not deleted;
    `);
  }
}
