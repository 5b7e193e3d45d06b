import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** A week says what its sources had told when it was published: a kind that came later is not nothing. */
export class KindsOfAWeek1763700000045 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table published_week add kinds smallint[];
      comment on column published_week.kinds is 'Kinds of events that sources had told when it was published; null: it is published again whatever comes later';
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`alter table published_week drop kinds`);
  }
}
