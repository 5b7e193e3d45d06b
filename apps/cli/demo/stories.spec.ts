import { addDays, blockStartOf } from '#domain/calendar/day.js';
import { zoneThresholds } from '#domain/communities/community.js';
import { Publication, Tree } from '#domain/indicators/publication.js';
import { Board } from '#domain/rollout/board.js';
import { voiceOfLevel } from '#domain/rollout/voice.js';
import { ExchangeTable } from '#pipeline/publication/publish-exchange.js';
import { publishVoices } from '#pipeline/publication/publish-voices.js';
import { Shelf } from '#pipeline/publication/shelf.js';
import { cast, stallBegins, webinarFailedOn, webinarWorkedOn } from './stories.js';
import { closes, opens, waveOfEntity, writtenDemo, type WrittenDemo } from './testing/written-demo.js';
import { dayNumber } from './timeline.js';

const until = '2026-06-28';
const last = dayNumber(until);
const who = cast.international;
const silent = new Set(['view', 'search', 'logout', 'invitation_sent']);

jest.setTimeout(180_000);

describe('the stories of the international demo, in its raw rows', () => {
  let demo: WrittenDemo;
  let roster: ReturnType<WrittenDemo['roster']>;
  /** Active people by entity and whole weeks before the end. */
  const active = new Map<string, Map<number, Set<string>>>();
  const day = (row: { occurred_at?: string }): number => dayNumber((row.occurred_at ?? '').slice(0, 10));

  beforeAll(async () => {
    demo = await writtenDemo({ scenario: 'international', people: 2400, until });
    roster = demo.roster(last);
    for (const row of demo.rows.events) {
      const person = demo.personOf(row.actor ?? '');
      const entity = roster.get(person ?? '')?.entity;
      if (!person || !entity || silent.has(row.kind ?? '')) continue;
      const weeks = active.get(entity) ?? new Map<number, Set<string>>();
      const week = Math.floor((last - day(row)) / 7);
      active.set(entity, weeks.set(week, (weeks.get(week) ?? new Set()).add(person)));
    }
  });

  const size = (entity: string): number => [...roster.values()].filter((row) => row.entity === entity).length;
  /** Mean weekly active share, from so many weeks before the end up to so many. */
  const share = (entity: string, from: number, to: number): number => {
    let people = 0;
    for (let week = to; week <= from; week++) people += active.get(entity)?.get(week)?.size ?? 0;
    return people / (from - to + 1) / size(entity);
  };

  it('the stalled entity falls to less than half, while another of its wave holds', () => {
    expect(share(who.stalled, 3, 0)).toBeLessThan(0.5 * share(who.stalled, stallBegins + 4, stallBegins + 1));
    expect(share(who.webinarFailed, 3, 0)).toBeGreaterThan(
      0.75 * share(who.webinarFailed, stallBegins + 4, stallBegins + 1),
    );
  });

  it('one webinar lifts weekly activity for good, the other changes nothing', () => {
    const step = (entity: string, week: number): number =>
      share(entity, week - 1, week - 6) / share(entity, week + 6, week + 1);
    expect(step(who.webinarWorked, webinarWorkedOn)).toBeGreaterThan(1.15);
    expect(Math.abs(step(who.webinarFailed, webinarFailedOn) - 1)).toBeLessThan(0.12);
  });

  it('one opened entity never has an ambassador; all others of its size have or had some', () => {
    const held = new Set(demo.rows.mandates.filter((row) => row.role === 'ambassador').map((row) => row.entity));
    expect(held.has(who.withoutAmbassador)).toBe(false);
    const waves = new Map(demo.rows.waves.map((row) => [row.wave_id, row]));
    const without = [...waveOfEntity(demo.rows)].filter(([entity, wave]) => {
      return waves.get(wave)?.actual_start && size(entity) >= 40 && !held.has(entity);
    });
    expect(without.map(([entity]) => entity)).toEqual([who.withoutAmbassador]);
    const wave = [...waveOfEntity(demo.rows)].filter(([entity, id]) => id === who.waveAhead && size(entity) >= 40);
    const shares = wave.map(([entity]) => share(entity, 9, 0));
    expect(share(who.withoutAmbassador, 9, 0)).toBeLessThan(shares.reduce((sum, one) => sum + one, 0) / shares.length);
  });

  it('managers of one level write half of everything', () => {
    const managers = new Set([...roster.values()].map((row) => row.manager_id));
    const written = demo.rows.events.filter(
      (row) => (row.kind === 'post' || row.kind === 'comment') && last - day(row) < 56,
    );
    const authors = written.map((row) => demo.personOf(row.actor ?? '') ?? '').filter((person) => roster.has(person));
    const own = authors.filter(
      (person) => managers.has(person) && roster.get(person)?.level === String(who.omnipresentLevel),
    );
    expect(own.length / authors.length).toBeGreaterThan(0.4);
    expect(own.length / authors.length).toBeLessThan(0.6);
  });

  it('and the product says so of that level, and of no other, in what it publishes', () => {
    // The last four weeks that speak of fewer than 200 people (rules 4.6).
    const sunday = addDays(blockStartOf(until), -1);
    const managers = new Set([...roster.values()].map((row) => row.manager_id));
    const populationOf = (person: string) => (managers.has(person) ? `level-${roster.get(person)?.level}` : 'others');
    const written = new Map<string, Map<string, number>>();
    for (const row of demo.rows.events) {
      const author = demo.personOf(row.actor ?? '') ?? '';
      if (
        (row.kind !== 'post' && row.kind !== 'comment') ||
        Math.abs(dayNumber(sunday) - 13.5 - day(row)) > 14 ||
        !roster.has(author)
      )
        continue;
      const own = written.get(populationOf(author)) ?? new Map<string, number>();
      written.set(populationOf(author), own.set(author, (own.get(author) ?? 0) + 1));
    }
    const rows = [...written].flatMap(([population, people]) => {
      const amounts = [...people.values()].sort((a, b) => b - a);
      const sum = (of: number[]) => of.reduce((all, one) => all + one, 0);
      const made = {
        total: sum(amounts),
        contributors: amounts.length,
        top1: amounts[0] ?? 0,
        top2: sum(amounts.slice(0, 2)),
      };
      const weeks = { total: 4, contributors: null, top1: null, top2: null };
      return [
        { population, cell: '~organisation', measure: 'messages', ...made },
        { population, cell: '~organisation', measure: 'weeks', ...weeks },
      ];
    });
    const levels = ['level-0+level-1+level-2', 'level-3', 'level-4'];
    const isIn = (group: string) => (person: string) => group.split('+').includes(populationOf(person));
    const sizes = new Map(levels.map((group) => [group, [...roster.keys()].filter(isIn(group)).length]));
    sizes.set(
      'managers',
      [...sizes.values()].reduce((all, one) => all + one, 0),
    );
    sizes.set('everyone', roster.size).set('others', roster.size - (sizes.get('managers') ?? 0));
    const shelf = new Shelf();
    for (const [population, people] of sizes) shelf.put(population, 0, 'people', new Map([['top', [people, people]]]));
    // As many independent voices stand behind a share as people wrote.
    const wrote = rows.reduce((sum, { contributors }) => sum + (contributors ?? 0), 0);
    shelf.put('everyone', 28, 'contributed', new Map([['top', [wrote, wrote]]]));
    publishVoices('top', new ExchangeTable(rows), shelf, { k: 10, bands: true });

    const place = { key: 'top', parent: null, kind: 'node', entity: 'top', name: 'Top', country: null } as const;
    const tree = new Tree([{ ...place, members: [], entities: [], headcount: roster.size }]);
    const publication = new Publication(
      new Map([[sunday, tree]]),
      shelf.rows().map((row) => ({ ...row, weekEnd: sunday })),
    );
    const board = new Board(publication, { base: 'invited', k: 10 }, [], [sunday], () => new Map());
    const zones = levels.map((level) => voiceOfLevel(board, sunday, level, zoneThresholds).zone);
    expect(zones[1]).toBe('omnipresent');
    expect(zones.filter((zone) => zone === 'omnipresent')).toHaveLength(1);
  });

  it('one wave beats its plan, one is late and still running, one is not open yet', () => {
    const waves = new Map(demo.rows.waves.map((row) => [row.wave_id ?? '', row]));
    const byEntity = waveOfEntity(demo.rows);
    const born = new Map<string, number>();
    for (const row of demo.rows.events)
      if (row.kind === 'profile_created') born.set(demo.personOf(row.actor ?? '') ?? '', day(row));
    const lead = (id: string): number => {
      const wave = waves.get(id);
      const people = [...roster.values()]
        .filter((row) => byEntity.get(row.entity ?? '') === id)
        .map((row) => row.person_id ?? '');
      const points = (wave?.curve ?? '')
        .split(';')
        .map((point) => [opens(point.split(':')[0]), Number(point.split(':')[1])] as const);
      const gaps = points
        .slice(1, -1)
        .map(
          ([at, planned]) =>
            people.filter((person) => (born.get(person) ?? Infinity) <= at).length / people.length - planned,
        );
      return gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length;
    };
    expect(lead(who.waveAhead)).toBeGreaterThan(0.2);
    expect(opens(waves.get(who.waveAhead)?.actual_start)).toBeLessThan(opens(waves.get(who.waveAhead)?.planned_start));
    expect(lead(who.waveLate)).toBeLessThan(-0.2);
    expect(
      opens(waves.get(who.waveLate)?.actual_start) - opens(waves.get(who.waveLate)?.planned_start),
    ).toBeGreaterThan(28);
    expect(closes(waves.get(who.waveLate)?.actual_end)).toBe(Infinity);
    expect([...waves.values()].some((wave) => wave.actual_start === '' && opens(wave.planned_start) > last)).toBe(true);
  });

  it('connection and engagement are those of a network that lives', () => {
    const invited = new Set(
      demo.rows.events.filter((row) => row.kind === 'invitation_sent').map((row) => row.target ?? ''),
    );
    const present = [...roster.keys()].filter((person) => invited.has(person));
    const did = (days: number, wanted: string[]): number => {
      const rows = demo.rows.events.filter((row) => wanted.includes(row.kind ?? '') && last - day(row) < days);
      const people = new Set(rows.map((row) => demo.personOf(row.actor ?? '')));
      return present.filter((person) => people.has(person)).length / present.length;
    };
    expect(did(7, ['login'])).toBeGreaterThan(0.4);
    expect(did(28, ['login'])).toBeGreaterThan(0.6);
    expect(did(28, ['login'])).toBeLessThan(0.82);
    expect(did(28, ['reaction', 'comment'])).toBeGreaterThan(0.15);
    expect(did(28, ['reaction', 'comment'])).toBeLessThan(0.3);
  });
});
