import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * What a database of several machines, each organisation on one of them, does not answer: a unique key without the
 * organisation, a question to all organisations through a shared table, a deletion by place alone.
 */
export class PastOneMachine1763700000101 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- Hashes of 256 random bits need no key to differ, only to be found.
      create index source_key_hash on source_key (hash);
      create index report_mail_token_hash on report_mail (token_hash) where token_hash is not null;
      alter table source_key drop constraint source_key_hash_key;
      alter table report_mail drop constraint report_mail_token_hash_key;

      create or replace function event_month_is_kept(month date, next date) returns boolean language plpgsql as $$
      declare
        one uuid;
      begin
        for one in select id from organization where sealed_before is null or sealed_before - 1 < next loop
          if exists (select from event where organization_id = one and day >= month and day < next) then
            return true;
          end if;
        end loop;
        return false;
      end $$;

      create or replace function forget_event_month(organization uuid, month date, at_most integer) returns bigint
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
        -- A place in a table means something on the machine of the organisation alone.
        execute format('delete from %I where organization_id = $1 and ctid = any(array(
                          select ctid from %I where organization_id = $1 and day < $2 limit $3))', name, name)
          using organization, before, at_most;
        get diagnostics gone = row_count;
        return gone;
      end $$;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table source_key add constraint source_key_hash_key unique (hash);
      alter table report_mail add constraint report_mail_token_hash_key unique (token_hash);
      drop index source_key_hash;
      drop index report_mail_token_hash;
    `);
  }
}
