import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Which countries an organisation is in, and when employees and their representatives were heard there. */
export class PurposeGate1763700000040 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table organization add column country text check (country ~ '^[A-Z]{2}$');
      comment on column organization.country is 'Of its seat; those of its entities are in the directory';

      create table consultation (
        organization_id  uuid not null references organization on delete cascade,
        country          text not null check (country ~ '^[A-Z]{2}$'),
        consulted_on     date,
        informed_on      date,
        document         text check (length(document) <= 200),
        recorded_at      timestamptz not null default now(),
        recorded_by      uuid references account on delete set null,
        primary key (organization_id, country),
        check (consulted_on is not null or informed_on is not null)
      );

      create table gate_override (
        organization_id  uuid primary key references organization on delete cascade,
        reason           text not null check (length(reason) between 20 and 1000),
        decided_at       timestamptz not null default now(),
        decided_by       uuid references account on delete set null
      );
      comment on table gate_override is 'The gate stands open although dates are missing, for this reason';
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop table gate_override, consultation;
      alter table organization drop column country;
    `);
  }
}
