import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** A second factor of accounts with a password: codes of an app, and recovery codes for the day without it. */
export class SecondFactor1763700000061 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table account add column second_factor_at timestamptz;
      comment on column account.second_factor_at is 'Since when a code is asked for beside the password; null = never';

      create table second_factor (
        account_id  uuid primary key references account on delete cascade,
        sealed      bytea not null,
        last_step   bigint
      );
      comment on column second_factor.sealed is 'Secret of the codes, encrypted under a key derived from APP_SECRET';
      comment on column second_factor.last_step is 'Half minute since 1970 of the last code that was taken: it and older ones are taken no more';

      create table recovery_code (
        account_id  uuid not null references account on delete cascade,
        hash        text not null,
        primary key (account_id, hash)
      );
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop table recovery_code;
      drop table second_factor;
      alter table account drop column second_factor_at;
    `);
  }
}
