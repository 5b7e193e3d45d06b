import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** A role in each organisation, and one entity of it where somebody may see no more. */
export class RolesAndScope1763700000050 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table account
        drop constraint account_role_check,
        add constraint account_role_check check (role in (
          'admin', 'project_manager', 'consultant', 'sponsor', 'animator', 'local_lead', 'data_protection_officer'));
      alter table membership
        add column role text check (role in (
          'admin', 'project_manager', 'consultant', 'sponsor', 'animator', 'local_lead', 'data_protection_officer')),
        add column scope_entity text check (scope_entity <> ''),
        add check (role <> 'local_lead' or scope_entity is not null);
      comment on column membership.role is 'Role in this organisation; null = that of the account';
      comment on column membership.scope_entity is
        'The only entity, with all below it, that may be seen; null = the whole organisation';
    `);
  }

  /** Who had one of the new roles keeps the least of the old ones; who saw one entity, or had a role here, sees nothing. */
  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      delete from membership where role is not null or scope_entity is not null;
      alter table membership drop column role, drop column scope_entity;
      update account set role = 'sponsor' where role in ('animator', 'local_lead', 'data_protection_officer');
      alter table account
        drop constraint account_role_check,
        add constraint account_role_check check (role in ('admin', 'project_manager', 'consultant', 'sponsor'));
    `);
  }
}
