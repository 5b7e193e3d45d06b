import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** A new organisation of real people publishes nothing until somebody says that everything is in. */
export class FirstWord1763700000092 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table organization add column publishes_since timestamptz default now();
      comment on column organization.publishes_since is
        'When somebody said that everything is in, or the first week lived here had closed; null = nothing is published yet';
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`alter table organization drop column publishes_since`);
  }
}
