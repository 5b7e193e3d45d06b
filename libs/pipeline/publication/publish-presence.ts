import { type Interval } from '#domain/mask/bands.js';
import { type Mask } from '#domain/mask/mask.js';
import { type Calendar, daysOf, presenceBlocks } from '#domain/mask/presence.js';
import { joinedIn, publishVolume } from '#domain/mask/volumes.js';
import { sumOf, sumsOf, toldOf, upwards } from './places.js';
import { type CellValues, type Counted, type Shelf } from './shelf.js';

/** What is needed to tell person-days and never told itself. */
export const calendarMeasures: ReadonlySet<string> = new Set(['fewest_days', 'most_days', 'invited_days']);
/** Person-days, and the working days that they are a share of. */
export const presenceMeasures: ReadonlySet<string> = new Set([
  ...['login_days', 'login_exposure'],
  ...['exposed_active_days', 'exposed_days'],
]);

/** How often people of each place did something, and how often they could at most, by what is told of them. */
interface Presence {
  people: readonly Interval[];
  calendars: readonly Calendar[];
  possible: readonly Interval[];
}

/**
 * Person-days by places of 200 people and more (docs/decisions/071). The days that were possible are people times
 * working days: told as they were counted they would tell the people, so that they follow from what is told of these.
 * Those since an invitation are declared.
 */
export function publishPresence(cells: Mask, { days, measures }: Counted, published: Shelf): void {
  const calendars = calendarsOf(cells, measures);
  if (!calendars) return;
  const [login, done] = [toldOf(cells, published, days, 'login'), measures.get('login_days')];
  if (login && done) {
    const possible = login.map((people, at) => daysOf(people, calendars[at]!));
    put(done, { people: login, calendars, possible }, ['login_days', 'login_exposure']);
  }
  const [active, doneSince] = [toldOf(cells, published, days, 'active'), measures.get('exposed_active_days')];
  const possible = sinceReached(cells, calendars, measures.get('invited_days'), published);
  if (active && doneSince && possible)
    put(doneSince, { people: active, calendars, possible }, ['exposed_active_days', 'exposed_days']);

  function put(values: CellValues, presence: Presence, [done, exposure]: readonly [string, string]): void {
    published.put('everyone', days, done, publishTimes(cells, values, presence));
    // What no place tells of people is not told by way of days.
    const isTold = (key: string) => published.get('everyone', 0, 'people', [key]).size > 0;
    const known = cells.nodes.flatMap(({ key }, at) => (isTold(key) ? [[key, presence.possible[at]!] as const] : []));
    published.put('everyone', days, exposure, new Map(known));
  }
}

/** A volume of which nobody makes more than a known number: exact where it leaves open how many people made it. */
export function publishTimes(
  cells: Mask,
  values: CellValues,
  { people, calendars, possible }: Presence,
  blocksOf: typeof presenceBlocks = presenceBlocks,
): Map<string, Interval> {
  const tops = sumsOf(cells, (_, at) => Math.max(people[at]![1] * calendars[at]!.most, possible[at]![1]));
  const top = new Map(cells.nodes.map(({ key }, at) => [key, tops[at]!]));
  return publishVolume(cells, (cell) => Math.min(top.get(cell.key)!, sumOf(cell, values)), {
    bands: true,
    blocks: (at) => blocksOf(people[at]!, calendars[at]!, tops[at]!),
  });
}

/** Null where the working days of somebody are not known. */
function calendarsOf(cells: Mask, measures: ReadonlyMap<string, CellValues>): Calendar[] | null {
  const ends = ['fewest_days', 'most_days'].map((measure) => measures.get(measure) ?? new Map<string, number>());
  const known = upwards(
    cells,
    (cell) => joinedIn(cell).flatMap((key) => ends.flatMap((end) => end.get(key) ?? [])),
    (parts) => parts.flat(),
  );
  if (known.some((days) => days.length === 0)) return null;
  return known.map((days) => ({ fewest: Math.min(...days), most: Math.max(...days) }));
}

/**
 * Days since an invitation, and for those activated without one, as many as what is told of both leaves possible, all of
 * the window.
 */
function sinceReached(
  cells: Mask,
  calendars: readonly Calendar[],
  since: CellValues | undefined,
  published: Shelf,
): Interval[] | null {
  const activated = toldOf(cells, published, 0, 'activated');
  if (!activated || !since) return null;
  const invited = toldOf(cells, published, 0, 'invited');
  const asked = sumsOf(cells, (cell) => sumOf(cell, since));
  return cells.nodes.map(({ headcount }, at): Interval => {
    const [fewest, most] = invited?.[at] ?? [0, 0];
    const people = [Math.max(0, activated[at]![0] - most), Math.min(headcount - fewest, activated[at]![1])] as const;
    const [low, high] = daysOf(people, calendars[at]!);
    return [asked[at]! + low, asked[at]! + high];
  });
}
