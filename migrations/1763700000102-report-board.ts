import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Which board a report tells; those that were there tell Synthèse, as the release before goes on doing. */
export class ReportBoard1763700000102 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table report add column board text not null default 'summary'
        check (board in ('summary', 'rollout', 'entities', 'exemplarity', 'comparison'));
      comment on column report.board is 'The page that is printed and sent';
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`alter table report drop column board`);
  }
}
