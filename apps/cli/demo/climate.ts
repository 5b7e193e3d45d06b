import { type Entity, type Mandate, type Organisation } from './organisation.js';
import { type DemoFrame } from './scenario.js';
import { cast, stallBegins, webinarLift, webinarWorkedOn } from './stories.js';

/** What a place adds to the habits of its people in one week. */
interface Climate {
  activity: number;
  engagement: number;
}

/** Ambassadors and stories, recomputed each Monday. */
export class Climates {
  private readonly ambassadors: Mandate[];

  constructor(
    private readonly organisation: Organisation,
    private readonly frame: DemoFrame,
  ) {
    this.ambassadors = organisation.mandates.filter((mandate) => mandate.role === 'ambassador');
  }

  /** By entity index. */
  of(week: number, monday: number): { places: Climate[]; ambassadors: Set<number> } {
    const serving = this.ambassadors.filter((mandate) => mandate.from <= monday && monday < mandate.to);
    const seats = new Map<number, number>();
    for (const { entity } of serving) seats.set(entity, (seats.get(entity) ?? 0) + 1);
    const places = this.organisation.entities.map((entity) => {
      const coverage = entity.size === 0 ? 0 : (seats.get(entity.index) ?? 0) / entity.size;
      const told = this.told(entity, week);
      const engagement = entity.engagement * (0.8 + 3.2 * Math.min(coverage, 0.2));
      return { activity: entity.activity * told.activity, engagement: engagement * told.engagement };
    });
    return { places, ambassadors: new Set(serving.map((mandate) => mandate.person)) };
  }

  private told(entity: Entity, week: number): Climate {
    const who = cast[this.frame.scenario];
    const before = this.frame.weeks - week;
    if (entity.id === who.stalled && before <= stallBegins) {
      const left = Math.max(0.06, 0.74 ** (stallBegins - before + 1));
      return { activity: left, engagement: left };
    }
    if (entity.id === who.webinarWorked && before <= webinarWorkedOn) return { activity: webinarLift, engagement: 1.5 };
    if (entity.id === who.withoutAmbassador) return { activity: 0.62, engagement: 0.6 };
    return { activity: 1, engagement: 1 };
  }
}
