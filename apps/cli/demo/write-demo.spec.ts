import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { DemoOptionsError, type DemoOptions } from './scenario.js';
import {
  opens,
  closes,
  inFolder,
  waveOfEntity,
  writtenDemo,
  type Row,
  type WrittenDemo,
} from './testing/written-demo.js';
import { ZoneClock, dayNumber, offsetText } from './timeline.js';
import { writeDemo } from './write-demo.js';

const until = '2026-06-28';
const last = dayNumber(until);
const kinds = new Set(
  `invitation_sent profile_created profile_completed login logout view search post comment reaction reaction_removed
   mention share group_created group_joined message_sent file_shared resolved`.split(/\s+/),
);

interface Event extends Partial<
  Record<'id' | 'occurred_at' | 'kind' | 'actor' | 'object' | 'parent' | 'group' | 'target', string>
> {
  person: string | undefined;
  day: number;
}

const fingerprint = (options: DemoOptions): Promise<string> =>
  inFolder(async (folder) => {
    const hash = createHash('sha256');
    for (const file of await writeDemo(folder, options)) {
      hash.update(file.path.slice(folder.length)).update(await readFile(file.path));
    }
    return hash.digest('hex');
  });

jest.setTimeout(180_000);

describe('writeDemo', () => {
  it('writes the same bytes for the same options, and others for another seed or end', async () => {
    const options: DemoOptions = { scenario: 'international', people: 300, until };
    const first = await fingerprint(options);
    expect(await fingerprint(options)).toBe(first);
    expect(await fingerprint({ ...options, seed: 2 })).not.toBe(first);
    expect(await fingerprint({ ...options, until: '2026-06-21' })).not.toBe(first);
  });

  it('refuses an end that is not a Sunday and a demo too small to mean anything', async () => {
    for (const options of [
      { until: '2026-06-27' },
      { until: '2026-02-30' },
      { until, people: 12 },
      { until, people: 1.5 },
    ]) {
      await expect(writeDemo('unused', { scenario: 'international', ...options })).rejects.toThrow(DemoOptionsError);
    }
  });

  it('reports progress up to the whole', async () => {
    const shares: number[] = [];
    await inFolder((folder) =>
      writeDemo(folder, { scenario: 'international', people: 300, until }, (share) => shares.push(share)),
    );
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(shares.at(-1)).toBe(1);
  });
});

describe.each([
  { scenario: 'international' as const, people: 700, fewest: 80, most: 125 },
  { scenario: 'cnam' as const, people: 1000, fewest: 25, most: 90 },
])('the files of $scenario', ({ scenario, people, fewest, most }) => {
  let demo: WrittenDemo;
  let events: Event[];

  beforeAll(async () => {
    demo = await writtenDemo({ scenario, people, until });
    events = demo.rows.events.map((row) => ({
      ...row,
      person: demo.personOf(row.actor ?? ''),
      day: dayNumber((row.occurred_at ?? '').slice(0, 10)),
    }));
  });

  it('come in the order of import, the oldest month of events first, as many rows as said', () => {
    const order = demo.files.map((file) => file.kind);
    const declared = ['actions', 'attendance', 'shocks', 'surveys', 'answers', 'governance', 'appointments', 'reports'];
    const told = order.filter((kind) => declared.includes(kind));
    expect(order.slice(0, 6)).toEqual(['entities', 'people', 'waves', 'members', 'groups', 'mandates']);
    expect(order.slice(6, 6 + told.length)).toEqual(told);
    // A kind of which nothing is declared has no file: only one of the demos has a shock.
    expect(told).toEqual(declared.filter((kind) => told.includes(kind as (typeof told)[number])));
    expect(told.length).toBeGreaterThanOrEqual(7);
    expect(new Set(order.slice(6 + told.length))).toEqual(new Set(['events']));
    const paths = demo.files.slice(6 + told.length).map((file) => file.path);
    expect(paths).toEqual([...paths].sort());
    for (const kind of ['people', 'events'] as const) {
      const said = demo.files.filter((file) => file.kind === kind).reduce((sum, file) => sum + file.rows, 0);
      expect(demo.rows[kind].length).toBe(said);
    }
  });

  it('plan how long projects and trades run, and what comes back in which group', () => {
    const { groups, appointments } = demo.rows;
    const months = (kind: string) => groups.filter((row) => row.kind === kind).map((row) => Number(row.planned_months));
    expect(new Set(months('trade'))).toEqual(new Set([24]));
    expect(Math.min(...months('project'))).toBeGreaterThanOrEqual(3);
    expect(appointments.map(({ group }) => groups.some((row) => row.group_id === group))).toEqual([true, true, true]);
  });

  it('hold as many events per person as the full size can bear', () => {
    expect(events.length / people).toBeGreaterThan(fewest);
    expect(events.length / people).toBeLessThan(most);
  });

  it('hold only known kinds, all of them, with ids of their own, in order within a month', () => {
    expect(new Set(events.map((event) => event.kind))).toEqual(kinds);
    expect(new Set(events.map((event) => event.id)).size).toBe(events.length);
    let [month, before] = ['', 0];
    for (const { occurred_at: time = '' } of events) {
      const instant = Date.parse(time);
      const here = new Date(instant).toISOString().slice(0, 7);
      if (here === month && instant < before) throw new Error(`out of order at ${time}`);
      [month, before] = [here, instant];
    }
    expect(events.reduce((latest, event) => Math.max(latest, event.day), 0)).toBe(last);
  });

  it('refer only to what exists', () => {
    const entities = new Set(demo.rows.entities.map((row) => row.entity_id));
    const ids = new Set(demo.rows.people.map((row) => row.person_id));
    const groups = new Set(demo.rows.groups.map((row) => row.group_id));
    for (const row of demo.rows.entities) expect(row.parent_id === '' || entities.has(row.parent_id)).toBe(true);
    for (const row of demo.rows.people) {
      if (!entities.has(row.entity) || (row.manager_id && !ids.has(row.manager_id)))
        throw new Error(`person ${row.person_id}`);
    }
    for (const row of demo.rows.waves)
      for (const id of (row.entities || 'G').split(';')) expect(entities.has(id) || id === 'G').toBe(true);
    for (const row of demo.rows.mandates) expect(entities.has(row.entity) && ids.has(row.person_id)).toBe(true);
    for (const row of demo.rows.groups) expect(ids.has(row.creator_id)).toBe(true);
    const objects = new Set(
      events.filter(({ kind }) => kind === 'post' || kind === 'comment').map((event) => event.object),
    );
    for (const event of events) {
      const { id, target, group, object, parent } = event;
      if ((target && !ids.has(target)) || (group && !groups.has(group))) throw new Error(`target or group of ${id}`);
      if ((object && !objects.has(object)) || (parent && !objects.has(parent)))
        throw new Error(`object or parent of ${id}`);
      if (event.kind === 'reaction' && target === event.person) throw new Error(`reaction of ${id} to oneself`);
    }
    expect(new Set(events.filter((event) => !event.person).map((event) => event.actor)).size).toBeGreaterThan(2);
  });

  it('let nobody act outside the time in which the directory knows them, nor before the profile exists', () => {
    const zones = new Map(demo.rows.entities.map((row) => [row.entity_id, new ZoneClock(row.timezone ?? '')]));
    const postings = new Map<string, Row[]>();
    for (const row of demo.rows.people)
      postings.set(row.person_id ?? '', [...(postings.get(row.person_id ?? '') ?? []), row]);
    const born = new Map(
      events.filter(({ kind }) => kind === 'profile_created').map((event) => [event.person, event.occurred_at ?? '']),
    );
    for (const { person, day, kind, id, occurred_at: time = '' } of events) {
      const at = (postings.get(person ?? '') ?? []).find(
        (row) => opens(row.valid_from) <= day && day < closes(row.valid_to),
      );
      if (!person || kind === 'invitation_sent') continue;
      if (!at) throw new Error(`${id}: ${person} is not there`);
      if (time.slice(19) !== offsetText(zones.get(at.entity)?.offset(day) ?? NaN))
        throw new Error(`${id}: offset of ${at.entity}`);
      if (at.bot !== 'true' && Date.parse(time) < Date.parse(born.get(person) ?? '9999'))
        throw new Error(`${id}: no profile yet`);
    }
  });

  it('invite everybody present in an opened entity, on the day, and before their profile exists', () => {
    const waves = new Map(demo.rows.waves.map((row) => [row.wave_id ?? '', row]));
    const byEntity = waveOfEntity(demo.rows);
    const invited = new Map<string, Event>();
    for (const event of events.filter(({ kind }) => kind === 'invitation_sent')) {
      const known = invited.get(event.target ?? '');
      if (!known || event.day < known.day) invited.set(event.target ?? '', event);
    }
    let checked = 0;
    for (const [person, row] of demo.roster(last)) {
      const opening = opens(waves.get(byEntity.get(row.entity ?? '') ?? '')?.actual_start);
      if (!Number.isFinite(opening)) continue;
      checked++;
      if (!((invited.get(person)?.day ?? Infinity) <= Math.max(opening, opens(row.valid_from))))
        throw new Error(`${person} not invited`);
    }
    expect(checked).toBeGreaterThan(people / 2);
    for (const event of events.filter(({ kind }) => kind === 'profile_created')) {
      const invitation = invited.get(event.person ?? '');
      expect(Date.parse(event.occurred_at ?? '')).toBeGreaterThan(Date.parse(invitation?.occurred_at ?? '9999'));
    }
  });
});
