import { type Comparison, type ComparisonSeries, type Reach } from '#contract/comparison.js';
import { roundWeeks } from '#domain/calendar/round-weeks.js';
import { indicatorOf } from '#domain/indicators/catalogue.js';
import { areEndsTold, isMiddleTold } from '#domain/indicators/count-reading.js';
import { sideText } from '#domain/sentences/comparison-side.js';
import { dayText } from '#domain/sentences/day-text.js';
import { type Language } from '#domain/sentences/language.js';
import { formatNumber, formatPercent, formatPoints, formatPointsBetween } from '#domain/sentences/number-text.js';
import { placeName } from '#domain/sentences/place-name.js';
import { say } from '#domain/sentences/say.js';
import { figureWords } from './figure-words.js';
import { endText, type Figure, rateText, written } from './figures.js';
import { weekAt, weekTicks } from './plan-chart.js';
import { type Printing } from './printed.js';
import { type LineChart, type Mark, type ReportPart, type ReportTable } from './report.js';
import { reportWords } from './report-words.js';

type Point = ComparisonSeries['points'][number];
type Side = NonNullable<Comparison['latest']>['first'];

/** Comparaisons: what was observed, how far it reaches, what would settle it. */
export function comparisonPart(comparison: Comparison, { language }: Printing): ReportPart {
  const words = { ...figureWords[language], ...reportWords[language] };
  const { observed, reach, settle, latest, indicator, series } = comparison;
  const { title, meaning } = indicatorOf(indicator);
  const isDrawn = series.some(({ points }) => points.length > 1);
  return {
    page: words.pages.comparison,
    finding: say(observed, language),
    beside: [...(latest ? [say(reach, language)] : []), say(settle, language)].join(' '),
    figures: figuresOf(comparison, language),
    charts: isDrawn ? [chartOf(comparison, language)] : [],
    lists: [],
    tables: [tableOf(comparison, language)],
    definitions: [`${title[language]}${words.colon}${meaning[language]}`, words.bandIs],
  };
}

const nameOf = ({ kind, key, name, place }: ComparisonSeries, language: Language): string => {
  if (kind === 'period') return dayText(key, language, 'long');
  const text = sideText(kind, place ? placeName(place, language) : name, language);
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
};

function figuresOf({ latest, series, align }: Comparison, language: Language): Figure[] {
  const [one, other] = series;
  if (!latest || !one || !other) return [];
  const words = reportWords[language];
  const { first, second, difference, reach } = latest;
  const number = (week: number) => formatNumber(week, language);
  const day = (at: string) => words.onDay(dayText(at, language, 'short'));
  const when =
    align === 'calendar'
      ? [...new Set([day(first.weekEnd), day(second.weekEnd)])].join(' – ')
      : first.week === second.week
        ? words.atWeek(number(first.week))
        : words.atWeeks(number(first.week), number(second.week));
  // No middle stands for published ends that do not agree on who leads, or lie far apart.
  const told = areEndsTold(reach.published)
    ? formatPointsBetween(reach.published, language)
    : formatPoints(difference.value, language);
  const ends = reach.corrected ?? reach.published;
  return [
    {
      ...{ label: words.difference, people: when },
      value: reach.refusal === 'too_wide' ? words.wide : told,
      change: words.interval(formatPointsBetween(ends, language), reach.corrected !== null),
    },
    ...[
      { side: first, name: nameOf(one, language) },
      { side: second, name: nameOf(other, language) },
    ].map(({ side, name }) => ({
      ...{ label: name, ...written(side.rate, language) },
      change: [doubtOf(side, reach.unit, language), day(side.weekEnd)].filter(Boolean).join(' · '),
    })),
  ];
}

/** Both ends of a rate and the doubt that they hold; '' where they are written alike. */
function doubtOf({ rate, betweenSites }: Side, unit: Reach['unit'], language: Language): string {
  const { low, high } = betweenSites ?? rate;
  if (rate.shown !== 'value' || low === null || high === null) return '';
  const [from, to] = [formatPercent(low, language), formatPercent(high, language)];
  return from === to ? '' : reportWords[language].doubt(from, to, unit, betweenSites !== null);
}

/** No line runs through ends that have no middle. */
const middleOf = ({ value, numerator, denominator }: Point): number | null =>
  numerator && denominator && !isMiddleTold(numerator, denominator) ? null : value;

function chartOf({ series, align, indicator }: Comparison, language: Language): LineChart {
  const words = reportWords[language];
  const isAligned = align === 'launch';
  const x = ({ week, weekEnd }: Point) => (isAligned ? week : weekAt(weekEnd));
  const sundays = [...new Set(series.flatMap(({ points }) => points.map(({ weekEnd }) => weekEnd)))].sort();
  return {
    kind: 'line',
    title: `${indicatorOf(indicator).title[language]}, ${isAligned ? words.sinceLaunch : words.byCalendar}`,
    joinedWithin: isAligned ? 4 : 28,
    lines: series.map((each, rank) => ({
      ...{ name: nameOf(each, language), role: rank === 0 ? 'ours' : 'context' },
      end: endText(
        each.points.findLast((point) => middleOf(point) !== null),
        language,
      ),
      points: each.points.map((point) => {
        const { low, high } = point.betweenSites ?? point;
        return { x: x(point), value: middleOf(point), ...(rank < 2 ? { low, high } : {}) };
      }),
    })),
    ticks: isAligned ? ageTicks(series, language) : weekTicks(sundays, language),
    marks: [],
  };
}

/** As many labels as stand beside one another. */
const mostTicks = 8;

function ageTicks(series: Comparison['series'], language: Language): Mark[] {
  const weeks = series.flatMap(({ points }) => points.map(({ week }) => week));
  // The axis begins where the first side does: small ones speak for the first time after some weeks.
  return roundWeeks(Math.min(...weeks), Math.max(...weeks), mostTicks).map((week) => ({
    x: week,
    label: formatNumber(week, language),
  }));
}

/** Every week that a side tells, the people beside the share. */
function tableOf({ series, align }: Comparison, language: Language): ReportTable {
  const words = reportWords[language];
  const sides = series.slice(0, 4);
  const isAligned = align === 'launch';
  const rows = new Map<string | number, Map<string, Point>>();
  for (const { side, points } of sides)
    for (const point of points) {
      const at = isAligned ? point.week : point.weekEnd;
      rows.set(at, (rows.get(at) ?? new Map<string, Point>()).set(side, point));
    }
  const order = [...rows].sort(([one], [other]) => (one < other ? -1 : 1));
  return {
    ...{ title: words.weekByWeek, none: words.noPoint },
    head: [words.weekColumn, ...sides.map((each) => nameOf(each, language))],
    widths: [0.16, ...sides.map(() => 0.84 / sides.length)],
    rows: order.map(([at, bySide]) => [
      typeof at === 'number' ? formatNumber(at, language) : dayText(at, language, 'medium'),
      ...sides.map(({ side }) => {
        const point = bySide.get(side);
        return point ? rateText(point, language) : '–';
      }),
    ]),
  };
}
