import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** What there is to know of the quality of the data, counted per source and never per person; kinds of groups by hand. */
export class Quality1763700000031 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table source_day (
        organization_id  uuid not null,
        source_id        integer not null,
        day              date not null,
        events           integer not null,
        approximate      integer not null,
        unassigned       integer not null,
        primary key (organization_id, source_id, day),
        foreign key (organization_id, source_id) references source on delete cascade
      );
      comment on table source_day is 'Events of a source by UTC day: counted again from the ledger whenever the day changes';
      comment on column source_day.approximate is 'Of which the time is that of a day or of what the act was about';
      comment on column source_day.unassigned is 'Of which the actor is not in the directory';

      create table quality_count (
        organization_id  uuid not null references organization on delete cascade,
        subject          text not null check (subject in ('unassigned_people', 'repeated_ids')),
        source_id        integer not null default 0,
        count            integer not null,
        mostly           text,
        last_day         date,
        counted_at       timestamptz not null default now(),
        primary key (organization_id, subject, source_id)
      );
      comment on column quality_count.source_id is '0 = all of them';
      comment on column quality_count.mostly is 'What more than half of the identifiers look like';

      alter table source_hour
        add column conflicts bigint not null default 0,
        add column ahead bigint not null default 0,
        add column ahead_seconds integer;
      comment on column source_hour.conflicts is 'Events whose id was known for that day with another content';
      comment on column source_hour.ahead is 'Events dated more than a minute after their arrival';
      comment on column source_hour.ahead_seconds is 'The largest such advance of the hour';

      alter table network_group add kind_in_file text, add kind_set_at timestamptz;
      update network_group set kind_in_file = kind;
      comment on column network_group.kind_set_at is 'When somebody said by hand what kind it is; null = as its file says';

      insert into source_day (organization_id, source_id, day, events, approximate, unassigned)
      select e.organization_id, e.source_id, e.day, count(*),
             count(*) filter (where e.quantity > 1 or i.kind in ('m365', 'slack-analytics', 'workplace')
                                 or i.kind in ('slack', 'zulip', 'rocketchat') and e.kind = 4
                                 or i.options->>'grain' = 'day' or jsonb_typeof(i.options->'counts') = 'object'),
             count(*) filter (where p.ordinal is null or not p.declared and not p.bot)
        from event e
        left join import i on i.organization_id = e.organization_id and i.id = e.import_id
        left join person_alias a on a.organization_id = e.organization_id and a.alias = alias_of(e.actor)
        left join person p on p.organization_id = e.organization_id and p.ordinal = a.ordinal
       group by 1, 2, 3;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      update network_group set kind = kind_in_file where kind_set_at is not null;
      alter table network_group drop column kind_in_file, drop column kind_set_at;
      alter table source_hour drop column conflicts, drop column ahead, drop column ahead_seconds;
      drop table quality_count, source_day;
    `);
  }
}
