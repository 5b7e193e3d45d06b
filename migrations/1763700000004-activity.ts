import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** What people did, rebuilt from events: one bit per person, local day and act; counts per person and week. */
export class Activity1763700000004 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table activity_day (
        organization_id  uuid not null,
        day              date not null,
        act              smallint not null,
        segment          integer not null,
        people           bit(8192) not null,
        primary key (organization_id, day, act, segment)
      );
      comment on table activity_day is 'Bit i of segment s is the person whose ordinal is 8192 s + i';

      create table activity_week (
        organization_id  uuid not null,
        week             date not null check (extract(isodow from week) = 1),
        ordinal          integer not null,
        login_days       smallint not null,
        active_days      smallint not null,
        posts            integer not null,
        comments         integer not null,
        reactions        integer not null,
        acts             integer not null,
        primary key (organization_id, week, ordinal)
      );
      comment on column activity_week.active_days is 'Bit 0 = Monday … bit 6 = Sunday, local days';
      comment on column activity_week.acts is 'Intentional acts of the week, quantities summed';

      create table milestone (
        organization_id  uuid not null,
        ordinal          integer not null,
        kind             text not null check (kind in ('invited', 'activated', 'connected', 'engaged')),
        at               timestamptz not null,
        day              date not null,
        primary key (organization_id, ordinal, kind)
      );
      comment on table milestone is 'The first time ever; day is the local day of that instant';
      create index milestone_day on milestone (organization_id, kind, day);

      create table dirty_week (
        organization_id  uuid not null,
        id               bigint generated always as identity,
        week_end         date not null check (extract(isodow from week_end) = 7),
        primary key (organization_id, id)
      );
      comment on table dirty_week is 'Week ends whose measures must be counted again';
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop table dirty_week, milestone, activity_week, activity_day`);
  }
}
