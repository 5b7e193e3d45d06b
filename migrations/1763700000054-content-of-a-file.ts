import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** By which the same file is known again: a hash of its size, its beginning and its end; null for files of before. */
export class ContentOfAFile1763700000054 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table import add column content_digest bytea`);
    await runner.query(
      `create index import_content on import (organization_id, content_digest) where content_digest is not null`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop index import_content`);
    await runner.query(`alter table import drop column content_digest`);
  }
}
