import { type Usage } from '#contract/usage.js';
import { centreOf, type Interval } from '#domain/statistics/interval.js';

type Ladder = NonNullable<Usage['ladder']>;

export interface LadderBar {
  key: 'planned' | Ladder['steps'][number]['key'];
  people: Interval | null;
  /** Why no source tells it. */
  note: Ladder['steps'][number]['note'];
  /** Of the people planned. */
  share: number | null;
  /** Whether the middle of what is published is in a share. */
  isAbout: boolean;
  isAboutPrevious: boolean;
  /** Of the step before; null where one of the two is hidden, or the step is no part of the one before. */
  ofPrevious: number | null;
}

const isBand = (people: Interval | null) => people !== null && people.low < people.high;
const ratio = (part: Interval | null, whole: Interval | null) =>
  part && whole && centreOf(whole) > 0 ? Math.min(1, centreOf(part) / centreOf(whole)) : null;

/** Whoever acts regularly may never have liked or commented: a post is an act, too. */
const apart: readonly LadderBar['key'][] = ['habitual'];

/** Each step beside all who are planned, and beside those of the step before. */
export function ladderBars({ planned, steps }: Ladder): LadderBar[] {
  const first: LadderBar = {
    ...{ key: 'planned', people: planned, note: null, share: 1, ofPrevious: null },
    ...{ isAbout: false, isAboutPrevious: false },
  };
  const others = steps.map(({ key, people, note }, place): LadderBar => {
    const previous = place === 0 ? planned : (steps[place - 1]?.people ?? null);
    const about = { isAbout: isBand(people) || isBand(planned), isAboutPrevious: isBand(people) || isBand(previous) };
    const ofPrevious = apart.includes(key) ? null : ratio(people, previous);
    return { key, people, note, share: ratio(people, planned), ofPrevious, ...about };
  });
  return [first, ...others];
}
