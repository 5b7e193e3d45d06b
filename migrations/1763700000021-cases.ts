import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** The house's own definition of active, how long a community is planned for, and appointments with their animator. */
export class Cases1763700000021 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table organization add column active_definition jsonb;
      comment on column organization.active_definition is 'Indicator, window and words of what the house calls active; null = it has no definition of its own';
      alter table network_group add column planned_months smallint check (planned_months > 0);
      comment on column network_group.planned_months is 'Months that the community is planned to run; null = open-ended';
      create table appointment (
        organization_id  uuid not null references organization on delete cascade,
        key              text not null,
        name             text not null,
        every            text not null check (every in ('day', 'week', 'fortnight', 'month', 'quarter')),
        animator         text,
        hours            double precision check (hours >= 0),
        group_key        text,
        starts_on        date,
        ends_on          date,
        primary key (organization_id, key),
        check (starts_on <= ends_on)
      );
      comment on table appointment is 'Plan of regular appointments of the network';
      comment on column appointment.animator is 'Named by consent, or a function';
      comment on column appointment.hours is 'Working hours a month that the animator is given for it';
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop table appointment;
      alter table network_group drop column planned_months;
      alter table organization drop column active_definition;
    `);
  }
}
