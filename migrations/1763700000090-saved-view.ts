import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Addresses of pages, with their filters, that an account keeps under a name of its own. */
export class SavedView1763700000090 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table saved_view (
        organization_id  uuid not null references organization on delete cascade,
        account_id       uuid not null references account on delete cascade,
        id               uuid not null default gen_random_uuid(),
        name             text not null check (name <> ''),
        address          text not null check (address <> ''),
        created_at       timestamptz not null default now(),
        primary key (organization_id, account_id, id),
        unique (organization_id, account_id, name)
      );
      comment on table saved_view is 'Where an account wants to come back to: the address of a page with its filters, and no figure';
      comment on column saved_view.address is 'Within the pages of the organisation: page?filters';
      select raise_wall('saved_view');
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop table saved_view`);
  }
}
