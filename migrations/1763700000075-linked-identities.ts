import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Whoever signed in with a password may say who they are at a provider; what they were given by hand stays. */
export class LinkedIdentities1763700000075 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table sign_in_attempt add column account_id uuid references account on delete cascade;
      comment on column sign_in_attempt.account_id is 'The account that wants to be known there; null = a sign-in';
      alter table account_identity add column linked boolean not null default false;
      comment on column account_identity.linked is 'Of an account that was there before: groups make no administrator of it';
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table account_identity drop column linked;
      alter table sign_in_attempt drop column account_id;
    `);
  }
}
