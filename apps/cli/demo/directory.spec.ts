import { assert as holds, integer, property, record } from 'fast-check';
import { organisationOf } from './organisation-of.js';
import { arrival, departure, postingOn, type Organisation } from './organisation.js';
import { frameOf, type ScenarioName } from './scenario.js';
import { cast, stories } from './stories.js';
import { dayText, weekday } from './timeline.js';

jest.setTimeout(180_000);

const SUNDAY = 20_632; // 2026-06-28

function checkDirectory(organisation: Organisation, last: number): void {
  const { people, entities, mandates, memberships } = organisation;
  expect(new Set(people.map((person) => person.id)).size).toBe(people.length);
  expect(entities.every((entity) => entity.parent === null || entity.parent < entity.index)).toBe(true);
  for (const person of people) {
    let end = Number.NEGATIVE_INFINITY;
    for (const posting of person.postings) {
      if (posting.from < end || posting.to <= posting.from)
        throw new Error(`overlapping or empty validity of ${person.id}`);
      if (!entities[posting.entity]?.size) throw new Error(`${person.id} belongs to a grouping`);
      end = posting.to;
      if (posting.manager === null) continue;
      const manager = people[posting.manager];
      // A manager is there throughout, and sits above: hence no cycle.
      if (!manager || arrival(manager) > Math.max(posting.from, last - 532) || departure(manager) < posting.to) {
        throw new Error(`manager of ${person.id} is not present throughout`);
      }
    }
  }
  for (const day of [last - 500, last - 250, last]) checkChains(organisation, day);
  for (const mandate of mandates) {
    if (mandate.to <= mandate.from) throw new Error('empty mandate');
    if (!people[mandate.person]?.name) throw new Error('a mandate without a name');
  }
  expect(memberships.some((member) => people[member.person]?.bot)).toBe(false);
  const names = organisation.groups.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  const persons = new Set(people.flatMap(({ id, name }) => [id, name]));
  expect(names.filter((name) => name.split(' ').some((word) => persons.has(word)) || persons.has(name))).toEqual([]);
}

function checkChains({ people }: Organisation, day: number): void {
  for (const person of people) {
    const seen = new Set<number>();
    for (
      let at: number | null = person.index;
      at !== null;
      at = postingOn(people[at] ?? person, day)?.manager ?? null
    ) {
      if (seen.has(at)) throw new Error(`manager cycle through ${person.id}`);
      seen.add(at);
    }
  }
}

const every = (scenario: ScenarioName, fewest: number, most: number, runs: number): void => {
  const options = record({
    people: integer({ min: fewest, max: most }),
    seed: integer(),
    weeks: integer({ min: 0, max: 60 }),
  });
  holds(
    property(options, ({ people, seed, weeks }) => {
      const last = SUNDAY - weeks * 7;
      const organisation = organisationOf(frameOf({ scenario, people, seed, until: dayText(last) }));
      checkDirectory(organisation, last);
      expect(organisation.entities.reduce((sum, entity) => sum + entity.size, 0)).toBe(people);
      expect(Math.min(...organisation.entities.map((entity) => entity.size))).toBeGreaterThanOrEqual(0);
    }),
    { numRuns: runs },
  );
};

describe('the directory of a demo', () => {
  it('hangs together in the international scenario, whatever its size and seed', () =>
    every('international', 300, 1200, 10));
  it('hangs together in the cnam scenario, whatever its size and seed', () => every('cnam', 700, 1200, 6));

  it('has 28 countries, about 60 sites of every size and five levels of managers', () => {
    const organisation = organisationOf(frameOf({ scenario: 'international', until: dayText(SUNDAY) }));
    const sites = organisation.entities.filter((entity) => entity.kind === 'site');
    expect(new Set(sites.map((site) => site.country)).size).toBe(28);
    expect(sites.length).toBe(58);
    const sizes = organisation.entities.map((entity) => entity.size).filter((size) => size > 0);
    expect(sizes.filter((size) => size >= 4 && size <= 9).length).toBeGreaterThanOrEqual(5);
    expect(sizes.filter((size) => size >= 12 && size <= 60).length).toBeGreaterThanOrEqual(10);
    expect(sizes.filter((size) => size >= 200 && size <= 900).length).toBeGreaterThanOrEqual(10);
    const headquarters = organisation.entities.filter((entity) => entity.kind === 'department');
    expect(headquarters.reduce((sum, entity) => sum + entity.size, 0)).toBeGreaterThan(1000);
    const managers = new Set(organisation.people.flatMap((person) => postingOn(person, SUNDAY)?.manager ?? []));
    for (const level of [0, 1, 2, 3, 4]) {
      const here = [...managers].filter((index) => organisation.people[index]?.level === level);
      expect(here.length).toBeGreaterThanOrEqual(10);
    }
  });

  it('has 156 bodies, a pilot of eight with some 4,000 people and nineteen communities at full size', () => {
    const organisation = organisationOf(frameOf({ scenario: 'cnam', until: '2020-12-27' }));
    const bodies = organisation.entities.filter((entity) => entity.size > 0);
    expect(bodies.length).toBe(156);
    const pilot = bodies.filter((entity) => entity.wave === 'W1-PILOTE');
    expect(pilot.length).toBe(8);
    expect(Math.abs(pilot.reduce((sum, entity) => sum + entity.size, 0) - 4000)).toBeLessThan(120);
    expect(organisation.groups.filter((group) => group.kind === 'trade').length).toBe(19);
    expect(organisation.memberships.length).toBeGreaterThan(590);
    const started = organisation.waves.find((wave) => wave.id === 'W1-PILOTE')?.actualStart ?? 0;
    expect(dayText(started)).toBe('2019-06-04');
    expect(weekday(started)).toBe(2);
  });

  it('tells its stories about entities, waves and levels that exist', () => {
    for (const scenario of ['international', 'cnam'] as const) {
      const until = dayText(SUNDAY);
      const { entities, waves } = organisationOf(frameOf({ scenario, people: 1000, until }));
      expect(stories[scenario].length).toBe(Object.keys(cast[scenario]).length);
      for (const story of stories[scenario]) {
        if (story.about === 'entity')
          expect(entities.find((entity) => entity.id === story.target)?.size).toBeGreaterThan(4);
        if (story.about === 'wave') expect(waves.map((wave) => wave.id)).toContain(story.target);
      }
    }
  });
});
