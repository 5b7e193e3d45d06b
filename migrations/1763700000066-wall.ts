import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * The second wall between organisations. Every statement names its organisation; where one forgets to, the server still
 * answers with rows of the organisation of the transaction, and with an error where there is none. The owner, who
 * migrates, counts for the operator and looks into everything, passes by a policy of his own.
 */
export class Wall1763700000066 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create function raise_wall(walled regclass, named text default 'organization_id') returns void language plpgsql as $$
      begin
        execute format('alter table %s enable row level security, force row level security', walled);
        execute format('drop policy if exists owner on %s', walled);
        execute format('create policy owner on %s to current_user using (true)', walled);
        execute format('drop policy if exists organization on %s', walled);
        -- In a subselect, so that it is read once and not once a row.
        execute format('create policy organization on %s using (%I = (select current_setting(''essor.organization'')::uuid))', walled, named);
      end $$;
      revoke execute on function raise_wall from public;
      comment on function raise_wall is 'For every table of organisations, in the migration that makes it';

      do $$
      declare
        one regclass;
      begin
        for one in select c.oid::regclass from pg_class c join pg_attribute a on a.attrelid = c.oid
                    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
                      and a.attname = 'organization_id' and not a.attisdropped loop
          perform raise_wall(one);
        end loop;
        perform raise_wall('organization', 'id');
      end $$;

      -- Doors: read before it is known which organisation it is about, because they tell it.
      create policy door on organization for select using (true);
      create policy door on source_key for select using (true);
      create policy door on scim_token for select using (true);
      create policy door on group_role for select using (true);
      -- Of an account, in all its organisations.
      create policy door on membership using (true);
      create policy founding on organization for insert with check (true);
      -- What belongs to the installation stands outside of every organisation.
      drop policy organization on audit;
      create policy organization on audit
        using (organization_id is null
               or organization_id = (select nullif(current_setting('essor.organization', true), '')::uuid));

      -- Reading through the whole table asks the policy of the whole table only; a month alone has one too.
      create or replace function ensure_event_partition(month date) returns void
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
          if to_regclass(name) is null then
            execute format('create table %I partition of event for values from (%L) to (%L)',
                           name, first, (first + interval '1 month')::date);
            perform raise_wall(name);
          end if;
        end if;
      end $$;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      do $$
      declare
        one record;
      begin
        for one in select polname, polrelid::regclass as walled from pg_policy loop
          execute format('drop policy %I on %s', one.polname, one.walled);
          execute format('alter table %s disable row level security, no force row level security', one.walled);
        end loop;
      end $$;
      create or replace function ensure_event_partition(month date) returns void
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
      drop function raise_wall;
    `);
  }
}
