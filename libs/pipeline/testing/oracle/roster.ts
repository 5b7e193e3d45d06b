import { plus } from './days.js';
import { kept } from './kept.js';
import {
  type Actor,
  actorsOf,
  countryOn,
  daysOf,
  didWithin,
  firstTime,
  parentOn,
  stayOn,
  upwards,
  workedDays,
} from './states.js';
import { type Wave, type World } from './world.js';

/** One person of the roster of a Sunday with everything that formulas ask. Days lie in the window that ends there. */
export interface Member {
  actor: Actor;
  /** Null for those whom the directory does not know. */
  entities: string[];
  waves: Wave[];
  manages: boolean;
  level: number | null;
  ambassador: boolean;
  invited: boolean;
  activated: boolean;
  connected: boolean;
  engaged: boolean;
}

/** The directory as of a Sunday, and the people seen acting outside of it. */
export const rosterOf = kept((world: World, sunday: string): { members: Member[]; outside: Member[] } => {
  const actors = actorsOf(world);
  const present = actors.filter(({ person }) => person && stayOn(person, sunday));
  const bosses = new Map(present.map(({ person }) => [person!.key, stayOn(person!, sunday)!.boss]));
  const reports = (key: string) => [...bosses].some(([who, boss]) => boss === key && who !== key);
  const hasBoss = (key: string) => bosses.get(key) !== key && bosses.has(bosses.get(key) ?? '');
  const stateOf = (actor: Actor) => ({
    actor,
    invited: actor.invited !== null && actor.invited.day <= sunday,
    activated: firstTime(actor, 'active', sunday) !== null,
    connected: firstTime(actor, 'login', sunday) !== null,
    engaged: firstTime(actor, 'engaged', sunday) !== null,
  });
  const members = present.map((actor): Member => {
    const { key } = actor.person!;
    const { entity, level, manages } = stayOn(actor.person!, sunday)!;
    const above = upwards(world, entity, sunday).map((one) => one.key);
    return {
      ...stateOf(actor),
      entities: above,
      waves: wavesOf(world, key, above),
      manages: reports(key) || manages === true,
      // Alone one is at the top of nothing.
      level: level ?? (reports(key) || hasBoss(key) ? steps(key, bosses) : null),
      ambassador: world.mandates.some(
        ({ person, from, to }) => person === key && from <= sunday && (to === '' || sunday < to),
      ),
    };
  });
  const outside = actors
    .filter(({ person }) => person === null)
    .map((actor): Member => {
      const nowhere = { entities: [], waves: [], manages: false, level: null, ambassador: false };
      return { ...stateOf(actor), ...nowhere };
    })
    .filter(({ activated }) => activated);
  return { members, outside };
});

/**
 * Whether an entity has nobody of its own that Sunday, but entities below it; or nobody at all, and is of another wave than
 * what is above it, with which it is published.
 */
export function hasEmptyNode(world: World, sunday: string): boolean {
  const { members } = rosterOf(world, sunday);
  const waveOf = (entity: string | null) =>
    upwards(world, entity, sunday).flatMap(
      ({ key }) => world.waves.find(({ entities }) => entities.includes(key)) ?? [],
    )[0];
  return world.entities.some((entity) => {
    if (members.some(({ entities }) => entities[0] === entity.key)) return false;
    const holdsOthers = world.entities.some((one) => parentOn(world, one, sunday) === entity.key);
    return holdsOthers || waveOf(entity.key) !== waveOf(parentOn(world, entity, sunday));
  });
}

/** Distance from the top among those present. */
function steps(key: string, bosses: ReadonlyMap<string, string | null>): number | null {
  let at = key;
  for (let level = 0; level < 50; level++) {
    const boss = bosses.get(at);
    if (!boss || boss === at || !bosses.has(boss)) return level;
    at = boss;
  }
  return null;
}

/** By the nearest entity that is in one, and by name. */
function wavesOf({ waves }: World, person: string, above: readonly string[]): Wave[] {
  const nearest = above.find((entity) => waves.some(({ entities }) => entities.includes(entity)));
  return waves.filter(
    ({ entities, people }) => (nearest !== undefined && entities.includes(nearest)) || people.includes(person),
  );
}

/** What one member did in the window that ends on a Sunday. */
export class Window {
  private readonly from: string;

  constructor(
    private readonly world: World,
    readonly sunday: string,
    readonly days: number,
  ) {
    this.from = plus(sunday, 1 - days);
  }

  did = ({ actor }: Member, act: Parameters<typeof didWithin>[1]): boolean =>
    didWithin(actor, act, this.from, this.sunday);

  /** Active on at least four fifths of the working days on which they were exposed. */
  daily = (member: Member): boolean => {
    const exposed = this.workingDays(member).filter((day) => stayOn(member.actor.person!, day) !== null);
    const days = exposed.filter((day) => didWithin(member.actor, 'active', day, day)).length;
    return exposed.length > 0 && days * 5 >= exposed.length * 4;
  };

  /** Invited so long ago that the fourteenth day after lies in the window, and there on that day. */
  due = ({ actor: { invited, person } }: Member): boolean => {
    if (!invited) return false;
    const due = plus(invited.day, 14);
    return this.from <= due && due <= this.sunday && stayOn(person!, due) !== null;
  };

  inTime = ({ actor }: Member): boolean => {
    const activated = firstTime(actor, 'active', this.sunday);
    const limit = Date.parse(actor.invited!.at) + 14 * 24 * 3_600_000;
    return activated !== null && Date.parse(activated) < limit;
  };

  loginDays = (member: Member): number =>
    daysOf(member.actor, 'login', this.from, this.sunday, countryOn(this.world, member.entities[0]!, this.sunday));

  workingDays = (member: Member): string[] =>
    workedDays(this.from, this.sunday, countryOn(this.world, member.entities[0]!, this.sunday));
}
