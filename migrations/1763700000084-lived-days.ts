import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** A channel that was made years ago stands in an archive of a quarter: whether its import can be undone is not for that day to say. */
export class LivedDays1763700000084 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table import add column lived_from date;
      comment on column import.lived_from is
        'First UTC day of its events, those aside that only say how groups and accounts came to be';
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`alter table import drop column lived_from`);
  }
}
