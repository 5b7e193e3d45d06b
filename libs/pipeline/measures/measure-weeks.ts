import { type DataSource, type EntityManager } from 'typeorm';
import { type Day, quarterOf, weekEndOf } from '#domain/calendar/day.js';
import { cellOf } from '#domain/mask/cell-of.js';
import { cellsOf } from '#domain/mask/cells.js';
import { type EntityNode } from '#domain/mask/mask.js';
import { keepsTies } from '#storage/activity/tie.repository.js';
import { unshownTwins } from '#domain/mask/near-twins.js';
import { lockOrganization, lockWeek } from '#storage/database.js';
import { forgetWeeksOutside } from '#storage/measures/forget-weeks.js';
import {
  clearWeekMarks,
  type DirtyWeek,
  dirtyWeeks,
  maskOf,
  saveMask,
  saveUnshown,
  stampCounted,
  weekBefore,
} from '#storage/measures/mask.repository.js';
import { countWeek, type EntityHeadcount, loadRoster } from '#storage/measures/measures.repository.js';
import { countNetwork } from '#storage/measures/network.repository.js';
import { horizonOf, isOn, organizationById, type OrganizationFacts } from '#storage/organization/organization.js';
import { countRelays } from './count-relays.js';
import { organizationNode } from './organization-node.js';
import { placesOf } from './places-of.js';
import { withinOrganization } from '#storage/wall/within-organization.js';

export interface MeasureHooks {
  /** Called in the transaction that counted the week: publication, where it is due. */
  counted?: (tx: EntityManager, organization: OrganizationFacts, sunday: Day) => Promise<void>;
  /** Called in the transaction that takes the last mark away: what looks at all weeks at once, `first` the oldest counted. */
  ended?: (tx: EntityManager, organization: OrganizationFacts, first: Day) => Promise<void>;
  progress?: (done: number, total: number) => void;
  /** Once aborted, no further week is begun: the marks of the rest stay for the next run. */
  stop?: AbortSignal;
  /** The wall clock. */
  now?: Date;
}

/** Weeks counted beside one another: while one publishes here, the other counts in the database. */
const sideBySide = 2;

/**
 * Counts every week that is marked, newest first, one transaction each; weeks after the organisation's horizon wait, and
 * those before its first known day are forgotten.
 * Safe to repeat, to kill, and to run twice at once. Returns the weeks counted.
 */
export async function measureWeeks(work: DataSource, organizationId: string, hooks: MeasureHooks = {}): Promise<Day[]> {
  return withinOrganization(organizationId, async () => {
    const horizon = horizonOf(await organizationById(work, organizationId));
    if (horizon === null) return [];
    const waiting = await work.transaction(async (tx) => {
      await forgetWeeksOutside(tx, organizationId, horizon);
      return dirtyWeeks(tx, organizationId, weekEndOf(horizon));
    });
    // It takes the last mark away, so it comes alone, after everything else.
    const oldest = waiting.at(-1);
    const counted: Day[] = [];
    const measure = async (week: DirtyWeek) => {
      await measureWeek(work, organizationId, week, hooks, week === oldest);
      counted.push(week.sunday);
      hooks.progress?.(counted.length, waiting.length);
    };
    for (const quarter of byQuarter(waiting)) {
      if (hooks.stop?.aborted) break;
      // Cells of a quarter only ever merge, so they are laid from its oldest week on, when its newest is reached.
      for (const { sunday } of [...quarter].reverse()) await layCells(work, organizationId, sunday);
      const several = quarter.filter((week) => week !== oldest);
      await inLanes(several, measure, hooks.stop);
    }
    if (oldest && !hooks.stop?.aborted) await measure(oldest);
    return counted;
  });
}

function byQuarter(weeks: readonly DirtyWeek[]): DirtyWeek[][] {
  const quarters: DirtyWeek[][] = [];
  for (const week of weeks) {
    const open = quarters.at(-1);
    if (open?.[0] && quarterOf(open[0].sunday) === quarterOf(week.sunday)) open.push(week);
    else quarters.push([week]);
  }
  return quarters;
}

/** In their order, several at once. Once one fails no further one is begun, and those under way are waited for. */
async function inLanes(
  weeks: readonly DirtyWeek[],
  measure: (week: DirtyWeek) => Promise<void>,
  stop?: AbortSignal,
): Promise<void> {
  const waiting = [...weeks];
  const lane = async () => {
    for (let week = waiting.shift(); week; week = waiting.shift()) {
      if (stop?.aborted) return;
      await measure(week).catch((error: unknown) => {
        waiting.length = 0;
        throw error;
      });
    }
  };
  const ended = await Promise.allSettled(Array.from({ length: sideBySide }, lane));
  const failed = ended.find((each) => each.status === 'rejected');
  if (failed) throw failed.reason;
}

async function layCells(work: DataSource, organizationId: string, sunday: Day): Promise<void> {
  await work.transaction(async (tx) => {
    await lockOrganization(tx, organizationId);
    const organization = await organizationById(tx, organizationId);
    const laid = await maskOf(tx, organizationId, sunday);
    if (laid?.closed && laid.nodes.length > 0) return;
    const before = weekBefore(sunday);
    const previous = quarterOf(before) === quarterOf(sunday) ? await maskOf(tx, organizationId, before) : null;
    const tree = rooted(await loadRoster(tx, organizationId, sunday));
    await saveMask(tx, organizationId, sunday, cellsOf(tree, { k: organization.k, previous }), organization.k);
  });
}

async function measureWeek(
  work: DataSource,
  organizationId: string,
  week: DirtyWeek,
  hooks: MeasureHooks,
  isLast: boolean,
): Promise<void> {
  await work.transaction(async (tx) => {
    await (isLast ? lockOrganization(tx, organizationId) : lockWeek(tx, organizationId, week.sunday));
    const organization = await organizationById(tx, organizationId);
    const mask = await maskOf(tx, organizationId, week.sunday);
    await loadRoster(tx, organizationId, week.sunday);
    await countNetwork(tx, organizationId, week.sunday, placesOf(mask ?? { nodes: [] }, organization), {
      ties: isOn(organization, 'ties'),
      beside: keepsTies(organization) ? () => countRelays(tx, organization, week.sunday) : null,
    });
    const cells = cellOf(mask ?? { nodes: [] });
    const overlaps = await countWeek(tx, organizationId, week.sunday, cells, {
      exemplarity: isOn(organization, 'exemplarity'),
      k: organization.bands ? organization.k : 1,
      head: cells.get(mask?.nodes[0]?.entity ?? '') ?? null,
      personas: isOn(organization, 'personas'),
      rhythm: isOn(organization, 'rhythm'),
      keepsMembers: organization.class === 'personal',
    });
    if (mask && organization.bands) {
      await saveUnshown(tx, organizationId, week.sunday, unshownTwins(mask, overlaps, organization.k));
    }
    await stampCounted(tx, organizationId, week.sunday, hooks.now ?? new Date());
    // Before it is told: only a mark set meanwhile says that something of it is not counted yet.
    await clearWeekMarks(tx, organizationId, week.ids);
    await hooks.counted?.(tx, organization, week.sunday);
    if (isLast) await hooks.ended?.(tx, organization, week.sunday);
  });
}

function rooted(entities: EntityHeadcount[]): EntityNode[] {
  const roots = entities.filter((entity) => entity.parent === null);
  const nodes = entities.map(({ key, parent, headcount, wave }) => ({ key, parent, headcount, affinity: wave }));
  if (roots.length === 1) return nodes;
  const top: EntityNode = { key: organizationNode, parent: null, headcount: 0 };
  return [top, ...nodes.map((node) => (node.parent === null ? { ...node, parent: organizationNode } : node))];
}
