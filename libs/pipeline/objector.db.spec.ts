import fc from 'fast-check';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DataSource } from 'typeorm';
import { rowsOf } from '#storage/database.js';
import { leaveOut, replay } from '#storage/rights/leave-out.js';
import { RightsLedger } from '#storage/rights/rights-ledger.js';
import { ImportStory } from './import/testing/import-story.js';

const team = Array.from({ length: 8 }, (_, n) => `p${n}`);
const sundays = ['2026-03-01', '2026-03-08'];
const kinds = ['login', 'post', 'comment', 'reaction', 'view', 'mention'];
/** Each builds and counts two organisations: a thousand would take most of an hour. */
const runs = Math.min(200, Number(process.env.ESSOR_PROVE_RUNS ?? 6));
jest.setTimeout(180_000 + runs * 15_000);

interface Act {
  who: number;
  /** Under the key of the directory, or another name of theirs. */
  asAlias: boolean;
  hour: number;
  kind: string;
  to: number | null;
}

const act: fc.Arbitrary<Act> = fc.record({
  who: fc.nat(team.length - 1),
  asAlias: fc.boolean(),
  hour: fc.nat(14 * 24 - 1),
  kind: fc.constantFrom(...kinds),
  to: fc.option(fc.nat(team.length - 1)),
});

/** What may happen, in any order, once the directory is there. */
const steps = ['acts', 'late acts', 'request', 'directory again', 'everything again', 'restore', 'count'] as const;

const drawn = fc.record({
  objector: fc.nat(team.length - 1),
  byAlias: fc.boolean(),
  reason: fc.constantFrom('objection' as const, 'erasure' as const),
  acts: fc.array(act, { minLength: 10, maxLength: 40 }),
  late: fc.array(act, { minLength: 1, maxLength: 10 }),
  managers: fc.array(fc.option(fc.nat(team.length - 1)), { minLength: team.length, maxLength: team.length }),
  order: fc.shuffledSubarray([...steps], { minLength: steps.length }),
});
type Drawn = typeof drawn extends fc.Arbitrary<infer Value> ? Value : never;

const people = ({ managers }: Drawn, without: number | null) =>
  [
    'person_id,entity,manager_id,aliases',
    ...team.flatMap((key, n) => {
      const manager = managers[n] ?? n;
      const reports = manager < n && manager !== without;
      const line = [key, n % 2 ? 'east' : 'west', reports ? team[manager] : '', `${key}@x.example`].join(',');
      return n === without ? [] : [line];
    }),
    '',
  ].join('\n');

const events = (acts: readonly Act[], name: string, without: number | null) =>
  [
    'id,occurred_at,kind,actor,target',
    ...acts.flatMap(({ who, asAlias, hour, kind, to }, n) => {
      const at = new Date(Date.parse('2026-02-23T00:30:00Z') + hour * 3_600_000).toISOString();
      const target = to === null || to === without ? '' : team[to];
      return who === without
        ? []
        : [[`${name}${n}`, at, kind, asAlias ? `${team[who]}@X.example` : team[who], target].join(',')];
    }),
    '',
  ].join('\n');

describe('whoever objected', () => {
  let story: ImportStory;
  let rights: DataSource;
  let folder: string;
  beforeAll(async () => {
    story = await ImportStory.open();
    rights = await story.database.as('rights');
    folder = await mkdtemp(join(tmpdir(), 'essor-objector-'));
  });
  afterAll(async () => {
    await rm(folder, { recursive: true });
    await story.close();
  });

  const file = (kind: string, text: string) => story.file(kind, text, { completeThrough: '2026-03-08' });
  async function begin(world: Drawn, without: number | null): Promise<void> {
    await story.begin({ class: 'synthetic', k: 1, bands: false });
    await story.file('entities', 'entity_id,parent_id,name\ng,,G\neast,g,E\nwest,g,W\n');
    await story.file('people', people(world, without));
  }
  const counted = async () => {
    await story.countOnly(sundays);
    const tables = ['measure_people', 'measure_state', 'measure_volume', 'measure_exchange', 'published_count'];
    return Promise.all(
      tables.map((table) =>
        rowsOf<object>(
          story.owner,
          `select to_jsonb(t) - 'organization_id' as row from ${table} t where organization_id = $1 order by 1`,
          [story.organizationId],
        ),
      ),
    );
  };

  it('is in no count, whatever came before, comes after, late, or again', async () => {
    let number = 0;
    await fc.assert(
      fc.asyncProperty(drawn, async (world) => {
        const { objector, order, acts, late } = world;
        const ledger = new RightsLedger(join(folder, `${number++}.ndjson`));
        const key = team[objector]!;
        const identifier = world.byAlias ? `${key.toUpperCase()}@x.EXAMPLE` : key;
        await begin(world, null);
        const step: Record<(typeof steps)[number], () => Promise<unknown>> = {
          acts: () => file('events', events(acts, 'a', null)),
          'late acts': () => file('events', events(late, 'l', null)),
          request: () =>
            leaveOut(rights, story.organizationId, { identifier, reason: world.reason, accountId: null }, ledger),
          'directory again': () => story.file('people', people(world, null)),
          'everything again': async () => {
            await story.file('people', people(world, null));
            await file('events', events(acts, 'a', null));
            await file('events', events(late, 'l', null));
          },
          // A copy from before the request: the database knows nothing of it, the ledger does.
          restore: async () => {
            await story.owner.query(`delete from left_out where organization_id = $1`, [story.organizationId]);
            await story.file('people', people(world, null));
            await file('events', events(acts, 'a', null));
            await replay(rights, await ledger.read());
          },
          count: () => story.countOnly(sundays),
        };
        for (const name of order) await step[name]();
        const here = await counted();
        await begin(world, objector);
        await file('events', events(acts, 'a', objector));
        await file('events', events(late, 'l', objector));
        expect(here).toEqual(await counted());
        expect(here.flat().length).toBeGreaterThan(5);
      }),
      { numRuns: runs, endOnFailure: true },
    );
  });
});
