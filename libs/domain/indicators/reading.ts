import { type ExchangeMeasure } from '../communities/exchange-measures.js';
import { type Window } from '../calendar/windows.js';
import { type PublishedLag } from '../lags/lag-histogram.js';
import { type Interval, less, overlap } from '../statistics/interval.js';
import { type Base } from './base.js';
import { type Persona } from './personas.js';

/** People that rates divide by, or that a rollout is to reach. */
/** Declared of everyone: who is in the plan, whose wave has opened, who was invited. */
export type Group = 'invited' | 'planned' | 'opened';

/** Reached by that Sunday by the people of its roster. The first four are declared, hence exact. */
export type StateMeasure =
  | 'people'
  | 'planned'
  | 'opened'
  | 'ambassadors'
  | 'invited'
  | 'activated'
  | 'connected'
  | 'engaged'
  | ReachMeasure;

/** Declared of everyone: `strangers` weighs each person by the share of all others who belong to another entity. */
export type ReachMeasure =
  | 'strangers'
  | 'in_term'
  | 'entity_served'
  | 'site_known'
  | 'site_served'
  | 'trade_known'
  | 'trade_served';

/** Interactions across entities and within, and relationships in both directions and in one, of everyone over 91 days. */
export type NetworkMeasure = 'crossing' | 'internal' | 'two_way' | 'one_way';

/** People over 91 days, at block ends: active, reached by ambassadors, reachable with additions made of candidates. */
export type RelayMeasure =
  | 'relay_active'
  | 'relay_reached'
  | 'relay_reachable'
  | 'relay_candidates'
  | 'relay_additions';

/** People of the roster who did it during the window. */
type PeopleMeasure =
  | 'login'
  | 'act'
  | 'active'
  | 'engaged'
  | 'interactive'
  | 'posted'
  | 'contributed'
  | 'daily'
  | 'due14'
  | 'activated14'
  | 'attended'
  | 'targeted'
  | 'seen'
  | 'exposed'
  | 'used'
  | 'novice'
  | 'habitual'
  | 'power'
  | 'engaged_days'
  | 'due_return'
  | 'returned';

/** Person-days, acts and interactions: no number of people bounds them (28 days only). */
type VolumeMeasure =
  | 'login_days'
  | 'login_exposure'
  | 'exposed_days'
  | 'exposed_active_days'
  | 'interactions'
  | 'received'
  | 'acts';

/** Parts of a whole that is published beside them: personas, people by interactions, hours of the week. */
export type BinMeasure = `b${number}` | `h${number}`;
type PartMeasure = Persona | BinMeasure;

export type WindowMeasure =
  | PeopleMeasure
  | VolumeMeasure
  | NetworkMeasure
  | RelayMeasure
  | ExchangeMeasure
  | PartMeasure;

export interface Counted {
  /** Null = not published for that population. `frame` tells the state of Sunday from the window that is read. */
  count(
    population: string,
    frame: 'state' | 'window',
    measure: StateMeasure | WindowMeasure,
    /** Another window than the one that is read. */
    days?: Window,
  ): Interval | null;
  /** Those of everyone's declared group, as far as other places bound them; absent where all is counted. */
  bound?(group: Group, frame: 'state' | 'window', measure: StateMeasure | WindowMeasure): Interval | null;
  base: Base;
  /** Fewest people of whom a rate is shown. */
  k: number;
  window: Window | null;
  /** People whom the plan had activated by that Sunday; null without a plan or before it begins. */
  plan?: number | null;
  /** People who arrived in a week, and those of them active in the week that is read (K11). */
  cohort?: { people: Interval; active: Interval } | null;
  /** People by how long something took them; null = not published. */
  lags?: readonly PublishedLag[] | null;
}

/** The counts of one population in one place and week, which is all an indicator sees. */
export class Reading {
  constructor(
    readonly population: string,
    private readonly counted: Counted,
  ) {}

  get window(): Window | null {
    return this.counted.window;
  }
  get base(): Base {
    return this.counted.base;
  }
  get k(): number {
    return this.counted.k;
  }
  get plan(): number | null {
    return this.counted.plan ?? null;
  }
  get cohort(): { people: Interval; active: Interval } | null {
    return this.counted.cohort ?? null;
  }
  get lags(): readonly PublishedLag[] | null {
    return this.counted.lags ?? null;
  }

  /** Another population at the same place and time. */
  of(population: string): Reading {
    return new Reading(population, this.counted);
  }

  state(measure: StateMeasure): Interval | null {
    return this.count('state', measure);
  }

  /**
   * Those of this population who are also invited, planned or of opened waves. Published for everyone only; the
   * operator's door counts them for any population.
   */
  among(group: Group): Reading {
    return this.of(this.population === 'everyone' ? group : `${this.population} & ${group}`);
  }

  /** People of a group who reached a state; where that is not published apart, as many as other counts leave possible. */
  stateWithin(group: 'planned' | 'opened', measure: StateMeasure): Interval | null {
    const within = this.among(group).state(measure);
    if (within) return within;
    return this.state(group) ? this.leftOf(group, 'state', measure) : this.state(measure);
  }

  /** People of a group who did something during the window, in the same way. */
  duringWithin(group: Group, measure: WindowMeasure): Interval | null {
    return this.among(group).during(measure) ?? this.leftOf(group, 'window', measure);
  }

  private leftOf(group: Group, frame: 'state' | 'window', measure: StateMeasure | WindowMeasure): Interval | null {
    const bound = this.population === 'everyone' ? this.counted.bound?.(group, frame, measure) : null;
    return bound ?? overlap(this.count(frame, measure), this.state(group), this.state('people'));
  }

  /** `days`: over another window than the one that is read; the indicator names it in `alsoWindows`. */
  during(measure: WindowMeasure, days?: Window): Interval | null {
    return this.count('window', measure, days);
  }

  private count(frame: 'state' | 'window', measure: StateMeasure | WindowMeasure, days?: Window): Interval | null {
    const count = (population: string) => this.counted.count(population, frame, measure, days);
    // Those who manage nobody, where they are not published themselves, are what managers leave of everyone.
    if (this.population === 'others') return count('others') ?? less(count('everyone'), count('managers'));
    return count(this.population);
  }
}
