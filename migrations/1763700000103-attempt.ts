import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Attempts at passwords, codes and links, counted by all apis together. */
export class Attempt1763700000103 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table attempt (
        hash     text primary key,
        taken    timestamptz[] not null,
        ends_at  timestamptz not null
      );
      create index attempt_ends_at on attempt (ends_at);
      comment on table attempt is 'How often something was tried lately that not everybody may: a password, a code, a link';
      comment on column attempt.hash is 'Of what is tried and by whom or at what, under the secret of the installation';
      comment on column attempt.taken is 'When, the oldest first, within the window; what was right is taken back';
      comment on column attempt.ends_at is 'From when on the row says nothing more';
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop table attempt`);
  }
}
