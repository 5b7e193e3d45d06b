import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** A file that lacks a column says which. */
export class ImportErrorField1763700000033 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table import add error_field text check (char_length(error_field) <= 64);
      comment on column import.error_field is 'Of missing_column: the column as Essor or the source calls it, never a word of the file';
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`alter table import drop error_field`);
  }
}
