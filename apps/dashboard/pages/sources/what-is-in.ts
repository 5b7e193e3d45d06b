import { type Imports } from '#contract/imports.js';
import { type Quality } from '#contract/quality.js';
import { addDays, type Day, daysBetween, mondayOf, weekEndOf } from '#domain/calendar/day.js';
import { type Interval } from '#domain/statistics/interval.js';
import { sourceLabel } from '#domain/files/source-label.js';
import { type Language } from '#domain/sentences/language.js';
import { completeDays } from './complete-days.js';
import { type Known } from './finding.js';

/** What has come so far, for somebody to say whether it is everything. */
export interface WhatIsIn {
  sources: { name: string; from: Day; to: Day }[];
  /** Whole weeks, from a Monday to a Sunday; null where none is whole. */
  weeks: { count: number; from: Day; to: Day } | null;
  /** People of the last file of the directory; null = not known. */
  people: number | null;
  /** Accounts that are nobody of the directory; null = not counted yet. */
  strangers: Interval | null;
}

const underWay: ReadonlySet<string> = new Set(['queued', 'running', 'cancelling', 'undoing']);

/** Why nobody can say yet whether everything is in: a file is read, or what came is still being counted; null = nothing. */
export function whyToWait({ imports, counting }: Imports, isAsked: boolean): 'reading' | 'counting' | null {
  if (imports.some(({ state }) => underWay.has(state))) return 'reading';
  // `isAsked`: what is counted of it is on its way.
  return counting || isAsked ? 'counting' : null;
}

export function whatIsIn(known: Known, quality: Pick<Quality, 'sources' | 'unassigned'>, language: Language): WhatIsIn {
  const sources = quality.sources.flatMap(({ name, firstDay, lastDay }) =>
    firstDay && lastDay ? [{ name: sourceLabel(name, language), from: firstDay, to: lastDay }] : [],
  );
  const first = sources.map(({ from }) => from).sort()[0];
  const through = completeDays(known)[0]?.day;
  return {
    sources,
    weeks: first === undefined || through === undefined ? null : wholeWeeks(first, through),
    people: peopleIn(known),
    strangers: quality.unassigned?.people ?? null,
  };
}

function wholeWeeks(first: Day, through: Day): WhatIsIn['weeks'] {
  const from = mondayOf(first);
  const end = weekEndOf(through);
  const to = end === through ? end : addDays(end, -7);
  return to < from ? null : { count: (daysBetween(from, to) + 1) / 7, from, to };
}

/** Imports are told newest first. */
function peopleIn({ imports }: Imports): number | null {
  const last = imports.find(({ kind, state, dryRun }) => kind === 'people' && state === 'done' && !dryRun);
  return last?.notes.find(({ code }) => code === 'directory_people')?.times ?? null;
}
