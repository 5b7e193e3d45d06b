import fc from 'fast-check';
import { type Day } from '#domain/calendar/day.js';

import { type MeasureRow } from '#storage/measures/read-measures.js';
import { maskOf } from '#storage/measures/mask.repository.js';
import { networkMeasures, tieMeasures } from '#storage/measures/network.repository.js';
import { organizationById } from '#storage/organization/organization.js';
import { ImportStory } from '../import/testing/import-story.js';
import { exactNetworkMeasures } from '../proof/exact-network-measures.js';

const sunday = '2026-03-29';
const blockEnd = '2026-03-15';
const now = new Date('2026-04-02T12:00:00Z');
const entities =
  'entity_id,parent_id,name,country,timezone\ngroup,,Group,FR,Europe/Paris\neast,group,East,FR,\nwest,group,West,US,America/New_York\nold,group,Old,FR,\n';

interface Stay {
  entity: string;
  from: Day;
  to: Day;
}

/** `a` moved, `c` came late, `d` left, `f` was in an entity that is gone; `bot` is one, `ghost` is in no directory. */
const stays: Record<string, Stay[]> = {
  a: [
    { entity: 'east', from: '2026-01-01', to: '2026-02-16' },
    { entity: 'west', from: '2026-02-16', to: '' },
  ],
  b: [{ entity: 'east', from: '2026-01-01', to: '' }],
  c: [{ entity: 'west', from: '2026-03-02', to: '' }],
  d: [{ entity: 'west', from: '2026-01-01', to: '2026-03-10' }],
  e: [{ entity: 'group', from: '2026-01-01', to: '' }],
  f: [
    { entity: 'old', from: '2026-01-01', to: '2026-02-02' },
    { entity: 'east', from: '2026-02-02', to: '' },
  ],
};
const people = [
  'person_id,entity,valid_from,valid_to,aliases,bot',
  ...Object.entries(stays).flatMap(([key, all]) =>
    all.map(({ entity, from, to }) => [key, entity, from, to, key === 'b' ? 'b@example.org' : '', ''].join(',')),
  ),
  'bot,east,2026-01-01,,,true',
  '',
].join('\n');

interface Deed {
  /** Noon UTC: the local day is the same in both zones. */
  day: Day;
  kind: 'comment' | 'reaction' | 'reaction_removed' | 'mention' | 'post' | 'message_sent';
  actor: string;
  object: string;
  target: string;
}

const deed: fc.Arbitrary<Deed> = fc.record({
  day: fc
    .integer({ min: 0, max: 90 })
    .map((day) => new Date(Date.parse('2025-12-29T00:00:00Z') + day * 86_400_000).toISOString().slice(0, 10)),
  kind: fc.constantFrom(
    'comment',
    'comment',
    'reaction',
    'reaction',
    'reaction_removed',
    'mention',
    'post',
    'message_sent',
  ),
  actor: fc.constantFrom('a', 'b@example.org', 'c', 'd', 'e', 'f', 'bot', 'ghost'),
  object: fc.constantFrom('p1', 'p2'),
  target: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'bot', 'ghost', 'nobody', ''),
});

/** K30 and K31 read off the events as kpis.md words them, place by place. */
function told(deeds: readonly Deed[]) {
  const name = (who: string) => who.replace('@example.org', '');
  const cancelled = (one: Deed) => {
    const same = deeds.filter(
      ({ day, actor, object }) => day === one.day && actor === one.actor && object === one.object,
    );
    const [added, taken] = ['reaction', 'reaction_removed'].map(
      (kind) => same.filter((other) => other.kind === kind).length,
    );
    return one.kind === 'reaction' && taken! > 0 && taken! >= added!;
  };
  const placed = (who: string, day: Day) => {
    const on = (when: Day) =>
      stays[who]?.find(({ entity, from, to }) => from <= when && (to === '' || when < to) && entity !== 'old');
    return (on(day) ?? on(sunday))?.entity;
  };
  const ties = deeds
    .filter(({ kind }) => kind === 'comment' || kind === 'reaction' || kind === 'mention')
    .filter((one) => !cancelled(one))
    .map((one) => ({ ...one, source: name(one.actor), to: name(one.target) }))
    .filter(({ source, to }) => source !== to && source in stays && to in stays)
    .flatMap((one) => {
      const [from, into] = [placed(one.source, one.day), placed(one.to, one.day)];
      return from && into ? [{ ...one, from, into }] : [];
    });
  const counts: Record<string, Record<string, number>> = {};
  const add = (place: string, measure: string) => {
    const row = (counts[place] ??= { crossing: 0, internal: 0, two_way: 0, one_way: 0 });
    row[measure]! += 1;
  };
  for (const { from, into } of ties) add(from, from === into ? 'internal' : 'crossing');
  const did = (one: string, other: string) => ties.some(({ source, to }) => source === one && to === other);
  const last = (who: string) => {
    const own = ties
      .filter(({ source, to }) => source === who || to === who)
      .sort((x, y) => (x.day < y.day ? -1 : 1))
      .at(-1)!;
    return own.source === who ? own.from : own.into;
  };
  for (const one of Object.keys(stays)) {
    for (const other of Object.keys(stays)) {
      if (one === other || (!did(one, other) && !did(other, one))) continue;
      add(placed(one, sunday) ?? last(one), did(one, other) && did(other, one) ? 'two_way' : 'one_way');
    }
  }
  return counts;
}

// `npm run prove` draws fifty.
const runs = Math.ceil(Number(process.env.ESSOR_PROVE_RUNS ?? 100) / 20);
jest.setTimeout(60_000 + runs * 20_000);

describe('ties', () => {
  let story: ImportStory;
  beforeAll(async () => {
    story = await ImportStory.open();
    story.now = now;
  });
  afterAll(() => story.close());

  async function happen(deeds: readonly Deed[], over: Parameters<ImportStory['begin']>[0] = {}) {
    await story.begin({ class: 'synthetic', timezone: 'UTC', k: 1, bands: false, ...over });
    await story.file('entities', entities);
    await story.file('people', people);
    await story.database.owner.query(
      `update entity_parent set valid_to = '2026-02-02' where organization_id = $1 and entity_key = 'old'`,
      [story.organizationId],
    );
    const lines = deeds.map(({ day, kind, actor, object, target }, at) =>
      [`e${at}`, `${day}T12:00:00Z`, kind, actor, object, kind === 'comment' ? 'thread' : '', target].join(','),
    );
    const text = ['id,occurred_at,kind,actor,object,parent,target', ...lines, ''].join('\n');
    expect(await story.file('events', text, { completeThrough: sunday })).toMatchObject({ rejected: 0 });
    await story.countOnly([sunday, blockEnd]);
  }

  const measured = (end = sunday) => story.owner.transaction((tx) => networkMeasures(tx, story.organizationId, end));
  const exactly = (end: Day) =>
    story.owner.transaction(async (tx) => {
      const organization = await organizationById(tx, story.organizationId);
      const mask = (await maskOf(tx, organization.id, end)) ?? { nodes: [] };
      return exactNetworkMeasures(tx, organization.id, end, mask, organization);
    });
  const sorted = (rows: MeasureRow[]) =>
    rows
      .map((row) => ({ ...row, where: `${row.population} ${row.days} ${row.cell}` }))
      .sort((x, y) => (x.where < y.where ? -1 : 1));

  it('are counted as the definitions say, whoever moved, came or left', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(deed, { minLength: 1, maxLength: 60 }), async (deeds) => {
        await happen(deeds);
        const found = (await measured()).filter(({ population }) => population === 'network');
        const zero = { crossing: 0, internal: 0, two_way: 0, one_way: 0 };
        for (const place of ['east', 'west', 'group']) {
          const row = found.find(({ cell }) => cell === place || cell === `${place}~direct`)?.counts;
          expect({ place, ...zero, ...row }).toMatchObject({ place, ...zero, ...told(deeds)[place] });
        }
        // The last week, and the end of the last block.
        for (const end of [sunday, blockEnd]) expect(sorted(await exactly(end))).toEqual(sorted(await measured(end)));
      }),
      { numRuns: runs, endOnFailure: true },
    );
  });

  const one = (actor: string, target: string, more: Partial<Deed> = {}): Deed => {
    return { day: '2026-03-24', kind: 'comment', actor, object: 'p1', target, ...more };
  };

  it('between two sets say from how many to how many, and what the busiest sent', async () => {
    await happen([one('b', 'c'), one('b', 'a', { day: '2026-03-25' }), one('f', 'c'), one('c', 'b'), one('b', 'f')]);
    const rows = await story.owner.transaction((tx) => tieMeasures(tx, story.organizationId, sunday));
    expect(rows).toEqual([
      { days: 91, source: 'east', target: 'east', interactions: 1, contributors: 1, receivers: 1, top1: 1, top2: 1 },
      { days: 91, source: 'east', target: 'west', interactions: 3, contributors: 2, receivers: 2, top1: 2, top2: 3 },
      { days: 91, source: 'west', target: 'east', interactions: 1, contributors: 1, receivers: 1, top1: 1, top2: 1 },
    ]);
  });

  it('take who moved between two sets for one person of each side, where they sent or were sent most', async () => {
    await happen([one('a', 'b', { day: '2026-02-03' }), one('a', 'b', { day: '2026-02-04' }), one('a', 'b')]);
    const rows = await story.owner.transaction((tx) => tieMeasures(tx, story.organizationId, sunday));
    expect(rows).toEqual([
      { days: 91, source: 'east', target: 'east', interactions: 2, contributors: 1, receivers: 1, top1: 2, top2: 2 },
      { days: 91, source: 'west', target: 'east', interactions: 1, contributors: 0, receivers: 1, top1: 1, top2: 1 },
    ]);
    await happen([one('b', 'a', { day: '2026-02-03' }), one('b', 'a', { day: '2026-02-04' }), one('b', 'a')]);
    const sent = await story.owner.transaction((tx) => tieMeasures(tx, story.organizationId, sunday));
    expect(sent).toEqual([
      { days: 91, source: 'east', target: 'east', interactions: 2, contributors: 1, receivers: 1, top1: 2, top2: 2 },
      { days: 91, source: 'east', target: 'west', interactions: 1, contributors: 1, receivers: 0, top1: 1, top2: 1 },
    ]);
  });

  it('are published between places, and only where enough people have part in them', async () => {
    const published = () =>
      story.rows(
        `select source, target, interactions from published_tie where organization_id = $1 and week_end = '${sunday}' order by 1, 2`,
      );
    await happen([one('b', 'c'), one('f', 'c'), one('c', 'b')]);
    expect(await published()).toEqual([
      { source: 'east', target: 'west', interactions: [2, 2] },
      { source: 'west', target: 'east', interactions: [1, 1] },
    ]);
    await happen([one('b', 'c'), one('f', 'c'), one('c', 'b')], { k: 2, bands: true });
    expect(await published()).toEqual([]);
  });

  it('are not kept while every module that counts them is off', async () => {
    await happen([one('b', 'c')], { class: 'personal', k: 10, bands: true });
    const kept = () =>
      story.rows<{ ties: number }>(`select count(*) as ties from activity_tie where organization_id = $1`);
    expect(await kept()).toEqual([{ ties: 0 }]);
    await story.database.owner.query(`update organization set modules = '{"relays":"2026-01-01"}' where id = $1`, [
      story.organizationId,
    ]);
    await story.database.owner.query(`insert into dirty_day (organization_id, day) values ($1, '2026-03-24')`, [
      story.organizationId,
    ]);
    await story.countOnly([sunday]);
    expect(await kept()).toEqual([{ ties: 1 }]);
    // Relays keep ties; only the module of ties counts them.
    expect((await measured()).filter(({ population }) => population === 'network')).toEqual([]);
    await story.database.owner.query(`update organization set modules = '{}' where id = $1`, [story.organizationId]);
    await story.database.owner.query(`insert into dirty_day (organization_id, day) values ($1, '2026-03-24')`, [
      story.organizationId,
    ]);
    await story.countOnly([sunday]);
    expect(await kept()).toEqual([{ ties: 0 }]);
  });

  it('follow somebody who turns out to be somebody else, and forget what he said to himself', async () => {
    await happen([one('ghost', 'b'), one('ghost', 'c', { kind: 'mention' }), one('b', 'ghost')]);
    await story.file('people', people.replace('c,west,2026-03-02,,,', 'c,west,2026-03-02,,ghost,'));
    await story.countOnly([sunday]);
    const rows = await story.sorted<{ source: string; target: string }>(
      `select s.key as source, t.key as target, replies, mentions from activity_tie a
         join person s on s.organization_id = a.organization_id and s.ordinal = a.source
         join person t on t.organization_id = a.organization_id and t.ordinal = a.target
        where a.organization_id = $1`,
      'source',
    );
    expect(rows).toEqual([
      { source: 'b', target: 'c', replies: 1, mentions: 0 },
      { source: 'c', target: 'b', replies: 1, mentions: 0 },
    ]);
  });

  it('tell how many relays are missing, and names nobody but volunteers', async () => {
    const end = blockEnd;
    const crowd = Array.from({ length: 40 }, (_, at) => `p${at}`);
    const directory = [
      'person_id,entity,manager_id,valid_from',
      'p39,east,,2026-01-01',
      ...crowd.slice(0, 39).map((key) => `${key},east,p39,2026-01-01`),
      'q,west,,2026-01-01',
      '',
    ];
    const weekly = Array.from(
      { length: 10 },
      (_, week) =>
        `w${week},${new Date(Date.parse('2026-01-06T09:00:00Z') + week * 7 * 86_400_000).toISOString()},post,p1,p,,g${week % 2},`,
    );
    const answers = [...crowd.slice(2, 16), 'q'].map(
      (key, at) => `r${at},2026-03-10T09:00:00Z,comment,${key},c,p,g1,p1`,
    );
    const toAmbassador = ['p20', 'p21', 'p2'].map((key, at) => `a${at},2026-03-11T09:00:00Z,comment,${key},c,p,g1,p19`);
    const happenTo = async (mandates: string[]) => {
      await story.begin({ class: 'synthetic', timezone: 'UTC', k: 1, bands: false });
      await story.file('entities', entities);
      await story.file('people', directory.join('\n'));
      await story.file('mandates', ['person_id,role,entity,from,to', ...mandates, ''].join('\n'));
      const header = 'id,occurred_at,kind,actor,object,parent,group,target';
      await story.file('events', [header, ...weekly, ...answers, ...toAmbassador, ''].join('\n'), {
        completeThrough: end,
      });
      await story.countOnly([end]);
      return story.rows(
        `select p.key from relay_proposal r join person p using (organization_id, ordinal) where r.organization_id = $1 and week_end = '${end}'`,
      );
    };
    expect(await happenTo(['p19,ambassador,east,2026-01-01,'])).toEqual([]);
    // 17 people did something in the east: p1, the fourteen who answered, and two more. The ambassador only listened.
    expect(
      (await measured(end)).find(
        ({ days, cell, population }) => days === 91 && cell === 'east' && population === 'whole',
      )?.counts,
    ).toEqual({
      relay_active: 17,
      relay_reached: 3,
      relay_reachable: 17,
      relay_candidates: 1,
      relay_additions: 1,
    });
    expect(sorted(await exactly(end))).toEqual(sorted(await measured(end)));
    expect(
      await happenTo(['p19,ambassador,east,2026-01-01,', 'p1,relay,east,2026-02-01,', 'p5,relay,,2026-02-01,']),
    ).toEqual([{ key: 'p1' }]);
    expect(await happenTo(['p19,ambassador,east,2026-01-01,', 'p1,relay,east,2026-01-01,2026-03-01'])).toEqual([]);
  });
});
