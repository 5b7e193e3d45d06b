import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** The ledger of events, by month, and the marks that say which days must be rebuilt. */
export class Event1763700000002 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table event (
        organization_id  uuid not null,
        day              date not null,
        source_id        integer not null,
        id               uuid not null,
        digest           bigint not null,
        import_id        integer,
        occurred_at      timestamptz not null,
        kind             smallint not null,
        quantity         integer not null,
        actor            text not null,
        object           text,
        parent           text,
        group_key        text,
        target           text,
        primary key (organization_id, day, source_id, id)
      ) partition by range (day);
      create index event_day on event using brin (day);
      comment on column event.day is 'UTC date of occurred_at: keeps the hot part of the key in few pages';
      comment on column event.digest is 'Of the content: the same key with another digest is a conflict';

      create table event_also (
        organization_id  uuid not null,
        day              date not null,
        source_id        integer not null,
        id               uuid not null,
        import_id        integer not null,
        primary key (organization_id, day, source_id, id, import_id)
      );
      comment on table event_also is 'Later imports that brought an event which another had stored first';

      create table dirty_day (
        organization_id  uuid not null,
        id               bigint generated always as identity,
        day              date not null,
        primary key (organization_id, id)
      );
      comment on column dirty_day.day is 'UTC day with new or removed events; rows are only ever added and consumed';

      -- The ingest role may not create tables; this is the one it may ask for.
      create function ensure_event_partition(month date) returns void
      language plpgsql security definer set search_path from current as $$
      declare
        first date := date_trunc('month', month)::date;
        name  text := 'event_' || to_char(first, 'YYYY_MM');
      begin
        if first < date '1990-01-01' or first > (now() + interval '2 months')::date then
          raise exception 'no partition for %', first using errcode = 'check_violation';
        end if;
        if to_regclass(name) is null then
          perform pg_advisory_xact_lock(hashtextextended('essor.partition', 0));
          execute format('create table if not exists %I partition of event for values from (%L) to (%L)',
                         name, first, (first + interval '1 month')::date);
        end if;
      end $$;

      -- Not strict: a strict function with a CASE would be called for every row instead of being inlined.
      create function alias_of(name text) returns text
      language sql immutable parallel safe
      return case when strpos(name, '@') > 0 then lower(name) else name end;
      comment on function alias_of is 'E-mail addresses are compared without case, other identifiers exactly';
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop function alias_of;
      drop function ensure_event_partition;
      drop table dirty_day, event_also, event;
    `);
  }
}
