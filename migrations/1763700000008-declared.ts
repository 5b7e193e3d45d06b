import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** What an organisation says of itself: actions, surveys, governance, sites. Lists of people end; the rest holds none. */
export class Declared1763700000008 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table action (
        organization_id  uuid not null references organization on delete cascade,
        key              text not null,
        kind             text not null,
        name             text not null,
        state            text not null check (state in ('planned', 'held', 'cancelled')),
        starts_on        date not null,
        ends_on          date not null,
        entities         text[] not null default '{}',
        audience         text not null,
        channel          text,
        led_by           text,
        object_key       text,
        primary key (organization_id, key),
        check (starts_on <= ends_on)
      );
      comment on table action is 'Support actions and communications; no entity = for the whole organisation';
      comment on column action.ends_on is 'Last day, included';
      comment on column action.object_key is 'Id of the post in the events, for a communication on the network';
      create table attendance (
        organization_id  uuid not null,
        action_key       text not null,
        ordinal          integer not null,
        primary key (organization_id, action_key, ordinal),
        foreign key (organization_id, action_key) references action on delete cascade,
        foreign key (organization_id, ordinal) references person on delete cascade
      );
      create index attendance_person on attendance (organization_id, ordinal);
      create table turnout (
        organization_id  uuid not null,
        action_key       text not null,
        entity_key       text not null,
        people           integer not null check (people >= 0),
        managers         integer check (managers between 0 and people),
        primary key (organization_id, action_key, entity_key),
        foreign key (organization_id, action_key) references action on delete cascade
      );
      comment on table turnout is 'Declared number of participants where no list is kept; entity_key empty = in all';

      create table shock (
        organization_id  uuid not null references organization on delete cascade,
        key              text not null,
        name             text not null,
        starts_on        date not null,
        ends_on          date not null,
        entities         text[] not null default '{}',
        primary key (organization_id, key),
        check (starts_on <= ends_on)
      );
      comment on table shock is 'Lockdown, holidays, strike: what moves use without the rollout; no entity = everywhere';

      create table survey_question (
        organization_id  uuid not null references organization on delete cascade,
        survey_key       text not null,
        survey_name      text not null,
        asked_on         date not null,
        asked            integer check (asked >= 0),
        key              text not null,
        wording          text not null,
        about            text not null,
        answers          text[] not null,
        counted          text[] not null,
        primary key (organization_id, survey_key, key)
      );
      comment on column survey_question.asked is 'People who were asked; null = everyone';
      comment on column survey_question.counted is 'Answers that count for the share of the question';
      create table survey_answer (
        organization_id  uuid not null,
        survey_key       text not null,
        question_key     text not null,
        respondent       uuid not null,
        entity_key       text,
        level            smallint,
        answer           text not null,
        primary key (organization_id, survey_key, question_key, respondent),
        foreign key (organization_id, survey_key, question_key) references survey_question on delete cascade
      );
      comment on column survey_answer.respondent is 'Digest of the pseudonym that the survey gave; never the pseudonym';
      create table published_survey (
        organization_id  uuid not null references organization on delete cascade,
        survey_key       text not null,
        published_at     timestamptz not null,
        places           jsonb not null,
        pairs            jsonb not null default '[]',
        primary key (organization_id, survey_key)
      );
      comment on table published_survey is 'Masked counts of answers by place: all that is ever read of a survey';

      create table governance_item (
        organization_id  uuid not null references organization on delete cascade,
        key              text not null,
        scope            text not null default '',
        state            text not null check (state in ('done', 'started', 'missing', 'not_applicable')),
        stated_on        date not null,
        note             text,
        primary key (organization_id, key, scope)
      );
      comment on column governance_item.scope is 'An entity or a wave; empty = the whole organisation';
      create table tool_trial (
        organization_id  uuid not null references organization on delete cascade,
        key              text not null,
        tool             text not null,
        scenario         text,
        tried_on         date,
        participants     integer check (participants >= 0),
        headcount        integer check (headcount > 0),
        score            double precision,
        chosen           boolean not null default false,
        primary key (organization_id, key),
        check (participants <= headcount)
      );
      create table site_project (
        organization_id  uuid not null,
        entity_key       text not null,
        local_director   text,
        business_lead    text,
        hr_lead          text,
        contact          text,
        kick_off         date,
        language         text,
        budget           double precision check (budget >= 0),
        days             double precision check (days >= 0),
        primary key (organization_id, entity_key),
        foreign key (organization_id, entity_key) references entity on delete cascade
      );
      comment on column site_project.days is 'Working days set aside for the local rollout';
      create table process (
        organization_id  uuid not null references organization on delete cascade,
        key              text not null,
        name             text not null,
        group_key        text not null,
        tag              text,
        replaced_on      date,
        before_hours     double precision check (before_hours > 0),
        source           text,
        copied_from      text,
        primary key (organization_id, key)
      );
      comment on column process.before_hours is 'Declared median time to resolution before the group took over';
      create table entity_contact (
        organization_id  uuid not null,
        entity_key       text not null,
        called_on        date not null,
        outcome          text not null,
        note             text,
        primary key (organization_id, entity_key, called_on),
        foreign key (organization_id, entity_key) references entity on delete cascade
      );
      create table declared_figure (
        organization_id  uuid not null references organization on delete cascade,
        scope            text not null,
        period_end       date not null,
        indicator        text not null,
        window_days      smallint not null,
        numerator        double precision not null check (numerator >= 0),
        denominator      double precision check (denominator > 0),
        source           text not null,
        definition       text not null,
        primary key (organization_id, scope, period_end, indicator, window_days)
      );
      comment on table declared_figure is 'Totals handed over from before Essor: never mixed with measured ones';
      comment on column declared_figure.scope is 'A wave or an entity; empty = the whole organisation';
      create table voluntary_report (
        organization_id  uuid not null,
        ordinal          integer not null,
        role             text not null,
        period_end       date not null,
        consent_on       date not null,
        posts            integer not null default 0 check (posts >= 0),
        replies          integer not null default 0 check (replies >= 0),
        feedback         integer not null default 0 check (feedback >= 0),
        launch_speech    boolean not null default false,
        primary key (organization_id, ordinal, role, period_end),
        foreign key (organization_id, ordinal) references person on delete cascade
      );
      comment on table voluntary_report is 'What holders of a public role say of their own last 28 days, by consent';

      alter table measure_people add column attended integer not null default 0;
      comment on column measure_people.attended is 'People on the list of an action held within the window';
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table measure_people drop column attended;
      drop table voluntary_report, declared_figure, entity_contact, process, site_project, tool_trial, governance_item,
                 published_survey, survey_answer, survey_question, shock, turnout, attendance, action
    `);
  }
}
