import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** How long things take: when people adopted and formed a habit, counted by lag, and what may be read of it. */
export class Lags1763700000013 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table milestone drop constraint milestone_kind_check;
      alter table milestone add constraint milestone_kind_check
        check (kind in ('invited', 'activated', 'connected', 'engaged', 'adopted', 'habitual'));
      comment on column milestone.at is
        'Of adopted and habitual only the day is known: its midnight UTC; habitual is the Monday of its week';

      create table measure_lag (
        organization_id  uuid not null,
        kind             text not null,
        cell             text not null,
        lag              smallint not null,
        week_end         date not null,
        entered          integer not null,
        events           integer not null,
        censored         integer not null,
        primary key (organization_id, kind, cell, lag)
      );
      comment on table measure_lag is 'People by days since the origin, as of week_end: enough for Kaplan–Meier';
      comment on column measure_lag.lag is 'First day of the bin: each of 0–27, then 28, 35, 42 …';
      comment on column measure_lag.entered is 'People at risk from this bin on; not at 0 where they came after the origin';
      comment on column measure_lag.censored is 'People seen until then, to whom it had not happened';

      create table published_lag (
        organization_id  uuid not null,
        kind             text not null,
        node             text not null,
        week_end         date not null,
        position         integer not null,
        parent           text,
        cells            text[] not null,
        bins             jsonb not null,
        primary key (organization_id, kind, node)
      );
      comment on column published_lag.cells is 'Cells of the week that it joins';
      comment on column published_lag.bins is 'In order, from the bin that begins at lag: published intervals';
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop table published_lag, measure_lag;
      delete from milestone where kind in ('adopted', 'habitual');
      alter table milestone drop constraint milestone_kind_check;
      alter table milestone add constraint milestone_kind_check
        check (kind in ('invited', 'activated', 'connected', 'engaged'));
      comment on column milestone.at is null;
    `);
  }
}
