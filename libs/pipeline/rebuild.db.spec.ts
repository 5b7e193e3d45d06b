import fc from 'fast-check';
import { buildActivity } from './activity/build-activity.js';
import { ImportStory } from './import/testing/import-story.js';
import { refresh } from './refresh.js';

const now = new Date('2026-02-01T12:00:00Z');
const lastDay = '2026-01-25';
const zones = ['Europe/Paris', 'America/New_York', 'Asia/Tokyo'];

const entities = (zone: string) =>
  `entity_id,parent_id,name,country,timezone\ngroup,,Group,FR,Europe/Paris\neast,group,East,FR,\nwest,group,West,US,${zone}\n`;
// `c` acts under another name, `g` is never in the directory.
const directory = `person_id,entity,manager_id,valid_from,valid_to,aliases
a,east,,,,
b,east,a,,,
c,west,a,,,C@Example.org
d,west,c,,2026-01-16,
e,east,b,,2026-01-14,
e,west,c,2026-01-14,,
`;

interface Deed {
  minutes: number;
  kind: string;
  actor: string;
  object: string;
  target: string;
}

const deed: fc.Arbitrary<Deed> = fc.record({
  // From Saturday 10 January on, over two weeks and a bit: midnights, Mondays and ends of weeks in every zone.
  minutes: fc.integer({ min: 0, max: 15 * 24 * 2 }).map((halfHours) => halfHours * 30),
  kind: fc.constantFrom(
    'login',
    'post',
    'comment',
    'reaction',
    'reaction',
    'reaction_removed',
    'invitation_sent',
    'view',
  ),
  actor: fc.constantFrom('a', 'b', 'c@example.org', 'd', 'e', 'g'),
  object: fc.constantFrom('p1', 'p2'),
  target: fc.constantFrom('a', 'b', 'c', 'e'),
});
const header = 'id,occurred_at,kind,actor,object,target';
const lineOf = ({ minutes, kind, actor, object, target }: Deed, index: number) => {
  const at = new Date(Date.parse('2026-01-10T00:00:00Z') + minutes * 60_000).toISOString();
  return [`e${index}`, at, kind, actor, kind.startsWith('reaction') ? object : '', target].join(',');
};

interface History {
  deeds: Deed[];
  /** Batch of each deed, and whether the work was done after each batch. */
  batches: number[];
  worked: boolean[];
  /** Batch before which the directory arrives, and before which the west moves to its last zone. */
  directoryAt: number;
  zoneAt: number;
  zone: string;
}
const batchCount = 4;
const history: fc.Arbitrary<History> = fc.array(deed, { minLength: 5, maxLength: 40 }).chain((deeds) =>
  fc.record({
    deeds: fc.constant(deeds),
    batches: fc.array(fc.nat(batchCount - 1), { minLength: deeds.length, maxLength: deeds.length }),
    worked: fc.array(fc.boolean(), { minLength: batchCount, maxLength: batchCount }),
    directoryAt: fc.nat(batchCount),
    zoneAt: fc.nat(batchCount),
    zone: fc.constantFrom(...zones),
  }),
);

// `npm run prove` draws fifty.
const runs = Math.ceil(Number(process.env.ESSOR_PROVE_RUNS ?? 80) / 20);
jest.setTimeout(60_000 + runs * 30_000);

describe('rebuilding', () => {
  let story: ImportStory;
  beforeAll(async () => {
    story = await ImportStory.open();
    story.now = now;
  });
  afterAll(() => story.close());

  const work = () => refresh(story.work, story.organizationId, now);
  const begin = () => story.begin({ class: 'synthetic', timezone: 'Europe/Paris', k: 1, bands: false });

  /** Everything derived, by names of people: where a bit stands in its bitmap is nobody's business. */
  async function derived() {
    const rows = await Promise.all(
      [
        `select p.key, d.day, d.act from activity_day d
           join person p on p.organization_id = d.organization_id and p.ordinal / 8192 = d.segment
          where d.organization_id = $1 and get_bit(d.people, p.ordinal % 8192) = 1 order by 1, 2, 3`,
        `select p.key, w.week, w.login_days, w.active_days, w.posts, w.comments, w.reactions, w.acts
           from activity_week w join person p using (organization_id, ordinal) where organization_id = $1 order by 1, 2`,
        `select p.key, m.kind, m.at, m.day from milestone m join person p using (organization_id, ordinal)
          where organization_id = $1 order by 1, 2`,
        ...[
          'measure_state',
          'measure_people',
          'measure_volume',
          'measure_cohort',
          'measure_lag',
          'published_node',
          'published_count',
          'published_cohort',
          'published_lag',
        ].map(
          (table) =>
            `select to_jsonb(t) - 'organization_id' as row from ${table} t where organization_id = $1 order by 1`,
        ),
      ].map((sql) => story.rows(sql)),
    );
    // Names are in another order than the tokens that stand for them.
    return rows.map((table) => table.map((row) => JSON.stringify(row)).sort());
  }

  it('comes to the same whatever came when, and was counted when', async () => {
    await fc.assert(
      fc.asyncProperty(history, async ({ deeds, batches, worked, directoryAt, zoneAt, zone }) => {
        const lines = deeds.map(lineOf);
        const settings = { completeThrough: lastDay };
        await begin();
        for (let batch = 0; batch <= batchCount; batch++) {
          if (batch === directoryAt) {
            await story.file('entities', entities(zoneAt <= batch ? zone : 'America/Los_Angeles'));
            await story.file('people', directory);
          }
          if (batch === zoneAt && directoryAt <= batch) await story.file('entities', entities(zone));
          const mine = lines.filter((_, index) => batches[index] === batch);
          if (mine.length > 0) await story.file('events', [header, ...mine, ''].join('\n'), settings);
          if (worked[batch]) await work();
        }
        if (zoneAt < directoryAt) await story.file('entities', entities(zone));
        await work();
        expect(await story.rows(`select day from dirty_day where organization_id = $1`)).toEqual([]);
        expect(await story.rows(`select week_end from dirty_week where organization_id = $1`)).toEqual([]);
        const incremental = await derived();

        // The same, marked and counted once more.
        await story.database.owner.query(
          `insert into dirty_day (organization_id, day) select distinct organization_id, day from event where organization_id = $1`,
          [story.organizationId],
        );
        await work();
        expect(await derived()).toEqual(incremental);

        // The same, from an empty organisation that learns everything at once.
        await begin();
        await story.file('entities', entities(zone));
        await story.file('people', directory);
        await story.file('events', [header, ...lines, ''].join('\n'), settings);
        await work();
        expect(await derived()).toEqual(incremental);
      }),
      { numRuns: runs, endOnFailure: true },
    );
  });

  it('finds a milestone that is lost on the next day that holds it', async () => {
    await begin();
    await story.file('entities', entities('Europe/Paris'));
    await story.file('people', directory);
    const tell = (...lines: string[]) =>
      story.file('events', [header, ...lines, ''].join('\n'), { completeThrough: lastDay });
    await tell('e1,2025-11-03T09:00:00Z,reaction,a,p1,b', 'e2,2026-01-20T09:00:00Z,comment,a,,');
    await buildActivity(story.work, story.organizationId);
    const engaged = () => story.rows(`select day from milestone where organization_id = $1 and kind = 'engaged'`);
    expect(await engaged()).toEqual([{ day: '2025-11-03' }]);
    await tell('e3,2025-11-03T10:00:00Z,reaction_removed,a,p1,b');
    await buildActivity(story.work, story.organizationId);
    expect(await engaged()).toEqual([{ day: '2026-01-20' }]);
    expect(await story.rows(`select day from dirty_day where organization_id = $1`)).toEqual([]);
  });

  it('gives to a person of a late directory what was done under any of their names', async () => {
    await begin();
    const lines = [
      'e1,2026-01-06T09:00:00Z,post,c@example.org,,',
      'e2,2026-01-13T09:00:00Z,login,c,,',
      'e3,2026-01-14T09:00:00Z,login,g,,',
    ];
    await story.file('events', [header, ...lines, ''].join('\n'), { completeThrough: lastDay });
    await work();
    const seen = () =>
      story.rows(
        `select population, people from measure_state where organization_id = $1 and week_end = '2026-01-18' and population in ('everyone', 'unassigned') and people > 0 order by 1, 2`,
      );
    // Three names, of whom nobody knows that two are one.
    expect(await seen()).toEqual([{ population: 'unassigned', people: 3 }]);
    await story.file('entities', entities('America/New_York'));
    await story.file('people', directory);
    await work();
    expect(await seen()).toEqual([
      { population: 'everyone', people: 2 },
      { population: 'everyone', people: 2 },
      { population: 'unassigned', people: 1 },
    ]);
    expect(
      await story.sorted<{ key: string; kind: string }>(
        `select p.key, m.kind, m.day from milestone m join person p using (organization_id, ordinal) where organization_id = $1`,
        ...(['key', 'kind'] as const),
      ),
    ).toEqual([
      { key: 'c', kind: 'activated', day: '2026-01-06' },
      { key: 'c', kind: 'connected', day: '2026-01-13' },
      { key: 'g', kind: 'activated', day: '2026-01-14' },
      { key: 'g', kind: 'connected', day: '2026-01-14' },
    ]);
  });

  it('moves acts and milestones to the local day of a changed zone, and forgets the week before the first known day', async () => {
    await begin();
    await story.file('entities', entities('America/New_York'));
    await story.file('people', directory);
    // Monday morning in Tokyo and in Paris, Sunday evening in New York.
    await story.file('events', [header, 'e1,2026-01-12T02:00:00Z,login,c,,', ''].join('\n'), {
      completeThrough: lastDay,
    });
    await work();
    const days = () =>
      story.rows(
        `select d.day, (select m.day from milestone m where m.organization_id = $1 and m.kind = 'activated') as first
           from activity_day d where organization_id = $1 and act = 0`,
      );
    /** Of the week that ends on the 11th. */
    const counted = async () => {
      const tables = ['mask', 'measure_people', 'published_week', 'published_count'];
      const weeks = tables.map(
        (table) => `select '${table}' as held from ${table} where organization_id = $1 and week_end = '2026-01-11'`,
      );
      return story.rows(weeks.join(' union '));
    };
    expect(await days()).toEqual([{ day: '2026-01-11', first: '2026-01-11' }]);
    expect(await counted()).toHaveLength(4);
    await story.file('entities', entities('Asia/Tokyo'));
    await work();
    expect(await days()).toEqual([{ day: '2026-01-12', first: '2026-01-12' }]);
    // It was counted, and counted anew from nothing would never have been.
    expect(await counted()).toEqual([]);
    await story.file('entities', entities('America/New_York'));
    await work();
    expect(await days()).toEqual([{ day: '2026-01-11', first: '2026-01-11' }]);
    expect(await counted()).toHaveLength(4);
  });
});
