import { addDays, type Day } from '#domain/calendar/day.js';
import { instantOfDay } from '../event/day-grain.js';
import { fileInMemory } from '../file-input.js';
import { type ImportItem } from '../import-item.js';
import { type PullContext, type PullCursor, type PullPlan } from '../pull/pull-plan.js';
import { PullProblem } from '../pull/pull-problem.js';
import { UnreadableFileError } from '../rejection.js';
import { parseM365 } from './parse-m365.js';

/** Microsoft has a day's figures within two days; they are told once, so they must be whole. */
const daysUntilWhole = 3;
/** Reports of a day are given for the last 30 days; the first of them may be gone by the time it is asked for. */
const daysAtMost = 28;
/** A report without anybody is one that is not made yet; after so many days it is empty. */
const daysUntilEmpty = 7;

/** Usage reports of Microsoft Graph, a day at a time. */
export const pullM365: PullPlan = {
  async check(context) {
    await fetchDay(context, addDays(today(context), -daysUntilWhole));
  },
  async *pages(context, cursor) {
    const last = addDays(today(context), -daysUntilWhole);
    for (let day = firstDay(context, cursor); day <= last; day = addDays(day, 1)) {
      const items = await fetchDay(context, day);
      if (items.length === 0 && day > addDays(today(context), -daysUntilEmpty)) return;
      // Told until the end of that day, in the zones in which its counts stand on it.
      yield { items, cursor: { through: instantOfDay(addDays(day, 1)), accounts: null, walk: null } };
    }
  },
};

const today = ({ now }: PullContext): Day => now.toISOString().slice(0, 10);

function firstDay(context: PullContext, { through }: PullCursor): Day {
  const next = through?.slice(0, 10) ?? context.settings.since;
  return [next, context.settings.since, addDays(today(context), -daysAtMost)].sort().at(-1) ?? next;
}

async function fetchDay({ reader, now, onNote }: PullContext, day: Day): Promise<ImportItem[]> {
  const file = await reader.file(`v1.0/reports/getYammerActivityUserDetail(date=${day})`);
  // The day that was asked for, whatever the report calls it.
  const fixed = { 'report refresh date': day, 'report period': '1' };
  const items: ImportItem[] = [];
  try {
    const options = { now, fixed, grain: 'day' as const, ...(onNote ? { onNote } : {}) };
    for await (const batch of parseM365(fileInMemory(file).stream(), options))
      for (const item of batch) items.push(item);
  } catch (error) {
    if (error instanceof UnreadableFileError) throw new PullProblem('unexpected_answer');
    throw error;
  }
  return items;
}
