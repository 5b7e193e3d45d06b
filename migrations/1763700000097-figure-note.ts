import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** What somebody writes beside a figure of a week. What is taken away stays for the undo, then goes for good. */
export class FigureNote1763700000097 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table figure_note (
        organization_id  uuid not null references organization on delete cascade,
        id               uuid not null default gen_random_uuid(),
        scope            text not null default '',
        indicator        text not null check (indicator <> ''),
        week_end         date not null,
        text             text not null check (length(text) between 1 and 500),
        author_id        uuid references account on delete set null,
        written_at       timestamptz not null default now(),
        changed_at       timestamptz,
        withdrawn_at     timestamptz,
        primary key (organization_id, id)
      );
      comment on table figure_note is 'Words of users, shown to whoever may read the figure; in no log';
      comment on column figure_note.scope is 'A wave or an entity; empty = the whole organisation';
      select raise_wall('figure_note');
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop table figure_note`);
  }
}
