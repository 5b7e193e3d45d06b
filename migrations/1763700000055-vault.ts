import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Names of people behind a key: what is known is converted by `sealNames`, which has the secret. */
export class Vault1763700000055 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table organization_key (
        organization_id  uuid primary key references organization on delete cascade,
        wrapped          bytea not null
      );
      comment on table organization_key is 'Data key of each organisation, sealed under a key derived from APP_SECRET';
      alter table person_alias add sealed bytea;
      comment on column person_alias.alias is 'Token of the name: an HMAC under a key of the organisation';
      comment on column person_alias.sealed is 'The name as it was spelled; null where nobody handed it in';
      comment on column person.key is 'Token of the key of the directory, or of the name under which somebody was seen acting';
      comment on column event.actor is 'Token of a name, as in person_alias.alias; so is target';
      comment on column event.digest is 'Of the content, covered under a key of the organisation: the same key with another digest is a conflict';
      comment on column network_group.creator_key is 'Token of a name; so are the owners';
      drop function alias_of;
      create table left_out (
        organization_id  uuid not null references organization on delete cascade,
        token            text not null,
        reason           text not null check (reason in ('erasure', 'objection')),
        request          uuid not null,
        at               timestamptz not null default now(),
        primary key (organization_id, token)
      );
      comment on table left_out is 'Names of people of whom nothing is kept any more: tokens, and nothing else';
      comment on column left_out.request is 'Which tokens were one person, for an objection that is withdrawn';
    `);
  }

  /** What is sealed must have been opened again before (\`openNames\`): nobody can afterwards. */
  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      do $$ begin
        if exists (select from organization_key) then
          raise exception 'names are sealed: open them first';
        end if;
      end $$;
      drop table left_out;
      create function alias_of(name text) returns text
      language sql immutable parallel safe
      return case when strpos(name, '@') > 0 then lower(name) else name end;
      comment on function alias_of is 'E-mail addresses are compared without case, other identifiers exactly';
      alter table person_alias drop sealed;
      drop table organization_key;
    `);
  }
}
