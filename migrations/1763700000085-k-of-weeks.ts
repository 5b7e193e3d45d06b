import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** An organisation may ask for larger groups: each week knows the k that its cells were laid with. */
export class KOfWeeks1763700000085 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table mask add column k integer;
      update mask m set k = o.k from organization o where o.id = m.organization_id;
      alter table mask alter column k set not null;
      comment on column mask.k is 'Fewest people of a group when the cells of the week were laid';
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`alter table mask drop column k`);
  }
}
