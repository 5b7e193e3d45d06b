import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Tokens with which programs read in the name of a person. */
export class ApiTokens1763700000062 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table api_token (
        id            uuid primary key default gen_random_uuid(),
        account_id    uuid not null references account on delete cascade,
        name          text not null check (name <> ''),
        hash          bytea not null unique,
        prefix        text not null,
        role          text not null check (role in (
          'admin', 'project_manager', 'consultant', 'sponsor', 'animator', 'local_lead', 'data_protection_officer')),
        created_at    timestamptz not null default now(),
        expires_at    timestamptz not null,
        last_used_on  date
      );
      create index api_token_account on api_token (account_id);
      comment on table api_token is 'What a program may do in the name of an account: never more than the account may';
      comment on column api_token.role is 'The program may do what both this role and the account may';
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop table api_token`);
  }
}
