import { type Annotation } from '#contract/organization.js';
import { type CurvePoint } from '#contract/rollout.js';
import { addDays, type Day, daysBetween, mondayOf } from '#domain/calendar/day.js';
import { dayText } from '#domain/sentences/day-text.js';
import { type Language } from '#domain/sentences/language.js';
import { formatPercent } from '#domain/sentences/number-text.js';
import { figureWords } from './figure-words.js';
import { endText } from './figures.js';
import { type Level } from './printed.js';
import { type LineChart, type Mark } from './report.js';
import { reportWords } from './report-words.js';

const zero: Day = '2000-01-03';
const at = (day: Day) => daysBetween(zero, day);

/** Small places tell every four weeks. */
const cadence = 28;
/** More marks than these are no help on paper: the last ones stay. */
const mostMarks = 8;
const mostTicks = 7;

/** The rollout on one line against its plan, with the dated facts of the page as numbered marks. */
export function planChart(
  curve: readonly CurvePoint[],
  annotations: readonly Annotation[],
  { language, level }: { language: Language; level: Level },
): LineChart | null {
  if (curve.length < 2) return null;
  const words = figureWords[language];
  const planned = curve.findLast(({ plan }) => plan !== null)?.plan;
  const [first, last] = [curve[0]!.weekEnd, curve.at(-1)!.weekEnd];
  return {
    ...{ kind: 'line', title: words.curve, joinedWithin: cadence },
    lines: [
      {
        ...{ name: words.planned, role: 'plan', end: planned == null ? '' : formatPercent(planned, language) },
        points: curve.map(({ weekEnd, plan }) => ({ x: at(weekEnd), value: plan })),
      },
      {
        ...{ name: words.actual, role: 'ours' },
        end: endText(
          curve.findLast(({ actual }) => actual !== null),
          language,
        ),
        points: curve.map(({ weekEnd, actual, low, high }) => ({
          ...{ x: at(weekEnd), value: actual },
          ...(level === 'expert' ? { low, high } : {}),
        })),
      },
    ],
    ticks: weekTicks(
      curve.map(({ weekEnd }) => weekEnd),
      language,
    ),
    marks: marksOf(annotations, { from: addDays(first, -6), to: last }, language),
  };
}

/** Mondays of some of the weeks, evenly apart. */
export function weekTicks(sundays: readonly Day[], language: Language): Mark[] {
  const step = Math.max(1, Math.ceil(sundays.length / mostTicks));
  return sundays.flatMap((sunday, place) =>
    place % step === 0 ? [{ x: at(sunday), label: dayText(addDays(sunday, -6), language, 'short') }] : [],
  );
}

export const weekAt = at;

/** Decisions before what merely happened, the newest of each; closings move no curve. */
function marksOf(annotations: readonly Annotation[], { from, to }: { from: Day; to: Day }, language: Language): Mark[] {
  const words = reportWords[language];
  const texts: Record<Annotation['kind'], ((name: string) => string) | null> = {
    ...{ wave_opened: words.opening, wave_planned: words.toOpen, wave_closed: null },
    ...{ action: (name) => name, shock: words.shock, decision: words.decided },
    ...{ wave_go: words.go, wave_postpone: words.postpone, wave_no_go: words.noGo },
  };
  const rank = ({ kind }: Annotation) =>
    kind === 'action' ? 2 : kind === 'wave_opened' || kind === 'wave_planned' ? 1 : 0;
  const told = annotations
    .filter(({ day, kind }) => day >= from && day <= to && texts[kind] !== null)
    .sort((one, other) => rank(one) - rank(other) || other.day.localeCompare(one.day))
    .slice(0, mostMarks)
    .sort((one, other) => one.day.localeCompare(other.day));
  // One number a week, as on screen: two of them would be written over one another.
  const weeks = new Map<Day, Annotation[]>();
  for (const one of told) weeks.set(mondayOf(one.day), [...(weeks.get(mondayOf(one.day)) ?? []), one]);
  return [...weeks.values()].map((week) => ({
    x: Math.max(at(from) + 6, at(week[0]!.day)),
    label: week
      .map(({ day, kind, name }, place) => {
        const said = texts[kind]?.(shortened(name)) ?? '';
        if (day === week[place - 1]?.day) return said;
        return `${dayText(day, language, 'medium')}${figureWords[language].colon}${said}`;
      })
      .join(`${language === 'fr' ? '\u202f' : ''}; `),
  }));
}

const longest = 70;
const shortened = (text: string): string =>
  text.length <= longest ? text : `${text.slice(0, longest - 1).replace(/\s+\S*$/, '')}…`;
