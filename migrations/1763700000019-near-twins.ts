import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Where a population is not shown beside another that a few people separate from it. */
export class NearTwins1763700000019 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table mask add column unshown jsonb not null default '[]';
      comment on column mask.unshown is 'Populations that say nothing at a node: fewer than k people separate them from another';
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`alter table mask drop column unshown`);
  }
}
