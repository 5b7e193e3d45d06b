import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Identity providers say when somebody signed out there; none of their tokens is taken twice. */
export class LogoutTokens1763700000074 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table logout_token (
        hash        text primary key,
        expires_at  timestamptz not null
      );
      comment on table logout_token is 'Tokens with which a provider ended sessions, for as long as they could be sent again';
      comment on column logout_token.hash is 'Of the issuer and of the id of the token';
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop table logout_token`);
  }
}
