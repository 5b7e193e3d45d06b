import { levelsIn } from '../indicators/levels.js';
import { type Day } from '../calendar/day.js';
import { held } from '../diagnostic/signal.js';
import { limits } from '../diagnostic/thresholds.js';
import { type IndicatorKey } from '../indicators/catalogue.js';
import { isTooWide } from '../indicators/count-reading.js';
import { type Outcome } from '../indicators/indicator.js';
import { presence } from '../indicators/k50-exemplarity.js';
import { readingAt } from '../indicators/rows.js';
import { type Place, type Publication } from '../indicators/publication.js';
import { outcomeAt, type Rules, type Slice } from '../indicators/rows.js';
import { type Sentence, sentence } from '../sentences/sentence.js';
import { lastTold } from './at-root.js';
import { centreOf, type Interval } from '../statistics/interval.js';
import { type Estimate, ratioOver } from '../statistics/two-proportions.js';

export interface Gap {
  points: Estimate;
  ratio: Estimate | null;
}

export interface Shares {
  people: Interval | null;
  daily: Outcome;
  weekly: Outcome;
  posting: Outcome;
}

export interface LevelRow extends Shares {
  key: string;
  levels: number[];
  gaps: { daily: Gap | null; weekly: Gap | null; posting: Gap | null };
  tooFew: boolean;
}

interface Where {
  publication: Publication;
  rules: Rules;
  place: Place;
  /** Sunday of the people. */
  week: Day;
  /** Sundays of the 28-day numbers, and of the 7-day ones. */
  windowEnd: Day;
  weeklyEnd: Day;
}

type At = Omit<Where, 'windowEnd' | 'weeklyEnd'>;

/**
 * The Sundays to read, at most four weeks back: the newest ones that tell how managers stand to the others. Of 28 days one
 * at which all their levels are published too goes before; where none tells anything, the week itself.
 */
export function endsOf(at: At, levels: readonly string[]): Pick<Where, 'windowEnd' | 'weeklyEnd'> {
  // A count so wide that no share is made of it is no figure either.
  const tells = (end: Day, key: 'K51' | 'K51.weekly') =>
    outcome({ ...at, windowEnd: end, weeklyEnd: end }, key, 'managers').shown === 'value';
  const isPublished = (end: Day, level: string) =>
    at.publication.count([at.place.key], end, level, 28, 'daily') !== null;
  const newest = lastTold(at.week, (end) => tells(end, 'K51'));
  // Levels of fewer than 200 people speak at block ends only: all are read there, or they could not be compared.
  const all = lastTold(at.week, (end) => tells(end, 'K51') && levels.every((level) => isPublished(end, level)));
  const hasAll = tells(all, 'K51');
  return { windowEnd: hasAll ? all : newest, weeklyEnd: lastTold(at.week, (end) => tells(end, 'K51.weekly')) };
}

/** One level of managers (or all, `managers`), with their gap to everyone of the place who manages nobody. */
export function levelRow(where: Where, population: string): LevelRow {
  const at = (key: IndicatorKey) => outcome(where, key, population);
  const [daily, weekly, posting] = [at('K50'), at('K50.weekly'), at('K50.posting')];
  const people = peopleOf(where, population);
  return {
    ...{
      key: population,
      levels: population === 'managers' ? [] : levelsIn(population),
      people,
      daily,
      weekly,
      posting,
    },
    gaps: { daily: gapOf(at('K51')), weekly: gapOf(at('K51.weekly')), posting: gapOf(at('K51.posting')) },
    tooFew: daily.shown !== 'value' && weekly.shown !== 'value' && posting.shown !== 'value',
  };
}

/** Everyone of the place who manages nobody. */
export function othersOf(where: Where): Shares {
  const over = (days: 7 | 28, measure: 'daily' | 'active' | 'contributed') =>
    presence(
      readingAt(
        where.publication,
        where.rules,
        sliceOf(where, 'others'),
        days === 7 ? where.weeklyEnd : where.windowEnd,
        days,
        'others',
      ),
      measure,
    );
  return {
    people: peopleOf(where, 'others'),
    daily: over(28, 'daily'),
    weekly: over(7, 'active'),
    posting: over(28, 'contributed'),
  };
}

/** Managers among all people of a place, 0 to 1, both read by their centres; null where one count is not published. */
export function managersShare(managers: Pick<Shares, 'people'>, others: Pick<Shares, 'people'>): number | null {
  if (!managers.people || !others.people) return null;
  const everyone = centreOf(managers.people) + centreOf(others.people);
  return everyone > 0 ? centreOf(managers.people) / everyone : null;
}

const sliceOf = ({ place }: Where, population: string): Slice => ({
  slice: place.key,
  population,
  places: () => [place.key],
});

function outcome(where: Where, key: IndicatorKey, population: string): Outcome {
  const weekly = key.endsWith('.weekly');
  const end = weekly ? where.weeklyEnd : where.windowEnd;
  return outcomeAt(where.publication, where.rules, key, sliceOf(where, population), end, weekly ? 7 : 28);
}

const peopleOf = (where: Where, population: string) =>
  readingAt(where.publication, where.rules, sliceOf(where, population), where.week, null, population).state('people');

function gapOf({ shown, value, low, high, numerator, denominator, against }: Outcome): Gap | null {
  if (shown !== 'value' || !numerator || !denominator || !against) return null;
  return { points: { value: value!, low: low!, high: high! }, ratio: ratioOver({ numerator, denominator }, against) };
}

type Parts = Pick<Outcome, 'numerator' | 'denominator'>;

/** Whether a figure is published between ends too far apart for a finding; one that is not published is not. */
export const isImprecise = ({ numerator, denominator }: Parts): boolean =>
  numerator !== null && denominator !== null && isTooWide({ numerator, denominator });

const isExact = ({ numerator }: Parts): boolean => numerator === null || numerator.low === numerator.high;

type Read = Pick<Outcome, 'numerator' | 'denominator' | 'value' | 'low' | 'high' | 'n' | 'shown'>;

/**
 * On which side of the others a group stands, by the rule of the diagnostic (E3): where both figures are precise and
 * their intervals apart. Null where they overlap, or one is not told.
 */
export function leadOver(own: Read, others: Read): 'above' | 'below' | null {
  if (own.shown !== 'value' || others.shown !== 'value' || isImprecise(own) || isImprecise(others)) return null;
  if (!others.numerator || !others.denominator) return null;
  const against = { numerator: others.numerator, denominator: others.denominator };
  const { light } = held({ ...own, against }, limits.managerGap);
  return light === 'green' ? 'above' : light === 'red' ? 'below' : null;
}

/** Of the weeks in which both are told (`periodEnd`), those in which one stands apart from the other. */
export function leadWeeks(
  own: readonly (Read & { periodEnd: Day })[],
  others: readonly (Read & { periodEnd: Day })[],
): { above: number; below: number; of: number } {
  const byWeek = new Map(others.map((row) => [row.periodEnd, row]));
  const both = own.flatMap((row) => {
    const other = byWeek.get(row.periodEnd);
    return other && row.shown === 'value' && other.shown === 'value' ? [leadOver(row, other)] : [];
  });
  const on = (side: 'above' | 'below') => both.filter((one) => one === side).length;
  return { above: on('above'), below: on('below'), of: both.length };
}

/** Managers stand out only where they do in the diagnostic, and set an example only where enough of them do. */
export function exemplaritySentence(overall: LevelRow | null, others: Shares | null, hasAbove: boolean): Sentence {
  if (!overall || !others) return sentence('exemplarity.unpublished', {});
  const gap = overall.gaps.daily?.points;
  if (!gap || overall.daily.value === null || others.daily.value === null)
    return hasAbove ? sentence('exemplarity.too_few', {}) : sentence('exemplarity.untold', {});
  if (isImprecise(overall.daily) || isImprecise(others.daily)) return sentence('exemplarity.imprecise', {});
  const about: 0 | 1 = isExact(overall.daily) && isExact(others.daily) ? 0 : 1;
  const params = { managers: overall.daily.value, others: others.daily.value, points: gap.value, about };
  const lead = leadOver(overall.daily, others.daily);
  if (lead !== 'above') return sentence(lead === 'below' ? 'exemplarity.lags' : 'exemplarity.even', params);
  const { light } = held(overall.daily, limits.dailyManagers);
  if (light === 'green') return sentence('exemplarity.leads', params);
  const wanted = limits.dailyManagers.green;
  const isShort = overall.daily.high !== null && overall.daily.high < wanted;
  return sentence(isShort ? 'exemplarity.leads_short' : 'exemplarity.leads_unsure', { ...params, wanted });
}
