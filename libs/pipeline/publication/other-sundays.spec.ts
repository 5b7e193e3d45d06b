import { type Interval } from '#domain/mask/bands.js';
import { type Mask } from '#domain/mask/mask.js';
import { type MeasureRow } from '#storage/measures/read-measures.js';
import { type PublishedRow } from '#storage/publication/publish.repository.js';
import { type OtherSunday } from './other-sundays.js';
import { publishWeekCounts } from './publish-counts.js';

const rules = { k: 4, bands: true };

/** People of one place by what they are on two Sundays, a month apart. */
interface Group {
  then: string[];
  now: string[];
  people: number;
}

const mask = (headcount: number): Mask => ({
  nodes: [
    {
      ...{ key: 'r', parent: null, kind: 'cell', entity: 'r', members: [], entities: ['r'], vacant: [], headcount },
    },
  ],
});

/** How many of each group did it by then, and by now: nobody loses it again. */
type State = Readonly<Record<'then' | 'now', number>>[];

function rowsOf(groups: readonly Group[], state: State, when: 'then' | 'now'): MeasureRow[] {
  const names = new Set(['everyone', ...groups.flatMap((group) => group[when])]);
  return [...names].map((population) => {
    const counts = { people: 0, activated: 0 };
    groups.forEach((group, at) => {
      if (population !== 'everyone' && !group[when].includes(population)) return;
      counts.people += group.people;
      counts.activated += state[at]![when];
    });
    return { population, days: 0, cell: 'r', counts };
  });
}

function publish(groups: readonly Group[], state: State, isBeside: boolean): PublishedRow[][] {
  const place = mask(groups.reduce((sum, { people }) => sum + people, 0));
  const before = publishWeekCounts(place, rowsOf(groups, state, 'then'), '2026-09-27', rules);
  const other: OtherSunday = {
    ...{ sunday: '2026-09-27', k: rules.k, nodes: place.nodes, told: before },
    members: groups.map(({ then, people }) => ({ cell: 'r', populations: then, people })),
    stayed: groups.map(({ then, now, people }) => ({
      ...{ then: { cell: 'r', populations: then }, now: { cell: 'r', populations: now }, people },
    })),
  };
  const others = isBeside ? [other] : [];
  return [before, publishWeekCounts(place, rowsOf(groups, state, 'now'), '2026-10-25', rules, undefined, others)];
}

const textOf = (rows: readonly PublishedRow[][]): string =>
  rows
    .flat()
    .flatMap(({ population, counts }) => (counts.activated ? `${population} ${counts.activated.join('-')}` : []))
    .join(', ');

function* statesOf([first, ...more]: readonly Group[]): Generator<State> {
  if (!first) {
    yield [];
    return;
  }
  for (let then = 0; then <= first.people; then++)
    for (let now = then; now <= first.people; now++) for (const rest of statesOf(more)) yield [{ then, now }, ...rest];
}

/** What is told where it gives away that all who changed did it, or that nobody did, on either Sunday. */
function telltales(groups: readonly Group[], isBeside: boolean): string[] {
  const changed = groups.length - 1;
  const { people } = groups[changed]!;
  const seen = new Map<string, Set<string>>();
  for (const state of statesOf(groups)) {
    const text = textOf(publish(groups, state, isBeside));
    const { then, now } = state[changed]!;
    seen.set(text, (seen.get(text) ?? new Set<string>()).add(`then ${then}`).add(`now ${now}`));
  }
  // Somebody may have done it, and somebody may not: of one, both; of two, two values at least.
  const isOpen = (of: ReadonlySet<string>, when: string): boolean =>
    [0, people].every((end) => [...of].some((one) => one.startsWith(when) && one !== `${when} ${people - end}`));
  return [...seen].filter(([, of]) => !isOpen(of, 'then') || !isOpen(of, 'now')).map(([text]) => text);
}

/** Whoever stays in a population, whoever is in the rest, and few who change. */
const changes: [string, Group[]][] = [
  ['one leaves it', groups('newcomers', 6, 7, [['newcomers'], [], 1])],
  ['two enter it', groups('newcomers', 5, 6, [[], ['newcomers'], 2])],
  ['one is no manager any more', groups('managers', 6, 7, [['managers'], [], 1])],
];

function groups(
  name: string,
  inside: number,
  outside: number,
  [then, now, people]: [string[], string[], number],
): Group[] {
  return [
    { then: [name], now: [name], people: inside },
    { then: [], now: [], people: outside },
    { then, now, people },
  ];
}

it.each(changes)('does not give away what they did where %s', (_, people) => {
  expect(telltales(people, true)).toEqual([]);
});

it('which each Sunday by itself would', () => {
  expect(telltales(changes[0]![1], false).length).toBeGreaterThan(0);
});

it('tells a population of the same people as it did', () => {
  const same = groups('newcomers', 30, 60, [['newcomers'], ['newcomers'], 1]);
  const [before, after] = publish(
    same,
    [12, 40, 1].map((did) => ({ then: did, now: did })),
    true,
  );
  const of = (rows: readonly PublishedRow[]): (Interval | undefined)[] => rows.map(({ counts }) => counts.activated);
  expect(of(after!)).toEqual(of(before!));
});
