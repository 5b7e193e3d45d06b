import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Reports that go out by mail to people without an account: when, to whom, and what was said, frozen. */
export class Report1763700000094 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table report (
        organization_id  uuid not null references organization on delete cascade,
        id               uuid not null default gen_random_uuid(),
        name             text not null check (length(name) between 1 and 80),
        cadence          text not null check (cadence in ('month', 'four_weeks', 'week')),
        at_hour          smallint not null check (at_hour between 0 and 23),
        timezone         text not null,
        language         text not null check (language in ('fr', 'en')),
        scope_entity     text,
        link_days        smallint not null check (link_days between 1 and 400),
        recipients       text[] not null check (cardinality(recipients) between 0 and 50),
        made_by          uuid references account on delete set null,
        made_at          timestamptz not null default now(),
        last_week        date,
        primary key (organization_id, id)
      );
      comment on table report is 'When a board goes out by mail, and to which addresses; no account is needed';
      comment on column report.scope_entity is 'The only entity it tells of: no more than its maker may see; null = the whole organisation';
      comment on column report.last_week is 'Sunday of the last issue, or that was published when the report was set up: the next one is later';

      create table report_issue (
        organization_id  uuid not null,
        report_id        uuid not null,
        id               uuid not null default gen_random_uuid(),
        week_end         date not null,
        is_trial         boolean not null,
        said             jsonb not null,
        pdf              bytea not null,
        drawn_at         timestamptz not null,
        primary key (organization_id, report_id, id),
        foreign key (organization_id, report_id) references report on delete cascade
      );
      comment on table report_issue is 'What was said, frozen as published then, and the file drawn of it';
      create unique index report_issue_of_week on report_issue (organization_id, report_id, week_end) where not is_trial;

      create table report_mail (
        organization_id  uuid not null,
        report_id        uuid not null,
        issue_id         uuid not null,
        id               uuid not null default gen_random_uuid(),
        email            text,
        state            text not null check (state in ('waiting', 'sending', 'sent', 'failed', 'unsure')),
        attempts         smallint not null default 0,
        next_at          timestamptz not null,
        problem          text,
        sent_at          timestamptz,
        token_hash       bytea unique,
        ends_at          timestamptz not null,
        primary key (organization_id, report_id, issue_id, id),
        foreign key (organization_id, report_id, issue_id) references report_issue on delete cascade,
        unique (organization_id, report_id, issue_id, email)
      );
      comment on column report_mail.state is 'sending: handed over and not yet known; unsure: the worker ended meanwhile, so it is not sent again';
      comment on column report_mail.email is 'Forgotten some time after its link has ended';
      comment on column report_mail.token_hash is 'Of the link in the mail, which is kept nowhere';

      select raise_wall('report');
      select raise_wall('report_issue');
      select raise_wall('report_mail');
      -- A link tells of which organisation it is: it is looked up before that is known.
      create policy door on report_mail for select using (true);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop table report_mail, report_issue, report`);
  }
}
