import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Organisations, who may open them, where their data comes from, and what was done to them. */
export class Organization1763700000001 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table organization (
        id                uuid primary key default gen_random_uuid(),
        slug              text not null unique check (slug ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
        name              text not null,
        class             text not null check (class in ('synthetic', 'public', 'personal')),
        timezone          text not null,
        k                 integer not null default 10 check (k >= 1),
        bands             boolean not null default true,
        modules           jsonb not null default '{}',
        house_words       jsonb not null default '{}',
        declared_through  date,
        live_through      date,
        sealed_before     date check (extract(isodow from sealed_before) = 1),
        next_ordinal      integer not null default 0,
        seeding           boolean not null default false,
        created_at        timestamptz not null default now(),
        check (class <> 'personal' or (k >= 10 and bands))
      );
      comment on column organization.declared_through is 'Last local day that an import declared complete';
      comment on column organization.live_through is 'Last local day with an event from a live source';
      comment on column organization.sealed_before is 'A Monday; activity before it is never cleared again';
      comment on column organization.seeding is 'A demo that is still being generated: no worker touches it';
      comment on column organization.next_ordinal is 'Position of the next person in the bitmaps; never reused';

      create table account (
        id             uuid primary key default gen_random_uuid(),
        email          text not null unique check (email = lower(email)),
        name           text not null,
        password_hash  text not null,
        role           text not null check (role in ('admin', 'project_manager', 'consultant', 'sponsor')),
        language       text not null default 'fr' check (language in ('fr', 'en')),
        disabled_at    timestamptz,
        created_at     timestamptz not null default now()
      );
      create table membership (
        organization_id  uuid not null references organization on delete cascade,
        account_id       uuid not null references account on delete cascade,
        created_at       timestamptz not null default now(),
        primary key (organization_id, account_id)
      );
      create table session (
        id          text primary key,
        account_id  uuid references account on delete cascade,
        data        jsonb not null,
        expires_at  timestamptz not null
      );
      create index session_expires on session (expires_at);

      create table source (
        organization_id  uuid not null references organization on delete cascade,
        id               integer not null,
        name             text not null,
        kind             text not null check (kind in ('http', 'file')),
        created_at       timestamptz not null default now(),
        primary key (organization_id, id),
        unique (organization_id, name)
      );
      create table source_key (
        organization_id  uuid not null,
        id               uuid not null default gen_random_uuid(),
        source_id        integer not null,
        hash             bytea not null unique,
        prefix           text not null,
        created_at       timestamptz not null default now(),
        revoked_at       timestamptz,
        primary key (organization_id, id),
        foreign key (organization_id, source_id) references source on delete cascade
      );
      create table source_hour (
        organization_id  uuid not null,
        source_id        integer not null,
        hour             timestamptz not null,
        received         bigint not null default 0,
        accepted         bigint not null default 0,
        duplicates       bigint not null default 0,
        rejected         bigint not null default 0,
        dropped_fields   bigint not null default 0,
        lag_seconds      integer,
        primary key (organization_id, source_id, hour),
        foreign key (organization_id, source_id) references source on delete cascade
      );
      comment on column source_hour.lag_seconds is 'Largest delay between an event and its arrival in that hour';

      create table import (
        organization_id   uuid not null references organization on delete cascade,
        id                integer not null,
        source_id         integer,
        kind              text not null,
        file_name         text not null,
        state             text not null default 'queued' check (state in ('queued', 'running', 'done', 'failed')),
        options           jsonb not null default '{}',
        total_bytes       bigint,
        read_bytes        bigint not null default 0,
        received          bigint not null default 0,
        accepted          bigint not null default 0,
        duplicates        bigint not null default 0,
        rejected          bigint not null default 0,
        complete_through  date,
        error_code        text,
        created_by        uuid references account on delete set null,
        created_at        timestamptz not null default now(),
        started_at        timestamptz,
        finished_at       timestamptz,
        primary key (organization_id, id)
      );
      create table import_chunk (
        organization_id  uuid not null,
        import_id        integer not null,
        position         integer not null,
        bytes            bytea not null,
        primary key (organization_id, import_id, position),
        foreign key (organization_id, import_id) references import on delete cascade
      );
      create table import_reject (
        organization_id  uuid not null,
        import_id        integer not null,
        position         integer not null,
        line             integer not null,
        external_id      text,
        code             text not null,
        field            text,
        message          text not null,
        primary key (organization_id, import_id, position),
        foreign key (organization_id, import_id) references import on delete cascade
      );

      create table audit (
        id               bigint generated always as identity primary key,
        at               timestamptz not null default now(),
        organization_id  uuid,
        account_id       uuid,
        action           text not null,
        detail           jsonb not null default '{}'
      );
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop table audit, import_reject, import_chunk, import, source_hour, source_key, source,
                 session, membership, account, organization
    `);
  }
}
