import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** An import can be cancelled, told apart when it began again, and undone. */
export class UndoImport1763700000028 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table import
        drop constraint import_state_check,
        add constraint import_state_check check (state in
          ('queued', 'running', 'cancelling', 'cancelled', 'done', 'failed', 'undoing', 'undone')),
        add attempts integer not null default 0,
        add first_day date,
        add last_day date,
        add undone_at timestamptz,
        add undone_events bigint;
      comment on column import.attempts is 'How often its reading began: more than once after an interruption';
      comment on column import.first_day is 'First UTC day of the events of the file that the ledger holds; null = none';
      comment on column import.undone_events is 'Events that left with it: those that nobody else brought';

      update import set attempts = 1 where started_at is not null;
      with brought as (
        select organization_id, import_id, day from event where import_id is not null
        union all
        select organization_id, import_id, day from event_also where import_id > 0
      ), span as (
        select organization_id, import_id, min(day) as first_day, max(day) as last_day from brought group by 1, 2
      )
      update import set first_day = span.first_day, last_day = span.last_day
        from span where span.organization_id = import.organization_id and span.import_id = import.id;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      update import set state = 'failed', error_code = coalesce(error_code, state)
       where state in ('cancelling', 'cancelled', 'undoing', 'undone');
      alter table import
        drop constraint import_state_check,
        add constraint import_state_check check (state in ('queued', 'running', 'done', 'failed')),
        drop attempts, drop first_day, drop last_day, drop undone_at, drop undone_events;
    `);
  }
}
