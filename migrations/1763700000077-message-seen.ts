import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Who saw an official message (K27): one row per person, message and local day, rebuilt with the day. */
export class MessageSeen1763700000077 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table message_seen (
        organization_id  uuid not null,
        day              date not null,
        message          text not null,
        ordinal          integer not null,
        saw              boolean not null,
        wrote            boolean not null,
        primary key (organization_id, day, message, ordinal)
      );
      comment on table message_seen is 'What one person did about a declared official message on one local day: saw it, or wrote it';
      select raise_wall('message_seen');
      create table message_counted (
        organization_id  uuid not null references organization on delete cascade,
        key              text not null,
        object_key       text not null,
        starts_on        date not null,
        audience         text not null,
        entities         text[] not null,
        primary key (organization_id, key)
      );
      comment on table message_counted is 'Official messages as they were declared when activity was last built: what differs is built again';
      select raise_wall('message_counted');
      alter table measure_people add column targeted integer, add column seen integer;
      comment on column measure_people.targeted is 'People to whom an official message of the window was addressed; null = counted before this was';
      comment on column measure_people.seen is 'Of targeted, those who viewed it, reacted, answered or shared within the window';
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table measure_people drop column targeted, drop column seen;
      drop table message_counted, message_seen;
    `);
  }
}
