import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** A closed week stays as it was told after an import behind it was undone: it says so, until it is told anew. */
export class UndoneWeeks1763700000065 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table published_week add undone_at timestamptz, add groups_undone_at timestamptz;
      comment on column published_week.undone_at is 'When an import was undone that its counts still hold; null = none';
      comment on column published_week.groups_undone_at is 'The same of its ties and groups, which a closed week never tells anew';
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`alter table published_week drop undone_at, drop groups_undone_at`);
  }
}
