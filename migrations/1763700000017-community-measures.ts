import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Counts of what happens in groups, without a person, and what may be read of each group. */
export class CommunityMeasures1763700000017 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table network_group add entity_key text,
        add foreign key (organization_id, entity_key) references entity on delete cascade;
      comment on column network_group.entity_key is 'The entity that the group is for; null = for everybody';

      create table measure_exchange (
        organization_id  uuid not null,
        week_end         date not null,
        population       text not null,
        cell             text not null,
        measure          text not null,
        total            integer not null,
        contributors     integer,
        top1             integer,
        top2             integer,
        primary key (organization_id, week_end, population, cell, measure)
      );
      comment on table measure_exchange is 'Volumes over the 28 days that end on week_end; zeros have no row';
      comment on column measure_exchange.contributors is 'People who made the total; null where groups are counted, not what people made';
      comment on column measure_exchange.top1 is 'Part of the most active person; top2: of the two most active together';

      create table measure_community (
        organization_id  uuid not null,
        week_end         date not null,
        group_key        text not null,
        created_on       date,
        owned            boolean,
        described        boolean,
        members          integer not null,
        managers         integer not null,
        writers          integer not null,
        active28         integer not null,
        active364        integer not null,
        messages         integer not null,
        contributors     integer not null,
        top1             integer not null,
        top2             integer not null,
        manager_messages integer not null,
        manager_weeks    smallint not null,
        threads          integer not null,
        answered         integer not null,
        replied          integer not null,
        first_replies    integer not null,
        manager_first    integer not null,
        pairs            integer not null,
        mutual           integer not null,
        resolutions      integer[] not null,
        unresolved       integer[] not null,
        primary key (organization_id, week_end, group_key)
      );
      comment on table measure_community is 'Groups that are open on a Sunday, over the 28 days before it where nothing else is said';
      comment on column measure_community.writers is 'Members who posted or commented within 91 days';
      comment on column measure_community.threads is 'Posts of the first 21 of the 28 days: observed for at least 7';
      comment on column measure_community.first_replies is 'Threads of the 28 days that have a reply of somebody else';
      comment on column measure_community.pairs is 'Pairs of people of whom one answered the other within 91 days; mutual: both did';
      comment on column measure_community.resolutions is 'Threads of 91 days by time to resolution, bin by bin; unresolved: by time waited';

      create table measure_own_group (
        organization_id  uuid not null,
        week_end         date not null,
        managers         integer not null,
        own_actions      integer not null,
        own_weeks        integer not null,
        other_actions    integer not null,
        other_weeks      integer not null,
        ratio_low        double precision,
        ratio_high       double precision,
        members          integer not null,
        enclosed         integer not null,
        primary key (organization_id, week_end)
      );
      comment on table measure_own_group is 'Groups created by managers: what members do in the group of their own manager and of others';

      create table published_community (
        organization_id  uuid not null,
        week_end         date not null,
        group_key        text not null,
        facts            jsonb not null,
        counts           jsonb not null,
        primary key (organization_id, week_end, group_key)
      );
      comment on column published_community.facts is 'Declared: exact at every size';
      comment on column published_community.counts is 'Per measure the published interval [low, high]';
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop table published_community, measure_own_group, measure_community, measure_exchange;
      alter table network_group drop entity_key`);
  }
}
