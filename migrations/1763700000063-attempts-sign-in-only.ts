import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Whoever goes to an identity provider wants to sign in, and nothing else. */
export class AttemptsSignInOnly1763700000063 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`alter table sign_in_attempt drop column account_id`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`alter table sign_in_attempt add column account_id uuid references account on delete cascade`);
  }
}
