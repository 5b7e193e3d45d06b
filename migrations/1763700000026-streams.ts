import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** What the names of other vocabularies mean to a live source, and which came that mean nothing. */
export class Streams1763700000026 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table source_name (
        organization_id  uuid not null,
        source_id        integer not null,
        vocabulary       text not null,
        name             text not null check (length(name) between 1 and 200),
        kind             smallint,
        changed_at       timestamptz not null default now(),
        primary key (organization_id, source_id, vocabulary, name),
        foreign key (organization_id, source_id) references source on delete cascade
      );
      comment on table source_name is 'Where a source means something else by a name than is usual';
      comment on column source_name.kind is 'Index of the kind of event; null = does not count';

      create table source_unmapped (
        organization_id  uuid not null,
        source_id        integer not null,
        vocabulary       text not null,
        name             text not null check (length(name) between 1 and 200),
        times            bigint not null,
        last_day         date not null,
        primary key (organization_id, source_id, vocabulary, name),
        foreign key (organization_id, source_id) references source on delete cascade
      );
      comment on table source_unmapped is 'Names that came and mean nothing yet, 200 at most per source; never who did it';
      comment on column source_unmapped.last_day is 'UTC day on which the name came last';

      alter table source_hour add column skipped bigint not null default 0;
      comment on column source_hour.skipped is 'Documents of a stream that are no event although nothing is wrong with them';
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table source_hour drop column skipped;
      drop table source_unmapped, source_name;
    `);
  }
}
