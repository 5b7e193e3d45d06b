import fc from 'fast-check';
import { addDays, type Day } from '#domain/calendar/day.js';
import { cellOf } from '#domain/mask/cell-of.js';
import { maskOf } from '#storage/measures/mask.repository.js';
import { ImportStory } from '../import/testing/import-story.js';
import { naiveLags, type NaivePerson } from '../testing/naive-lags.js';

const firstDay = '2026-01-05';
const sunday = '2026-06-07';
const now = new Date('2026-06-10T12:00:00Z');
const days = 22 * 7;
// `npm run prove` draws fifty.
const runs = Math.ceil(Number(process.env.ESSOR_PROVE_RUNS ?? 60) / 20);
const launches: Record<string, Day> = { east: '2026-01-12', west: '2026-02-23' };

const dayFrom = (min: number, max: number) => fc.integer({ min, max }).map((day) => addDays(firstDay, day));
const instantOf = (day: Day, hour: number) => new Date(`${day}T${String(hour).padStart(2, '0')}:00:00Z`);
const instant = fc
  .tuple(dayFrom(0, days - 1), fc.integer({ min: 6, max: 20 }))
  .map(([day, hour]) => instantOf(day, hour));

/** From people who come every week to people who never do, some with gaps. */
const deeds = fc
  .record({
    zeal: fc.constantFrom(0, 0.3, 0.7, 0.95),
    from: fc.nat(21),
    rolls: fc.array(fc.record({ chance: fc.double({ min: 0, max: 1, noNaN: true }), day: fc.nat(6) }), {
      minLength: 22,
      maxLength: 22,
    }),
    login: fc.constantFrom(0.2, 0.5),
  })
  .map(({ zeal, from, rolls, login }) =>
    rolls.flatMap(({ chance, day }, week): NaivePerson['deeds'] =>
      week >= from && chance < zeal
        ? [{ at: instantOf(addDays(firstDay, week * 7 + day), 9), kind: chance < zeal * login ? 'login' : 'act' }]
        : [],
    ),
  );

const person: fc.Arbitrary<NaivePerson> = fc
  .record({
    entity: fc.constantFrom('group', 'east', 'west'),
    joined: fc.oneof(fc.constantFrom('2025-12-01', ''), dayFrom(0, days - 1)),
    stay: fc.option(fc.integer({ min: 1, max: days }), { freq: 2 }),
    invitedAt: fc.option(instant, { freq: 5 }),
    deeds,
  })
  .map(({ stay, ...rest }) => ({
    ...rest,
    left: stay === null ? null : addDays(rest.joined || '2025-12-01', stay),
    launched: launches[rest.entity] ?? null,
  }));

const entities = 'entity_id,parent_id,name\ngroup,,Group\neast,group,East\nwest,group,West\n';
const waves = `wave_id,name,kind,planned_start,planned_end,actual_start,entities
pilot,Pilot,pilot,2026-01-12,2026-02-01,${launches.east},east
rollout,Rollout,rollout,2026-02-23,2026-03-29,${launches.west},west
`;

jest.setTimeout(60_000 + runs * 20_000);

describe('lags', () => {
  let story: ImportStory;
  beforeAll(async () => {
    story = await ImportStory.open();
    story.now = now;
  });
  afterAll(() => story.close());

  const counted = async () => {
    const rows = await story.rows<{ kind: string; cell: string; lag: number; entered: number }>(
      `select kind, cell, lag, entered, events, censored from measure_lag where organization_id = $1`,
    );
    return Object.fromEntries(rows.map(({ kind, cell, ...count }) => [`${kind} ${cell} ${count.lag}`, count]));
  };

  async function tell(people: readonly NaivePerson[], batches: number): Promise<void> {
    await story.begin({ class: 'synthetic', timezone: 'UTC', k: 1, bands: false });
    await story.file('entities', entities);
    const lines = people.map(({ entity, joined, left }, index) => `p${index},${entity},${joined},${left ?? ''}`);
    await story.file('people', ['person_id,entity,valid_from,valid_to', ...lines, ''].join('\n'));
    await story.file('waves', waves);
    const events = people.flatMap(({ invitedAt, deeds }, index) => [
      ...(invitedAt ? [`${invitedAt.toISOString()},invitation_sent,admin,p${index}`] : []),
      ...deeds.map(({ at, kind }) => `${at.toISOString()},${kind === 'act' ? 'post' : 'login'},p${index},`),
    ]);
    for (let batch = 0; batch < batches; batch++) {
      const mine = events
        .map((line, index) => `e${index},${line}`)
        .filter((_, index) => (index * 7) % batches === batch);
      const file = ['id,occurred_at,kind,actor,target', ...mine, ''].join('\n');
      await story.file('events', file, { completeThrough: sunday });
      await story.countOnly([sunday]);
    }
  }

  it('are those of a plain reading of the dictionary, in whatever order the events come', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(person, { minLength: 15, maxLength: 40 }),
        fc.constantFrom(1, 2),
        async (people, batches) => {
          await tell(people, batches);
          const mask = await story.owner.transaction((tx) => maskOf(tx, story.organizationId, sunday));
          const cells = cellOf(mask ?? { nodes: [] });
          const placed = people.flatMap((one) =>
            cells.has(one.entity) ? [{ ...one, cell: cells.get(one.entity)! }] : [],
          );
          expect(await counted()).toEqual(Object.fromEntries(naiveLags(placed, sunday)));
        },
      ),
      { numRuns: runs, endOnFailure: true },
    );
  });
});
