import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Raw events end; the worker may ask for it but owns no table. */
export class Retention1763700000007 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- Forgets an organisation's events of one month; the month itself goes with its last event.
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

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop function forget_event_month`);
  }
}
