import { type GovernanceItem, type GovernanceState } from '../declared/governance.js';
import { governanceTexts } from '../declared/governance-texts.js';
import { addDays } from '../calendar/day.js';
import { type IndicatorKey, indicatorOf } from '../indicators/catalogue.js';
import { type Bilingual, type Outcome } from '../indicators/indicator.js';
import { isUnmeasurable } from '../indicators/measurable.js';
import { type Interval } from '../statistics/interval.js';
import { wilsonOver } from '../statistics/wilson.js';
import { type Ask } from './asks.js';
import { type Finding, type ScopeFacts, type Silence } from './finding.js';
import { type Light, lightBetween, type Limit } from './light.js';
import { notMeasured, type NotMeasured } from './not-measured.js';

/** What a signal says; the rest of a finding is the same for all. */
type Said = Partial<Omit<Finding, 'signal' | 'origin' | 'decides'>>;

/** One piece of evidence: where it comes from, what to ask as long as it is missing or bad, and how it is read. */
export interface Signal {
  key: string;
  origin: 'observed' | 'declared';
  title: Bilingual;
  ask: Ask;
  /** The indicator that it reads. */
  indicator?: IndicatorKey;
  /** The item of the checklist that it reads. */
  item?: GovernanceItem;
  /** How its `figures` are told. */
  told?: (figures: Finding['figures']) => Bilingual;
  /** Why no source can give it. */
  because?: Bilingual;
  read: (facts: ScopeFacts) => Said;
}

const nothing: Omit<Finding, 'signal' | 'origin' | 'decides'> = {
  ...{ light: null, silence: null, measured: null, day: null, limit: null },
  ...{ state: null, scope: null, note: null, figures: {} },
};

export const findingOf = (signal: Signal, facts: ScopeFacts, decides: boolean): Finding => ({
  ...{ ...nothing, ...signal.read(facts) },
  ...{ signal: signal.key, origin: signal.origin, decides },
});

export const silent = (silence: Silence): Said => ({ light: 'unknown', silence });

/** Of the organisation as a whole only: below it, the level above is to be read. */
const wholeOnly: readonly IndicatorKey[] = ['K52', 'K53', 'K54', 'K54.first', 'K54.index'];
/** Counted from invitations: without any in the source they are not zero, they are not measured. */
const fromInvitations: readonly IndicatorKey[] = ['K01', 'K02', 'K44'];

/** Counted from declared lists: nobody on any list is a list that nobody keeps, not a zero. */
const isUnlisted = (key: IndicatorKey, { attendanceListed, earlyAmbassadors }: ScopeFacts): boolean =>
  (key.startsWith('K84') && !attendanceListed) || (/^K6[0-3]/.test(key) && earlyAmbassadors === null);

/** A fault is asked about only where it is seen; where the fact is missing, the fact is asked for. */
export function questionOf({ ask }: Pick<Signal, 'ask'>, { silence }: Pick<Finding, 'silence'>): Bilingual {
  if (silence === null) return ask;
  return (silence === 'not_said' ? ask.unlisted : undefined) ?? ask.missing ?? ask;
}

/** A published indicator held against a limit; without one it is told for what it is. `wait`: days since an opening. */
export function observed(key: IndicatorKey, limit: Limit | null, ask: Ask, wait = 0): Signal {
  return {
    ...{ key, origin: 'observed', indicator: key, title: indicatorOf(key).title, ask },
    read: (facts) => {
      if (wait > 0 && facts.openedOn !== null && addDays(facts.openedOn, wait) > facts.day) return silent('too_early');
      if (fromInvitations.includes(key) && facts.base !== null && facts.base !== 'invited')
        return silent('not_measurable');
      if (isUnlisted(key, facts)) return silent('not_said');
      const found = wait > 0 ? facts.settled(key, wait) : facts.observed(key);
      if (!found)
        return silent(facts.kind !== 'organisation' && wholeOnly.includes(key) ? 'see_level_above' : 'not_published');
      return { ...held(found.outcome, limit), day: found.day };
    },
  };
}

/** A figure held against a limit, or why there is none. */
export function held(outcome: Outcome, limit: Limit | null): Said {
  if (outcome.shown !== 'value') return { ...silent(silenceOf(outcome)), measured: outcome };
  const between = endsOf(outcome);
  const light: Light | null = limit && lightBetween(between, limit);
  return { light, silence: light === 'unknown' ? 'crosses' : null, measured: outcome, limit };
}

function silenceOf({ shown, note }: Outcome): Silence {
  if (isUnmeasurable(note)) return 'not_measurable';
  if (note === 'no_official_message') return 'not_said';
  if (shown === 'none') return 'nobody';
  return note === 'see_level_above' ? 'see_level_above' : note === 'too_few_eligible' ? 'too_few' : 'not_published';
}

/**
 * The interval that the figure is told with: chance and what publication leaves open. One group is set apart from
 * another only where their intervals are, as they are drawn beside each other.
 */
function endsOf({ numerator, denominator, against, value, low, high }: Outcome): Interval {
  if (against) {
    const [one, other] = [
      numerator && denominator && wilsonOver(numerator, denominator),
      wilsonOver(against.numerator, against.denominator),
    ];
    if (one && other) return { low: one.low - other.high, high: one.high - other.low };
  }
  return { low: low ?? value ?? 0, high: high ?? value ?? 0 };
}

/** Done or not applicable is good; missing is bad; what nobody said is not known. */
export function stateLight(state: GovernanceState['state'] | null): Light {
  if (state === null) return 'unknown';
  return state === 'missing' ? 'red' : state === 'started' ? 'amber' : 'green';
}

export function declared(item: GovernanceItem): Signal {
  const { title, question } = governanceTexts[item];
  return {
    ...{ key: item, origin: 'declared', item, title, ask: question },
    read: (facts) => saidOf(facts.item(item)) ?? silent('not_said'),
  };
}

/** What somebody said of an item; null where nobody did. */
export function saidOf(said: ReturnType<ScopeFacts['item']>): Said | null {
  if (!said) return null;
  const { state, statedOn, scope, note } = said;
  return { light: stateLight(state), state, day: statedOn, scope, note };
}

/** What the field would look at and no event of today tells: named, never guessed. */
export function unmeasured(key: NotMeasured): Signal {
  const { title, because } = notMeasured[key];
  return { ...{ key, origin: 'observed', title, ask: because, because }, read: () => silent('not_measurable') };
}
