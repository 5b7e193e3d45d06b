import { type DeclaredFigure } from '#contract/declared.js';
import { type IndicatorKey, indicatorKeys, indicatorOf } from '#domain/indicators/catalogue.js';
import { type TimePoint } from '../../charts/TimeChart.js';
import { addDays, type Day, sundayOf } from '../../format/iso-week.js';

/** What is said of one thing in one place: a line of the chart. */
export interface Line {
  scope: string;
  indicator: string;
  windowDays: number;
  figures: DeclaredFigure[];
}

export const lineKey = ({ scope, indicator, windowDays }: Omit<Line, 'figures'>): string =>
  JSON.stringify([scope, indicator, windowDays]);

/** Figures that may be joined by a line, the longest line first. */
export function linesOf(figures: readonly DeclaredFigure[]): Line[] {
  const lines = new Map<string, Line>();
  for (const figure of figures) {
    const { scope, indicator, windowDays } = figure;
    const line = lines.get(lineKey(figure)) ?? { scope, indicator, windowDays, figures: [] };
    line.figures.push(figure);
    lines.set(lineKey(figure), line);
  }
  for (const line of lines.values()) line.figures.sort((one, other) => one.periodEnd.localeCompare(other.periodEnd));
  return [...lines.values()].sort((one, other) => other.figures.length - one.figures.length);
}

export const valueOf = ({ numerator, denominator }: DeclaredFigure): number =>
  denominator === null ? numerator : numerator / denominator;

/** On the Sunday of the week that holds the end of the period; the last of a week stands for it. */
export function pointsOf({ figures }: Line): TimePoint[] {
  const bySunday = new Map<Day, TimePoint>();
  for (const figure of figures) {
    const weekEnd = sundayOf(figure.periodEnd);
    bySunday.set(weekEnd, { weekEnd, value: valueOf(figure), n: figure.denominator });
  }
  return [...bySunday.values()];
}

export const knownIndicator = (indicator: string): IndicatorKey | null =>
  indicatorKeys.find((key) => key === indicator) ?? null;

/**
 * The measured indicator that may be drawn beside a line: same key, a window that Essor has, and a share where this is
 * one. Null where anything differs: then only what was declared is shown.
 */
export function measuredBeside({ indicator, windowDays, figures }: Line): IndicatorKey | null {
  const key = knownIndicator(indicator);
  if (!key) return null;
  const { windows, unit } = indicatorOf(key);
  const sameWindow = windows.length === 0 ? windowDays === 0 : windows.some((window) => window === windowDays);
  const areShares = figures.every(({ denominator }) => denominator !== null);
  const areCounts = figures.every(({ denominator }) => denominator === null);
  return sameWindow && ((unit === 'percent' && areShares) || (unit === 'people' && areCounts)) ? key : null;
}

/** One month of the form, as typed. */
export interface Month {
  periodEnd: Day;
  numerator: number | '';
  denominator: number | '';
}

/** What is said of all months of the form together. */
export interface About {
  scope: string;
  indicator: string;
  windowDays: number | '';
  source: string;
  definition: string;
}

/** Rows under the columns of the file; months without a number are left out, and `months` says which row is which. */
export function rowsOfForm(
  about: About,
  months: readonly Month[],
): { rows: Record<string, string | number | null>[]; months: number[] } {
  const filled = months.flatMap((month, place) => (month.numerator === '' ? [] : [{ month, place }]));
  const rows = filled.map(({ month }) => ({
    wave_or_entity: about.scope,
    period_end: month.periodEnd,
    indicator: about.indicator,
    window: about.windowDays === '' ? null : about.windowDays,
    numerator: month.numerator,
    denominator: month.denominator === '' ? null : month.denominator,
    source: about.source,
    definition: about.definition,
  }));
  return { rows, months: filled.map(({ place }) => place) };
}

/** The last day of the month before the one that holds a day. */
export const monthEndBefore = (day: Day): Day => addDays(`${day.slice(0, 7)}-01`, -1);

/** The last day of the month after the one that holds a day. */
export function monthEndAfter(day: Day): Day {
  const nextMonth = addDays(`${day.slice(0, 7)}-01`, 62);
  return addDays(`${nextMonth.slice(0, 7)}-01`, -1);
}
