import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Links with which somebody chooses a password, and since when a session lasts. */
export class AccountLinks1763700000051 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table account_link (
        account_id  uuid primary key references account on delete cascade,
        hash        text not null unique,
        purpose     text not null check (purpose in ('invitation', 'reset')),
        expires_at  timestamptz not null
      );
      comment on table account_link is 'The one link with which an account may choose its password: used once, or expired';
      comment on column account_link.hash is 'Of the secret in the link: a copy of the table opens no account';
      alter table session add column created_at timestamptz not null default now();
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop table account_link;
      alter table session drop column created_at;
    `);
  }
}
