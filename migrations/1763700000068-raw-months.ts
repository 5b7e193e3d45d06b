import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** How long an organisation keeps raw events is its own choice, and a month goes whole once nobody keeps any of it. */
export class RawMonths1763700000068 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table organization add column raw_months integer not null default 6 check (raw_months between 1 and 13);
      comment on column organization.raw_months is 'Months for which raw events of real people are kept';

      drop function forget_event_month;

      -- Forgets events of one month that lie below the sealed floor of the organisation, at most so many at a time.
      create function forget_event_month(organization uuid, month date, at_most integer) returns bigint
      language plpgsql security definer set search_path from current set lock_timeout = '3s' as $$
      declare
        name   text := 'event_' || to_char(month, 'YYYY_MM');
        next   date := (month + interval '1 month')::date;
        -- The last UTC day before the floor still feeds the first local day after it.
        before date := (select sealed_before - 1 from organization o where o.id = organization);
        gone   bigint;
      begin
        if before is null or to_regclass(name) is null then
          return 0;
        end if;
        if before >= next and not event_month_is_kept(month, next) then
          begin
            -- Whoever is storing events ends first, and may have brought some of this month.
            lock table only event in access exclusive mode;
            if not event_month_is_kept(month, next) then
              select count(*) into gone from event e where e.organization_id = organization and e.day >= month and e.day < next;
              execute format('drop table if exists %I', name);
              return gone;
            end if;
          exception when lock_not_available then
            null; -- Row by row instead: nobody who stores events waits for long.
          end;
        end if;
        execute format('delete from %I where ctid = any(array(
                          select ctid from %I where organization_id = $1 and day < $2 limit $3))', name, name)
          using organization, before, at_most;
        get diagnostics gone = row_count;
        return gone;
      end $$;

      create function event_month_is_kept(month date, next date) returns boolean
      language sql
      return exists (
        select from organization o
         where (o.sealed_before is null or o.sealed_before - 1 < next)
           and exists (select from event e where e.organization_id = o.id and e.day >= month and e.day < next));
      comment on function event_month_is_kept is 'Whether an organisation keeps events of a month';
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop function forget_event_month;
      drop function event_month_is_kept;
      alter table organization drop column raw_months;

      create function forget_event_month(organization uuid, month date, before date) returns bigint
      language plpgsql security definer set search_path from current as $$
      declare
        name  text := 'event_' || to_char(month, 'YYYY_MM');
        gone  bigint;
        left_over boolean;
      begin
        if to_regclass(name) is null then
          return 0;
        end if;
        execute format('delete from %I where organization_id = $1 and day < $2', name) using organization, before;
        get diagnostics gone = row_count;
        execute format('select exists (select from %I)', name) into left_over;
        if not left_over then
          perform pg_advisory_xact_lock(hashtextextended('essor.partition', 0));
          execute format('drop table %I', name);
        end if;
        return gone;
      end $$;
    `);
  }
}
