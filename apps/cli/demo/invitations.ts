import { Dice } from './dice.js';
import {
  NEVER,
  arrival,
  departure,
  mainAnimator,
  postingOn,
  type Membership,
  type Person,
  type Plan,
  type Wave,
} from './organisation.js';
import { type DemoFrame } from './scenario.js';
import { workday } from './timeline.js';

/** Share of the people taken into a wave of volunteers or of communicators. */
const VOLUNTEERS = 0.03;
const COMMUNICATORS = 600 / 75_000;

/** Of those who let the first weeks pass, the share who come later all the same. */
const LATE_COMERS = 0.25;

/** Chooses the people of the waves that are lists of people. */
export function chooseMembers(plan: Plan, people: readonly Person[], frame: DemoFrame): Membership[] {
  const dice = new Dice(frame.seed, 'memberships');
  const eligible = people.filter((person) => !person.bot && arrival(person) < frame.first);
  const memberships: Membership[] = [];
  for (const wave of plan.waves) {
    const from = wave.actualStart;
    if (!wave.people || from === null) continue;
    const present = eligible.filter((person) => departure(person) > from);
    const opener = mainAnimator(plan, people, frame.first);
    if (opener && from === firstOpening(plan)) memberships.push({ wave: wave.id, person: opener.index, from });
    const listed = chosen(wave, present, plan, dice).filter((person) => person !== opener);
    memberships.push(...listed.map((person) => ({ wave: wave.id, person: person.index, from })));
  }
  return memberships;
}

const firstOpening = (plan: Plan): number => Math.min(...plan.waves.map((wave) => wave.actualStart ?? NEVER));

function chosen(wave: Wave, present: Person[], plan: Plan, dice: Dice): Person[] {
  if (wave.people === 'executives') return present.filter((person) => person.level <= 1);
  const share = wave.people === 'volunteers' ? VOLUNTEERS : COMMUNICATORS;
  const wanted = Math.max(8, Math.round(share * present.length));
  if (wave.people === 'volunteers') {
    const outside = present.filter((person) => {
      const entity = plan.entities[person.postings[0]?.entity ?? -1];
      return person.level > 1 && entity?.wave !== 'W2-PILOTE';
    });
    return dice.shuffled(outside).slice(0, wanted);
  }
  // Communicators come from everywhere: one of each body in turn.
  const every = Math.max(1, Math.floor(present.length / wanted));
  return present.filter((_, position) => position % every === Math.floor(every / 2)).slice(0, wanted);
}

/** Gives everybody the day of their invitation and that of their activation, Infinity where there is none. */
export function inviteAndActivate(
  plan: Plan,
  people: readonly Person[],
  members: readonly Membership[],
  frame: DemoFrame,
): void {
  const dice = new Dice(frame.seed, 'activation');
  const waves = new Map(plan.waves.map((wave) => [wave.id, wave]));
  const opener = mainAnimator(plan, people, frame.first);
  const listed = new Map<number, Membership>();
  for (const member of members) if (!listed.has(member.person)) listed.set(member.person, member);
  for (const person of people) {
    const chances = [dice.share(), dice.share(), dice.exponential(1), dice.exponential(1)] as const;
    if (person.bot) continue;
    let by: Wave | undefined;
    for (const posting of person.postings) {
      const wave = waves.get(plan.entities[posting.entity]?.wave ?? '');
      if (!wave || wave.actualStart === null) continue;
      const day = Math.max(posting.from, wave.actualStart);
      if (day >= posting.to || day >= person.invited) continue;
      person.invited = day;
      by = wave;
    }
    const member = listed.get(person.index);
    if (member && member.from <= person.invited) {
      person.invited = member.from;
      by = waves.get(member.wave);
    }
    if (!by || person.invited > frame.last) {
      person.invited = NEVER;
      continue;
    }
    const keen = person.level <= 3 ? 1.06 : 1;
    const [comes, later, short, long] = chances;
    let lag = NEVER;
    if (person === opener) lag = 0;
    else if (comes < by.activation * keen) lag = Math.floor(short * by.days);
    else if (later < LATE_COMERS) lag = 15 + Math.floor(long * 50);
    const day = lag === NEVER ? NEVER : workday(person.invited + lag);
    person.activated = day <= frame.last && postingOn(person, day) ? day : NEVER;
  }
}
