import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Signing in with an identity provider, and what its groups may do in each organisation. */
export class IdentityProviders1763700000060 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table account alter column password_hash drop not null;
      comment on column account.password_hash is 'Null = no password: signs in with an identity provider only';

      create table account_identity (
        issuer      text not null check (issuer <> ''),
        subject     text not null check (subject <> ''),
        account_id  uuid not null references account on delete cascade,
        provider    text not null,
        made_admin  boolean not null default false,
        created_at  timestamptz not null default now(),
        primary key (issuer, subject)
      );
      create index account_identity_account on account_identity (account_id);
      comment on table account_identity is 'Who an account is at an identity provider: by issuer and subject, never by address';
      comment on column account_identity.made_admin is 'A group of the provider makes it an administrator, for as long as it is in it';

      create table sign_in_attempt (
        hash        text primary key,
        browser     text not null,
        provider    text not null,
        nonce       text not null,
        verifier    text not null,
        next        text,
        account_id  uuid references account on delete cascade,
        expires_at  timestamptz not null
      );
      comment on table sign_in_attempt is 'A sign-in on its way to an identity provider: used once, by the browser that began it';
      comment on column sign_in_attempt.hash is 'Of the state that the provider hands back';
      comment on column sign_in_attempt.account_id is 'The account that wants to be known there; null = a sign-in';

      create table group_role (
        organization_id  uuid not null references organization on delete cascade,
        provider         text not null check (provider <> ''),
        group_name       text not null check (group_name <> ''),
        position         int not null,
        role             text not null check (role in (
          'project_manager', 'consultant', 'sponsor', 'animator', 'local_lead', 'data_protection_officer')),
        scope_entity     text check (scope_entity <> ''),
        primary key (organization_id, provider, group_name),
        constraint group_role_scope check (role <> 'local_lead' or scope_entity is not null)
      );
      comment on table group_role is 'What the members of a group of a provider are in an organisation; of several groups, the first position';

      alter table membership
        add column provider text,
        add column group_name text,
        add constraint membership_given_by_check check ((provider is null) = (group_name is null));
      comment on column membership.provider is 'The provider whose group gave it; null = given by hand';
    `);
  }

  /** Who has no password could never sign in again: these accounts are disabled. */
  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      delete from membership where provider is not null;
      alter table membership drop column provider, drop column group_name;
      drop table group_role;
      drop table sign_in_attempt;
      drop table account_identity;
      update account set password_hash = '', disabled_at = coalesce(disabled_at, now()) where password_hash is null;
      alter table account alter column password_hash set not null;
    `);
  }
}
