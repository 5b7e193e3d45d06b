import { plus } from './days.js';
import { kept } from './kept.js';
import { type Member } from './roster.js';
import { type Actor, acts, actorsOf, countryOn, type Dated, firstTime, stayOn, workedDays } from './states.js';
import { type World } from './world.js';

const within = ({ day }: Dated, sunday: string, days: number) => plus(sunday, -days) < day && day <= sunday;
const amount = (deeds: readonly Dated[]) => deeds.reduce((sum, { quantity }) => sum + quantity, 0);

/** Day of the first act or login; null before it. */
const activatedOn = (actor: Actor, sunday: string): string | null =>
  actor.did
    .filter(({ kind, day }) => day <= sunday && acts.active(kind))
    .sort((a, b) => (new Date(a.at) < new Date(b.at) ? -1 : 1))[0]?.day ?? null;

type Segment = 'power' | 'regular' | 'novice' | 'low' | 'none';

/** K12: the segment of somebody activated and known since the window began; null of anybody else. */
export const segmentOf = ({ actor }: Member, sunday: string, days: 28 | 84): Segment | null =>
  days === 28 ? segment28(actor, sunday) : segment84(actor, sunday);

const segment28 = kept((actor: Actor, sunday: string) => segmentOver(actor, sunday, 28));
const segment84 = kept((actor: Actor, sunday: string) => segmentOver(actor, sunday, 84));

function segmentOver(actor: Actor, sunday: string, days: 28 | 84): Segment | null {
  const activated = activatedOn(actor, sunday);
  const joined = actor.person!.stays.map(({ from }) => from).sort()[0]!;
  const first = plus(sunday, 1 - days);
  if (activated === null || activated > first || joined > first) return null;
  const weeks = Array.from({ length: days / 7 }, (_, back) =>
    amount(actor.did.filter((deed) => acts.act(deed.kind) && within(deed, plus(sunday, -7 * back), 7))),
  );
  const mean = weeks.reduce((sum, acts) => sum + acts, 0) / weeks.length;
  if (weeks.filter((acts) => acts > 0).length >= (days === 84 ? 9 : 4)) return mean >= 15 ? 'power' : 'regular';
  return mean >= 1 ? 'novice' : mean > 0 ? 'low' : 'none';
}

export const activeDays = ({ actor }: Member, sunday: string): number =>
  new Set(actor.did.filter((deed) => within(deed, sunday, 28) && acts.active(deed.kind)).map(({ day }) => day)).size;

const interactive = ['post', 'comment', 'reaction', 'mention'];
export const interactionsOf = ({ actor }: Member, sunday: string): number =>
  amount(actor.did.filter((deed) => within(deed, sunday, 28) && interactive.includes(deed.kind)));

/** Replies and reactions of others. */
export function receivedBy(world: World, { actor }: Member, sunday: string, days: number): number {
  const others = actorsOf(world).filter((other) => other !== actor);
  const got = others.flatMap(({ did }) =>
    did.filter(({ kind, to }) => to === actor.name && ['comment', 'reaction'].includes(kind)),
  );
  return amount(got.filter((deed) => within(deed, sunday, days)));
}

type Persona = 'engager' | 'catalyst' | 'responder' | 'broadcaster' | 'observer';

/** K23 over 91 days. */
export function personaOf(world: World, member: Member, sunday: string): Persona {
  const own = member.actor.did.filter((deed) => within(deed, sunday, 91));
  const gave = (kind: string) => amount(own.filter((deed) => deed.kind === kind));
  const given = gave('post') + gave('comment') + gave('reaction');
  if (given < 3) return 'observer';
  const received = receivedBy(world, member, sunday, 91);
  const balance = received / (given + received);
  if (balance > 0.65) return 'catalyst';
  if (balance >= 0.35) return 'engager';
  return gave('post') > gave('comment') ? 'broadcaster' : 'responder';
}

/** K28: whether the fourteenth day after the first login lies in the window and was spent here, and who was back by then. */
export function returnOf({ actor }: Member, sunday: string, days: number): 'due' | 'returned' | null {
  const at = firstTime(actor, 'login', sunday);
  const first =
    at === null ? null : actor.did.find((deed) => Date.parse(deed.at) === Date.parse(at) && deed.kind === 'login')!.day;
  if (first === null) return null;
  const due = plus(first, 14);
  if (due > sunday || due <= plus(sunday, -days) || stayOn(actor.person!, due) === null) return null;
  return actor.did.some(({ kind, day }) => acts.active(kind) && first < day && day <= due) ? 'returned' : 'due';
}

/** K05b: working days in the places of a slice since the invitation, or the activation of whoever has none, and those on which people were active. */
export function exposure(world: World, sunday: string, isIn: (entity: string) => boolean) {
  const here = exposedDays(world, sunday).filter(({ entity }) => isIn(entity));
  return { active: here.filter(({ active }) => active).length, days: here.length };
}

const exposedDays = kept((world: World, sunday: string) => {
  const found: { entity: string; active: boolean }[] = [];
  for (const actor of actorsOf(world)) {
    if (actor.person === null) continue;
    const since = [actor.invited?.day, activatedOn(actor, sunday)].find((day) => day && day <= sunday);
    if (!since) continue;
    for (let day = plus(sunday, -27); day <= sunday; day = plus(day, 1)) {
      const entity = day >= since ? stayOn(actor.person, day)?.entity : undefined;
      if (!entity || workedDays(day, day, countryOn(world, entity, sunday)).length === 0) continue;
      found.push({ entity, active: actor.did.some((deed) => deed.day === day && acts.active(deed.kind)) });
    }
  }
  return found;
});

/** K25: by where people stood on the day. */
export const actsIn = (world: World, sunday: string, isIn: (entity: string) => boolean): number =>
  amount(
    actorsOf(world).flatMap(({ person, did }) =>
      did.filter((deed) => {
        const entity = person && stayOn(person, deed.at.slice(0, 10))?.entity;
        return within(deed, sunday, 28) && acts.act(deed.kind) && entity && isIn(entity);
      }),
    ),
  );
