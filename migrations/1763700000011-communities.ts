import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** What happens in groups: activity that ends with activity, counts without a person, and what is published of them. */
export class Communities1763700000011 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table activity_group_week (
        organization_id  uuid not null,
        week             date not null check (extract(isodow from week) = 1),
        group_key        text not null,
        ordinal          integer not null,
        posts            integer not null,
        comments         integer not null,
        reactions        integer not null,
        primary key (organization_id, week, group_key, ordinal)
      );
      create table activity_group_day (
        organization_id  uuid not null,
        day              date not null,
        group_key        text not null,
        posts            integer not null,
        comments         integer not null,
        primary key (organization_id, day, group_key)
      );
      comment on table activity_group_day is 'Local days on which anybody posted or commented in a group';

      create table group_change (
        organization_id  uuid not null,
        day              date not null,
        group_key        text not null,
        ordinal          integer not null,
        member           boolean not null,
        founder          boolean not null,
        primary key (organization_id, day, group_key, ordinal)
      );
      comment on column group_change.member is 'Whether the person belonged to the group at the end of that local day';
      comment on column group_change.founder is 'Whether the person created the group that day';

      create table thread (
        organization_id  uuid not null,
        day              date not null,
        key              bigint not null,
        posted_at        timestamptz not null,
        timezone         text not null,
        group_key        text,
        author           integer not null,
        entity_key       text,
        primary key (organization_id, day, key)
      );
      comment on column thread.key is 'Hash of the object of the post and its source: the identifier itself is not kept';
      comment on column thread.day is 'Local day of the author, whose entity is that of this day';
      create table thread_response (
        organization_id  uuid not null,
        day              date not null,
        thread           bigint not null,
        ordinal          integer not null,
        replied_at       timestamptz,
        replies          integer not null,
        reacted          boolean not null,
        resolved_at      timestamptz,
        primary key (organization_id, day, thread, ordinal)
      );
      comment on table thread_response is 'What one person did to one thread on one local day; the author may be that person';
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop table thread_response, thread, group_change, activity_group_day, activity_group_week`);
  }
}
