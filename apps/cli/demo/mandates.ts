import { Dice } from './dice.js';
import { gather } from './gather.js';
import { inventName } from './names.js';
import { mainAnimator, postingOn, type Entity, type Mandate, type Person, type Plan } from './organisation.js';
import { type DemoFrame } from './scenario.js';
import { cast } from './stories.js';

/** Ambassadors are named this long before their entity opens. */
const PREPARATION = 21;

/** Ambassadors, sponsors and community managers. Those who hold a mandate get a name. */
export function giveMandates(plan: Plan, people: readonly Person[], frame: DemoFrame): Mandate[] {
  const dice = new Dice(frame.seed, 'mandates');
  const mandates = [...sponsors(plan, people, frame), ...communityManagers(plan, people, frame)];
  const taken = new Set(mandates.map((mandate) => mandate.person));
  const employees = gather(
    people.filter((person) => !person.bot && person.level >= 4),
    (person) => person.postings[0]?.entity ?? -1,
  );
  const waves = new Map(plan.waves.map((wave) => [wave.id, wave]));
  for (const entity of plan.entities) {
    const opening = waves.get(entity.wave ?? '')?.actualStart ?? null;
    const dense = dice.share();
    if (entity.size === 0 || opening === null || entity.id === cast[frame.scenario].withoutAmbassador) continue;
    // A few small sites have nobody either: the coverage page must show gaps of every size.
    if (entity.size < 12 && dense < 0.4) continue;
    const coverage = frame.scenario === 'cnam' ? 0.02 + 0.07 * dense : 0.07 + 0.13 * dense;
    const seats = Math.max(1, Math.round(entity.size * coverage));
    const candidates = dice.shuffled((employees.get(entity.index) ?? []).filter((person) => !taken.has(person.index)));
    for (let seat = 0; seat < seats; seat++) mandates.push(...termsOf(entity, opening, candidates, dice, frame));
  }
  for (const mandate of mandates) {
    const person = people[mandate.person];
    if (person && !person.name) person.name = inventName(dice);
  }
  return mandates;
}

/** Successive terms in one seat: three to six months, now and then one that nobody ended. */
function termsOf(entity: Entity, opening: number, candidates: Person[], dice: Dice, frame: DemoFrame): Mandate[] {
  const terms: Mandate[] = [];
  let from = opening - PREPARATION + dice.between(0, 14);
  while (from < frame.last) {
    const start = from;
    const next = candidates.findIndex((person) => postingOn(person, start)?.entity === entity.index);
    const person = next < 0 ? undefined : candidates.splice(next, 1)[0];
    const posting = person && postingOn(person, start);
    if (!person || !posting) break;
    const endless = dice.chance(0.06);
    const length = endless ? 4000 : dice.chance(0.06) ? dice.between(200, 320) : dice.between(92, 182);
    const to = Math.min(from + length, posting.to);
    terms.push({
      person: person.index,
      role: 'ambassador',
      entity: entity.index,
      from,
      to: to > frame.last + 200 ? Infinity : to,
    });
    if (!dice.chance(0.92)) break;
    from = to + dice.between(0, 21);
  }
  return terms;
}

/** The head sponsors the whole, a director each zone from four weeks before its first opening. */
function sponsors(plan: Plan, people: readonly Person[], frame: DemoFrame): Mandate[] {
  const root = plan.entities[0];
  const head = people.find((person) => person.level === 0);
  const found: Mandate[] = [];
  if (root && head)
    found.push({ person: head.index, role: 'sponsor', entity: root.index, from: frame.first - 14, to: Infinity });
  const starts = new Map(plan.waves.map((wave) => [wave.id, wave.actualStart ?? wave.plannedStart]));
  for (const [zone, entities] of gather(plan.entities, (entity) => entity.zone)) {
    const top = entities[0];
    if (!zone || !top) continue;
    const inside = new Set(entities.map((entity) => entity.index));
    const director = people.find((person) => person.level === 1 && inside.has(person.postings[0]?.entity ?? -1));
    const first = Math.min(...entities.map((entity) => starts.get(entity.wave ?? '') ?? Infinity));
    if (!director || first === Infinity) continue;
    found.push({ person: director.index, role: 'sponsor', entity: top.index, from: first - 28, to: Infinity });
  }
  return found;
}

/** One for the whole from the first day, then one in each zone when it begins. */
function communityManagers(plan: Plan, people: readonly Person[], frame: DemoFrame): Mandate[] {
  const steady = people.filter((person) => person.level === 5 && !person.bot && person.postings.length === 1);
  const stays = steady.filter((person) => person.postings[0]?.to === Infinity && person.postings[0].from < frame.first);
  const byZone = gather(stays, (person) => plan.entities[person.postings[0]?.entity ?? -1]?.zone ?? '');
  const main = mainAnimator(plan, people, frame.first);
  const found: Mandate[] = [];
  if (main)
    found.push({ person: main.index, role: 'community_manager', entity: 0, from: frame.first - 7, to: Infinity });
  for (const [zone, inside] of byZone) {
    const person = inside.find((candidate) => candidate !== main && candidate.invited <= frame.last);
    const top = plan.entities.find((entity) => entity.zone === zone);
    if (!person || !top || !zone) continue;
    found.push({
      person: person.index,
      role: 'community_manager',
      entity: top.index,
      from: person.invited,
      to: Infinity,
    });
  }
  return found;
}
