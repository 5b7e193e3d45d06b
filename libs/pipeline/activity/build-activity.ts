import { type DataSource } from 'typeorm';
import { addDays, mondayOf } from '#domain/calendar/day.js';
import {
  clearMarks,
  type DirtyMark,
  dirtyMarks,
  rebuildDays,
  registerActors,
} from '#storage/activity/activity.repository.js';
import { rebuildConversations } from '#storage/activity/conversation.repository.js';
import { markWeeks } from '#storage/activity/dirty.js';
import { markMessages } from '#storage/activity/message.repository.js';
import { lockOrganization } from '#storage/database.js';
import { organizationById } from '#storage/organization/organization.js';
import { countUnassigned } from '#storage/quality/count-quality.js';
import { rebuildSourceDays } from '#storage/quality/source-day.js';
import { noteEvidence } from '#storage/source/source-evidence.js';
import { approximateKinds } from '../quality/approximate-kinds.js';
import { withinOrganization } from '#storage/wall/within-organization.js';

/** Weeks rebuilt by one scan of the ledger and one transaction: bounds memory and the loss when killed. */
const weeksAtOnce = 6;

/**
 * Rebuilds activity for every day that is marked dirty, newest weeks first, and marks the weeks whose measures it
 * changes. Safe to repeat, to kill, and to run twice at once; `stop` ends it between two transactions, the rest stays
 * marked. Returns the number of local days that changed.
 */
export async function buildActivity(
  work: DataSource,
  organizationId: string,
  progress: (done: number, total: number) => void = () => undefined,
  stop?: AbortSignal,
): Promise<number> {
  return withinOrganization(organizationId, async () => {
    const changed = await buildMarked(work, organizationId, progress, stop);
    // A milestone that was lost marks the next day that can hold it: it is found there now, before anything is counted.
    return changed + (await buildMarked(work, organizationId, progress, stop));
  });
}

async function buildMarked(
  work: DataSource,
  organizationId: string,
  progress: (done: number, total: number) => void,
  stop: AbortSignal | undefined,
): Promise<number> {
  const marks = await work.transaction(async (tx) => {
    await lockOrganization(tx, organizationId);
    await markMessages(tx, organizationId);
    const marks = await dirtyMarks(tx, organizationId);
    if (marks.length > 0) await registerActors(tx, organizationId, distinct(marks.map((mark) => mark.day)));
    return marks;
  });
  const weeks = distinct(marks.flatMap(weeksTouched)).sort().reverse();
  const waiting = new Map(marks.map((mark) => [mark.id, weeksTouched(mark)]));
  let changedDays = 0;
  for (let done = 0; done < weeks.length && !stop?.aborted;) {
    const run = consecutive(weeks.slice(done, done + weeksAtOnce));
    changedDays += await rebuildWeeks(work, organizationId, run, waiting);
    done += run.length;
    progress(done, weeks.length);
  }
  return changedDays;
}

async function rebuildWeeks(
  work: DataSource,
  organizationId: string,
  mondays: string[],
  waiting: Map<number, string[]>,
): Promise<number> {
  return work.transaction(async (tx) => {
    await lockOrganization(tx, organizationId);
    const organization = await organizationById(tx, organizationId);
    const open = mondays.filter((monday) => organization.sealedBefore === null || monday >= organization.sealedBefore);
    const first = open.at(-1);
    const last = open[0];
    const changed = first && last ? await rebuildDays(tx, organization, first, addDays(last, 7)) : [];
    const talk = first && last ? await rebuildConversations(tx, organization, first, addDays(last, 7)) : null;
    if (first && last) {
      const [from, to] = [addDays(first, -1), addDays(last, 7)];
      await noteEvidence(tx, organizationId, from, to);
      await rebuildSourceDays(tx, organizationId, from, to, approximateKinds);
    }
    const [oldest] = [changed[0], talk].filter((day) => day !== undefined && day !== null).sort();
    if (oldest) await markWeeks(tx, organizationId, oldest);
    const finished: number[] = [];
    for (const [id, left] of waiting) {
      const rest = left.filter((monday) => !mondays.includes(monday));
      waiting.set(id, rest);
      if (rest.length === 0) finished.push(id);
    }
    for (const id of finished) waiting.delete(id);
    // Without a mark everything is counted: who is in no directory, too.
    if (waiting.size === 0) await countUnassigned(tx, organizationId);
    await clearMarks(tx, organizationId, finished);
    return changed.length;
  });
}

/** A UTC day belongs to the local days before, on and after it, according to the zone. */
const weeksTouched = (mark: DirtyMark) =>
  distinct([addDays(mark.day, -1), mark.day, addDays(mark.day, 1)].map(mondayOf));

const distinct = (values: string[]) => [...new Set(values)];

/** The first run of neighbouring weeks; the list is newest first. */
function consecutive(mondays: string[]): string[] {
  const gap = mondays.findIndex((monday, index) => index > 0 && addDays(monday, 7) !== mondays[index - 1]);
  return gap === -1 ? mondays : mondays.slice(0, gap);
}
