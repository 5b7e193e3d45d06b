import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** What the sources have told, the thresholds of managers' voice, coaching of executives, and answers by other people. */
export class Exemplarity1763700000020 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table source_evidence (
        organization_id  uuid not null references organization on delete cascade,
        source_id        integer not null,
        kind             smallint not null,
        targets          boolean not null,
        parents          boolean not null,
        groups           boolean not null,
        primary key (organization_id, source_id, kind)
      );
      comment on table source_evidence is 'Kinds of events that a source has ever sent, and which fields it filled; never forgotten';
      insert into source_evidence (organization_id, source_id, kind, targets, parents, groups)
      select organization_id, source_id, kind, bool_or(target is not null), bool_or(parent is not null), bool_or(group_key is not null)
        from event group by organization_id, source_id, kind;

      alter table network_group
        add has_creator boolean not null generated always as (creator_key is not null) stored,
        add has_owner boolean not null generated always as (owner_keys <> '{}') stored;
      comment on column network_group.has_creator is 'What is told of a group, without saying of whom';

      create table voice_setting (
        organization_id  uuid not null references organization on delete cascade,
        id               bigint generated always as identity,
        set_at           timestamptz not null default now(),
        account_id       uuid references account on delete set null,
        first_replies    double precision not null check (first_replies > 0 and first_replies <= 1),
        voice            double precision not null check (voice > 0 and voice <= 1),
        weeks            smallint not null check (weeks between 1 and 4),
        primary key (organization_id, id)
      );
      comment on table voice_setting is 'From which shares managers are omnipresent: added, never changed; the newest counts';
      comment on column voice_setting.account_id is 'Null = set on the command line';
      create index voice_setting_account on voice_setting (account_id);

      create table coaching (
        organization_id  uuid not null references organization on delete cascade,
        key              text not null,
        executive        text not null,
        coach            text,
        meeting_on       date,
        state            text not null check (state in ('planned', 'held', 'declined')),
        consent_on       date not null,
        note             text,
        primary key (organization_id, key)
      );
      comment on table coaching is 'Support of executives one by one, declared with their consent; never taken from the log';

      alter table measure_community add other_replied integer not null default 0;
      comment on column measure_community.other_replied is 'Threads observed for seven days that somebody who manages nobody answered in writing';
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table measure_community drop other_replied;
      drop table coaching, voice_setting, source_evidence;
      alter table network_group drop has_creator, drop has_owner;
    `);
  }
}
