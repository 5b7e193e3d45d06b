import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** A closed week remembers whose files it was counted from: another source is told at once, once (docs/decisions/062). */
export class SourcesOfWeeks1763700000079 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table published_week add column sources integer[];
      comment on column published_week.sources is 'Sources of files that the week was counted from; null = not known';
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`alter table published_week drop column sources`);
  }
}
