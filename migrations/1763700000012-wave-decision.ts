import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Whether a wave was let through, by whom and why. A record: no wave and no account takes it along. */
export class WaveDecision1763700000012 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table wave_decision (
        organization_id  uuid not null references organization on delete cascade,
        id               bigint generated always as identity,
        wave_key         text not null,
        decided_at       timestamptz not null default now(),
        decision         text not null check (decision in ('go', 'no_go', 'postpone')),
        reason           text not null check (length(reason) between 3 and 1000),
        recommendation   text not null check (recommendation in ('go', 'no_go', 'incomplete')),
        lights           jsonb not null,
        account_id       uuid references account on delete set null,
        primary key (organization_id, id)
      );
      comment on column wave_decision.recommendation is 'What the rules said at that moment; lights: rule by rule';
      create index wave_decision_account on wave_decision (account_id);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop table wave_decision`);
  }
}
