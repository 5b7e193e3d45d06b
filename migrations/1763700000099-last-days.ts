import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** A key that was made for a while ends by itself. */
export class LastDays1763700000099 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table source_key add column expires_on date;
      alter table scim_token add column expires_on date;
      comment on column source_key.expires_on is 'The last day on which it opens, in the zone of the organisation; null = until it is revoked';
      comment on column scim_token.expires_on is 'The last day on which it opens, in the zone of the organisation; null = until it is revoked';
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table source_key drop column expires_on;
      alter table scim_token drop column expires_on;
    `);
  }
}
