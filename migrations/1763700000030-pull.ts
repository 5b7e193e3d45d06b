import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Sources that are fetched on a schedule. */
export class Pull1763700000030 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table source
        drop constraint source_kind_check,
        add constraint source_kind_check check (kind in ('http', 'file', 'pull'));

      create table pull_source (
        organization_id  uuid not null,
        source_id        integer not null,
        kind             text not null check (kind in ('humhub', 'mattermost', 'm365')),
        address          text not null,
        settings         jsonb not null,
        secret           bytea not null,
        every_minutes    integer not null check (every_minutes between 15 and 1440),
        paused           boolean not null default false,
        cursor           jsonb not null,
        next_at          timestamptz not null default now(),
        lease            integer not null default 0,
        leased_until     timestamptz,
        started_at       timestamptz,
        succeeded_at     timestamptz,
        failed_at        timestamptz,
        failures         integer not null default 0,
        error_code       text,
        received         bigint not null default 0,
        accepted         bigint not null default 0,
        rejected         bigint not null default 0,
        refusals         jsonb not null default '[]',
        notes            jsonb not null default '[]',
        created_by       uuid references account on delete set null,
        created_at       timestamptz not null default now(),
        primary key (organization_id, source_id),
        foreign key (organization_id, source_id) references source on delete cascade
      );
      create index pull_source_due on pull_source (next_at) where not paused;
      comment on table pull_source is 'How a source is fetched, how far, and what became of the last attempts';
      comment on column pull_source.secret is 'Sealed under a key derived from APP_SECRET; opens for this source only';
      comment on column pull_source.cursor is 'How far the reading is; changes in the transaction that stores what was read';
      comment on column pull_source.lease is 'Who has not this number has lost its turn and stores nothing';
      comment on column pull_source.failures is 'Attempts that failed since the last that came to its end';
      comment on column pull_source.received is 'Acts and rows since the last run began; likewise accepted, rejected';
      comment on column pull_source.refusals is 'Codes of what was refused since then, with how often; never what it held';
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop table pull_source;
      update source set kind = 'file' where kind = 'pull';
      alter table source
        drop constraint source_kind_check,
        add constraint source_kind_check check (kind in ('http', 'file'));
    `);
  }
}
