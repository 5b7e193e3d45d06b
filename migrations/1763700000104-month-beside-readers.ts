import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * The first events of a month wait for nobody who reads the ledger. A partition that is made as one takes the whole ledger
 * for itself: it waits for every job that counts, and everybody who stores events waits behind it. A table that is
 * attached does not.
 */
export class MonthBesideReaders1763700000104 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
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
            execute format('create table %I (like event including all)', name);
            -- Reading through the whole table asks the policy of the whole table only; a month alone has one too.
            perform raise_wall(name);
            execute format('alter table event attach partition %I for values from (%L) to (%L)',
                           name, first, (first + interval '1 month')::date);
          end if;
        end if;
      end $$;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
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
}
