import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Counts per cell, population, week end and window: no person, no mask. Closed to every role but the worker's. */
export class Measures1763700000005 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table mask (
        organization_id  uuid not null,
        week_end         date not null,
        nodes            jsonb not null,
        closed           boolean not null default false,
        counted_at       timestamptz,
        primary key (organization_id, week_end)
      );
      comment on table mask is 'The cells of a week and their headcounts: a record once closed, never derived again';

      comment on column mask.counted_at is 'When the measures of the week were last counted; null before the first time';

      create table measure_people (
        organization_id  uuid not null,
        week_end         date not null,
        days             smallint not null,
        population       text not null,
        cell             text not null,
        login            integer not null,
        act              integer not null,
        active           integer not null,
        engaged          integer not null,
        interactive      integer not null,
        posted           integer not null,
        contributed      integer not null,
        daily            integer not null,
        due14            integer not null,
        activated14      integer not null,
        primary key (organization_id, week_end, days, population, cell)
      );
      comment on column measure_people.daily is 'People active on 80 % of the working days on which they were present';
      comment on column measure_people.due14 is 'People whose fourteenth day after invitation fell within the window';
      comment on column measure_people.activated14 is 'Of due14, those activated within 14 times 24 hours';

      create table measure_state (
        organization_id  uuid not null,
        week_end         date not null,
        population       text not null,
        cell             text not null,
        people           integer not null,
        planned          integer not null,
        opened           integer not null,
        ambassadors      integer not null,
        invited          integer not null,
        activated        integer not null,
        connected        integer not null,
        engaged          integer not null,
        primary key (organization_id, week_end, population, cell)
      );
      comment on table measure_state is 'People of the roster by what had ever happened to them by that Sunday';

      create table measure_volume (
        organization_id  uuid not null,
        week_end         date not null,
        days             smallint not null,
        cell             text not null,
        login_days       integer not null,
        login_exposure   integer not null,
        active_days      integer not null,
        active_exposure  integer not null,
        primary key (organization_id, week_end, days, cell)
      );
      comment on column measure_volume.active_days is 'Person-days of activity on working days';
      comment on column measure_volume.active_exposure is 'Working days of the people active in the window';

      create table measure_cohort (
        organization_id  uuid not null,
        cohort           date not null check (extract(isodow from cohort) = 1),
        lag              smallint not null,
        people           integer not null,
        active           integer not null,
        primary key (organization_id, cohort, lag)
      );
      comment on table measure_cohort is 'People first active in the week of the cohort, and those active lag weeks later';
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop table measure_cohort, measure_volume, measure_state, measure_people, mask`);
  }
}
