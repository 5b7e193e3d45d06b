import { mondayOf, plus } from './days.js';
import { kept } from './kept.js';
import { type Member, rosterOf } from './roster.js';
import { acts, type Actor, actorsOf, stayOn } from './states.js';
import { type World } from './world.js';

/** What somebody addressed to somebody else, both known to be people, with the entities of the day. */
interface Tie {
  day: string;
  source: Actor;
  target: Actor;
  amount: number;
  from: string;
  to: string;
}

const placeOf = ({ person }: Actor, day: string, sunday: string): string | undefined =>
  person ? (stayOn(person, day) ?? stayOn(person, sunday))?.entity : undefined;

/** Replies, reactions and mentions of 91 days. Without an entity on the day that of the Sunday holds, or none. */
export const tiesOf = kept((world: World, sunday: string): Tie[] => {
  const actors = actorsOf(world);
  return actors.flatMap((source) =>
    source.did.flatMap(({ kind, to, day, quantity }): Tie[] => {
      if (!['comment', 'reaction', 'mention'].includes(kind) || day <= plus(sunday, -91) || day > sunday) return [];
      const target = actors.find(({ name }) => name === to);
      if (!target || target === source) return [];
      const [from, into] = [placeOf(source, day, sunday), placeOf(target, day, sunday)];
      return from && into ? [{ day, source, target, amount: quantity, from, to: into }] : [];
    }),
  );
});

/** Interactions of the people of a place, by whether they leave the entity. */
export function crossing(world: World, sunday: string, isIn: (entity: string) => boolean) {
  const own = tiesOf(world, sunday).filter(({ from }) => isIn(from));
  const sum = (ties: Tie[]) => ties.reduce((total, { amount }) => total + amount, 0);
  return { external: sum(own.filter(({ from, to }) => from !== to)), all: sum(own) };
}

/** Relationships, seen from each person: where they are on the Sunday, or were when last seen. */
export function relationships(world: World, sunday: string, isIn: (entity: string) => boolean) {
  const ties = tiesOf(world, sunday);
  const did = (one: Actor, other: Actor) => ties.some(({ source, target }) => source === one && target === other);
  const homeOf = (who: Actor) => {
    const here = who.person && stayOn(who.person, sunday)?.entity;
    if (here) return here;
    const last = ties
      .filter(({ source, target }) => source === who || target === who)
      .sort((a, b) => (a.day < b.day ? -1 : 1))
      .at(-1)!;
    return last.source === who ? last.from : last.to;
  };
  const people = [...new Set(ties.flatMap(({ source, target }) => [source, target]))];
  let [both, any] = [0, 0];
  for (const one of people) {
    if (!isIn(homeOf(one))) continue;
    for (const other of people) {
      if (one === other || (!did(one, other) && !did(other, one))) continue;
      any++;
      if (did(one, other) && did(other, one)) both++;
    }
  }
  return { both, any };
}

/** If everybody addressed anybody: the share of all people who belong to another entity, on average over some. */
export function expectedCrossing(world: World, sunday: string, members: readonly Member[]): number {
  const all = rosterOf(world, sunday).members;
  const others = (member: Member) => all.filter(({ entities }) => entities[0] !== member.entities[0]).length;
  return members.reduce((sum, member) => sum + others(member) / all.length, 0);
}

const planOf = (world: World, sunday: string, entity: string) => plansOf(world, sunday).get(entity)!;
const plansOf = kept(
  (world: World, sunday: string) =>
    new Map(world.entities.map(({ key }) => [key, planFromScratch(world, sunday, key)] as const)),
);

/** K34 of the direct staff of one entity: the greedy plan looked for from scratch at every step. */
function planFromScratch(world: World, sunday: string, entity: string) {
  const staff = rosterOf(world, sunday).members.filter(({ entities }) => entities[0] === entity);
  const ties = tiesOf(world, sunday);
  const weeks = (actor: Actor, days: number, test: (kind: string) => boolean) =>
    new Set(
      actor.did
        .filter(({ day, kind }) => day > plus(sunday, -days) && day <= sunday && test(kind))
        .map(({ day }) => mondayOf(day)),
    ).size;
  const active = staff.filter(({ actor }) => weeks(actor, 91, acts.active) > 0);
  const reach = ({ actor }: Member) =>
    active.filter(
      (other) =>
        other.actor === actor ||
        ties.some(
          ({ source, target }) =>
            (source === actor && target === other.actor) || (target === actor && source === other.actor),
        ),
    );
  const candidates = staff.filter(({ actor, manages, ambassador }) => {
    const groups = actor.did
      .filter(
        ({ day, kind, group }) =>
          day > plus(sunday, -91) && day <= sunday && group !== '' && ['post', 'comment', 'reaction'].includes(kind),
      )
      .map(({ group }) => group);
    const own = ties.filter(({ source, target }) => source === actor || target === actor);
    const responders = new Set(own.filter(({ target }) => target === actor).map(({ source }) => source));
    const isKnown = responders.size >= 10 && new Set(groups).size >= 2 && own.some(({ from, to }) => from !== to);
    return !manages && !ambassador && weeks(actor, 84, acts.act) >= 9 && isKnown;
  });
  const reached = new Set(staff.filter(({ ambassador }) => ambassador).flatMap(reach));
  const before = reached.size;
  const budget = Math.max(1, Math.floor(staff.length * 0.05));
  let additions = 0;
  const left = [...candidates];
  while (additions < budget && reached.size < 0.8 * active.length) {
    const gain = (one: Member) => reach(one).filter((other) => !reached.has(other)).length;
    const best = left.sort((a, b) => gain(b) - gain(a))[0];
    if (!best || gain(best) === 0) break;
    reach(best).forEach((other) => reached.add(other));
    left.splice(left.indexOf(best), 1);
    additions++;
  }
  return { active: active.length, reached: before, reachable: reached.size, candidates: candidates.length, additions };
}

/** Every entity's direct staff is a place of its own. */
export function relayPlans(world: World, sunday: string, isIn: (entity: string) => boolean) {
  const total = { active: 0, reached: 0, reachable: 0, candidates: 0, additions: 0 };
  for (const { key } of world.entities) {
    if (!isIn(key)) continue;
    const plan = planOf(world, sunday, key);
    for (const part of Object.keys(total) as (keyof typeof total)[]) total[part] += plan[part];
  }
  return total;
}
