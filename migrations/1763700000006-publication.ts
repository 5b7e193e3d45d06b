import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** The only relations that indicator routes may read: masked, rounded, no person and no raw count. */
export class Publication1763700000006 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table published_week (
        organization_id  uuid not null,
        week_end         date not null,
        through          date not null,
        provisional      boolean not null,
        published_at     timestamptz not null,
        primary key (organization_id, week_end)
      );
      comment on column published_week.through is 'Last local day that was counted';

      create table published_node (
        organization_id  uuid not null,
        week_end         date not null,
        key              text not null,
        position         integer not null,
        parent           text,
        kind             text not null,
        entity           text,
        name             text,
        members          text[] not null,
        entities         text[] not null,
        headcount        integer not null,
        country          text,
        wave             text,
        primary key (organization_id, week_end, key)
      );

      create table published_count (
        organization_id  uuid not null,
        population       text not null,
        days             smallint not null,
        node             text not null,
        week_end         date not null,
        counts           jsonb not null,
        primary key (organization_id, population, days, node, week_end)
      );
      comment on column published_count.days is 'Length of the window; 0 = state reached by that Sunday';
      comment on column published_count.counts is 'Per measure the published interval [low, high]; equal ends = exact';
      create index published_count_week on published_count (organization_id, week_end, population, days);

      create table published_cohort (
        organization_id  uuid not null,
        cohort           date not null,
        cohort_end       date not null,
        lag              smallint not null,
        people           integer[] not null,
        active           integer[] not null,
        primary key (organization_id, cohort, lag)
      );
      comment on column published_cohort.cohort_end is 'Monday of the last week joined to reach the minimum size';
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop table published_cohort, published_count, published_node, published_week`);
  }
}
