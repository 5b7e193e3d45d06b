import { type Dice } from './dice.js';
import { type Mandate, type Person } from './organisation.js';
import { type ScenarioName } from './scenario.js';

/** What somebody brings along; rates before place, time and example change them. */
export interface Traits {
  /** Active days a week that one would have if days were endless. */
  presence: number;
  /** Per active day. */
  views: number;
  reactions: number;
  writes: number;
  /** Messages, files, searches. */
  others: number;
  /** Keeps coming once the novelty is gone. */
  habitual: boolean;
}

interface Temper {
  presence: [median: number, spread: number];
  reactions: [median: number, spread: number];
  writes: [median: number, spread: number];
  habit: number;
  /** Share of the managers of levels 0 to 4 who come nearly every day. */
  daily: readonly number[];
}

const tempers: Record<ScenarioName, Temper> = {
  international: {
    presence: [0.82, 1.1],
    reactions: [0.025, 1.5],
    writes: [0.0055, 1.5],
    habit: 0.62,
    daily: [0.4, 0.28, 0.24, 0.5, 0.14],
  },
  cnam: {
    presence: [0.5, 1.15],
    reactions: [0.0055, 1.95],
    writes: [0.0014, 1.9],
    habit: 0.5,
    daily: [0.25, 0.22, 0.2, 0.4, 0.1],
  },
};

const DAILY_PRESENCE = 14;

export function traitsOf(
  people: readonly Person[],
  mandates: readonly Mandate[],
  scenario: ScenarioName,
  dice: Dice,
): Traits[] {
  const temper = tempers[scenario];
  const animators = new Set(
    mandates.filter((mandate) => mandate.role === 'community_manager').map((mandate) => mandate.person),
  );
  const traits = people.map((person): Traits => {
    const manager = person.level < 5;
    const daily = manager && dice.chance(temper.daily[person.level] ?? 0);
    const animator = animators.has(person.index);
    const presence = dice.lognormal(temper.presence[0] * (manager ? 1.5 : 1), temper.presence[1]);
    const reactions = dice.lognormal(temper.reactions[0] * (manager ? 1.6 : 1), temper.reactions[1]);
    const writes = dice.lognormal(temper.writes[0] * (manager ? 1.5 : 1), temper.writes[1]);
    return {
      presence: animator || daily ? DAILY_PRESENCE : presence,
      views: 0.4 + dice.exponential(0.5),
      reactions: animator ? 1.2 : reactions,
      writes: animator ? 0.7 : writes,
      others: Math.min(0.6, dice.lognormal(0.05, 0.9)),
      habitual: animator || daily || dice.chance(temper.habit),
    };
  });
  followExamples(people, traits);
  return traits;
}

/** A team whose manager is often there comes more often, and forms the habit. */
function followExamples(people: readonly Person[], traits: readonly Traits[]): void {
  const presence = traits.map((trait) => trait.presence);
  for (const person of people) {
    const manager = person.postings[0]?.manager;
    const trait = traits[person.index];
    if (manager === null || manager === undefined || !trait || trait.presence >= DAILY_PRESENCE) continue;
    const example = Math.min(1.45, 0.78 + 0.28 * Math.log1p(presence[manager] ?? 0));
    trait.presence *= example;
    trait.reactions *= example;
    trait.writes *= example;
  }
}

/** Novelty carries the first weeks; then habit keeps some and the rest come less and less. */
export function habitOf(trait: Traits, weeksSince: number): number {
  const novelty = Math.exp(-weeksSince / 7);
  return trait.habitual ? 1.05 + 0.15 * Math.min(1, weeksSince / 12) + 0.3 * novelty : 0.34 + 0.95 * novelty;
}
