import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** A profile also keeps what tells the lines of its files apart: most exports have no ids. */
export class IdsOfLines1763700000071 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table import_profile add column ids text check (ids in ('column', 'content'));
      comment on column import_profile.ids is 'What tells a line of events from every other: column = its id, content = what it says; null = as the format says';
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`alter table import_profile drop column ids`);
  }
}
