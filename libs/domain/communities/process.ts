import { type Day } from '../calendar/day.js';
import { type Process } from '../declared/facts.js';

/** Month of life on a day, from 1: a group of 20 January is in its second month from 20 February on. */
export function monthOf(createdOn: Day, day: Day): number {
  const [from, to] = [createdOn, day].map((text) => text.split('-').map(Number)) as [number[], number[]];
  const months = (to[0]! - from[0]!) * 12 + to[1]! - from[1]!;
  return Math.max(1, months + (to[2]! >= from[2]! ? 1 : 0));
}

/** Time to resolution after a group took over, divided by the declared one before (kpis K90); null without either. */
export function processRatio(afterHours: number | null, beforeHours: number | null): number | null {
  return afterHours === null || beforeHours === null || beforeHours <= 0 ? null : afterHours / beforeHours;
}

interface MeasuredGroup {
  key: string;
  resolutionHours: number | null;
  resolved: number | null;
}

export interface ProcessTime {
  key: string;
  name: string;
  group: string;
  groupName: string;
  tag: string | null;
  replacedOn: Day | null;
  beforeHours: number | null;
  source: string | null;
  afterHours: number | null;
  resolved: number | null;
  /** After over before; null unless both are known. */
  ratio: number | null;
  copiedFrom: string | null;
}

/** The declared time before beside the one measured in the group since (K90), process by process. */
export function processTimes(
  processes: readonly Process[],
  groups: readonly MeasuredGroup[],
  groupNames: ReadonlyMap<string, string>,
): ProcessTime[] {
  const byKey = new Map(groups.map((group) => [group.key, group]));
  const names = new Map(processes.map(({ key, name }) => [key, name]));
  return processes.map(({ key, name, groupKey, tag, replacedOn, beforeHours, source, copiedFrom }) => {
    const measured = byKey.get(groupKey);
    const [afterHours, resolved] = [measured?.resolutionHours ?? null, measured?.resolved ?? null];
    return {
      ...{ key, name, group: groupKey, groupName: groupNames.get(groupKey) ?? groupKey, tag, replacedOn },
      ...{ beforeHours, source, afterHours, resolved },
      ratio: processRatio(afterHours, beforeHours),
      copiedFrom: copiedFrom === null ? null : (names.get(copiedFrom) ?? copiedFrom),
    };
  });
}
