import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** How the files of a source are to be read, said once; and what there was to know of a reading. */
export class ImportProfile1763700000025 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table import_profile (
        organization_id  uuid not null references organization on delete cascade,
        name             text not null check (length(name) between 1 and 100),
        kind             text not null,
        map              jsonb not null,
        kinds            jsonb not null,
        fixed            jsonb not null,
        counts           jsonb not null,
        encoding         text,
        date_format      text,
        zone             text,
        grain            text,
        changed_at       timestamptz not null default now(),
        primary key (organization_id, name)
      );
      comment on table import_profile is 'How files of one source are read: names of columns and words, never what stands under them';
      comment on column import_profile.name is 'That of the source whose ids the files hold';
      comment on column import_profile.kind is 'The format, as it is called where files are handed in';
      comment on column import_profile.map is 'Canonical column: its name in the file';
      comment on column import_profile.kinds is 'Kind of event: the word, or words, that the file has for it';
      comment on column import_profile.fixed is 'Canonical column: its value in every row';
      comment on column import_profile.counts is 'Kind of event: the column that counts it per day';
      alter table import add column notes jsonb not null default '[]';
      comment on column import.notes is 'What to know of the reading although nothing was refused for it: codes, and how often each';
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table import drop column notes;
      drop table import_profile;
    `);
  }
}
