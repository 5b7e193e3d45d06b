import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** What becomes of arrivals: exchanges per person and week, hours of the week per entity, and counts of habit. */
export class Habit1763700000009 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table activity_week
        add column interactions integer not null default 0,
        add column received integer not null default 0;
      comment on column activity_week.interactions is 'Posts, comments, reactions and mentions of the week';
      comment on column activity_week.received is 'Comments and reactions that others addressed to the person';

      create table activity_hour (
        organization_id  uuid not null,
        week             date not null check (extract(isodow from week) = 1),
        entity_key       text not null,
        hour             smallint not null check (hour between 0 and 167),
        people           integer not null,
        acts             integer not null,
        primary key (organization_id, week, entity_key, hour)
      );
      comment on table activity_hour is 'Staff of an entity, on the day of the event, active in an hour of the week in its zone';
      comment on column activity_hour.hour is '0 = Monday from midnight … 167 = Sunday from eleven in the evening';
      comment on column activity_hour.acts is 'Their intentional acts of that hour, quantities summed';

      create table measure_habit (
        organization_id  uuid not null,
        week_end         date not null,
        days             smallint not null,
        population       text not null,
        cell             text not null,
        exposed          integer,
        used             integer,
        novice           integer,
        habitual         integer,
        power            integer,
        engaged_days     integer,
        due_return       integer,
        returned         integer,
        primary key (organization_id, week_end, days, population, cell)
      );
      comment on table measure_habit is 'Null = not counted over this window';
      comment on column measure_habit.exposed is 'Present and activated during the whole window';
      comment on column measure_habit.used is 'Of exposed, at least one intentional act; each count that follows is part of the one before';
      comment on column measure_habit.engaged_days is 'People active on at least 10 distinct days';
      comment on column measure_habit.due_return is 'People whose fourteenth day after their first login fell within the window';
      comment on column measure_habit.returned is 'Of due_return, those active on another of these days';

      create table measure_persona (
        organization_id  uuid not null,
        week_end         date not null,
        days             smallint not null,
        population       text not null,
        cell             text not null,
        engager          integer not null,
        catalyst         integer not null,
        responder        integer not null,
        broadcaster      integer not null,
        observer         integer not null,
        primary key (organization_id, week_end, days, population, cell)
      );
      comment on table measure_persona is 'Activated people by the balance of what they give and get; no row where no target is known';

      create table measure_usage (
        organization_id       uuid not null,
        week_end              date not null,
        days                  smallint not null,
        cell                  text not null,
        interactions          integer not null,
        received              integer not null,
        acts                  integer not null,
        exposed_days          integer not null,
        exposed_active_days   integer not null,
        primary key (organization_id, week_end, days, cell)
      );
      comment on column measure_usage.interactions is 'Of the people of the Sunday, as received';
      comment on column measure_usage.acts is 'Intentional acts, where their authors stood on the day';
      comment on column measure_usage.exposed_days is 'Working person-days of presence since the invitation or activation';

      create table measure_rhythm (
        organization_id  uuid not null,
        week_end         date not null,
        days             smallint not null,
        cell             text not null,
        hours            integer[] not null check (cardinality(hours) = 168),
        primary key (organization_id, week_end, days, cell)
      );
      comment on column measure_rhythm.hours is 'People active in each hour of the week, summed over the weeks';

      create table measure_concentration (
        organization_id  uuid not null,
        week_end         date not null,
        days             smallint not null,
        cell             text not null,
        people           integer[] not null,
        primary key (organization_id, week_end, days, cell)
      );
      comment on column measure_concentration.people is 'People by number of interactions, in fixed bins';

      -- What is new is counted from the events that are still there.
      insert into dirty_day (organization_id, day) select distinct organization_id, day from event;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop table measure_concentration, measure_rhythm, measure_usage, measure_persona, measure_habit, activity_hour;
      alter table activity_week drop column interactions, drop column received;
    `);
  }
}
