import { type MigrationInterface, type QueryRunner } from 'typeorm';

const measures = ['crossing', 'internal', 'two_way', 'one_way'];
const columns = measures.flatMap((name) => [`${name}_top1`, `${name}_top2`]);

/** Interactions and relationships by place carry their largest parts; what was told of real people without asking goes. */
export class WhoMadeTies1763700000083 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table measure_network ${columns.map((name) => `add column ${name} integer not null default 2147483647`).join(', ')};
      alter table measure_network ${columns.map((name) => `alter column ${name} drop default`).join(', ')};
      comment on column measure_network.crossing_top1 is 'Part of the most active person, top2: of the two; the most there is until it is counted again';
      update published_count c set counts = c.counts - array['${measures.join("', '")}']
        from organization o where o.id = c.organization_id and o.class = 'personal' and c.days = 91;
      update published_count c set counts = c.counts - array['group_messages', 'comments', 'replies']
        from organization o where o.id = c.organization_id and o.class = 'personal' and c.days = 28;
      delete from published_count where counts = '{}' and days > 0;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`alter table measure_network ${columns.map((name) => `drop column ${name}`).join(', ')}`);
  }
}
