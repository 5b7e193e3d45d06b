import { plus } from './days.js';
import { segmentOf } from './habit.js';
import { type Member, rosterOf } from './roster.js';
import { number, ofPlaces, share } from './shares.js';
import { type Formula, type SliceOfRoster } from './slice.js';
import { type Action } from './world.js';

function monthsBack(day: string, months: number): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const last = new Date(Date.UTC(year, month - months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 - months, Math.min(date, last))).toISOString().slice(0, 10);
}

function inTerm({ world, sunday }: SliceOfRoster, member: Member): boolean {
  return world.mandates.some(
    ({ person, from, to }) =>
      person === member.actor.name &&
      (to === '' || sunday < to) &&
      monthsBack(sunday, 6) <= from &&
      from <= monthsBack(sunday, 3),
  );
}

/** People of whom something is known, and none of those who share it is an ambassador. */
const unserved = (of: (member: Member) => string): Formula =>
  ofPlaces(({ world, members, sunday }) => {
    const served = new Set(
      rosterOf(world, sunday)
        .members.filter(({ ambassador }) => ambassador)
        .map(of),
    );
    return share(
      members.filter((member) => of(member) !== ''),
      (member) => !served.has(of(member)),
    );
  });

const attended =
  (who: (member: Member) => boolean): Formula =>
  ({ world, members, sunday, days }) => {
    const came = world.actions.filter(({ starts }) => plus(sunday, -days) < starts && starts <= sunday);
    const own = members.filter(who);
    const opened = own.filter(({ waves }) => waves.some(({ opened }) => opened !== null && opened <= sunday));
    return share(opened.length > 0 ? opened : own, ({ actor }) =>
      came.some(({ people }) => people.includes(actor.name)),
    );
  };

const isAddressed = ({ sunday }: SliceOfRoster, { audience, entities }: Action, member: Member): boolean => {
  if (entities.length > 0 && !entities.some((key) => member.entities.includes(key))) return false;
  if (audience === 'managers') return member.manages;
  if (audience === 'ambassadors') return member.ambassador;
  const joined = member.actor.person!.stays.map(({ from }) => from).sort()[0]!;
  return audience === 'everyone' || joined > plus(sunday, -91);
};

/** What somebody did about a message that another wrote. */
const saw = ({ sunday, days }: SliceOfRoster, message: string, { actor }: Member): boolean => {
  const isOwn = (kind: string, object: string) => kind === 'post' && object === message;
  if (actor.did.some(({ kind, object, day }) => isOwn(kind, object) && day <= sunday)) return false;
  return actor.did.some(
    ({ kind, object, parent, day }) =>
      ['view', 'reaction', 'comment', 'share', 'post'].includes(kind) &&
      [object, parent].includes(message) &&
      plus(sunday, -days) < day &&
      day <= sunday,
  );
};

function reached(slice: SliceOfRoster) {
  const { world, members, sunday, days } = slice;
  const messages = world.actions.filter(({ starts }) => plus(sunday, -days) < starts && starts <= sunday);
  const official = messages.filter(({ kind, launches }) => kind !== 'training' && launches !== null);
  const told = (member: Member) => official.filter((message) => isAddressed(slice, message, member));
  return share(
    members.filter((member) => told(member).length > 0),
    (member) => told(member).some(({ launches }) => saw(slice, launches!, member)),
  );
}

/** Ambassadors, and what is organised for people. */
export const supportFormulas: Record<string, Formula> = {
  K60: ({ members }) => share(members, ({ ambassador }) => ambassador),
  K61: ofPlaces((slice) =>
    share(
      slice.members.filter(({ ambassador }) => ambassador),
      (member) => inTerm(slice, member),
    ),
  ),
  // Of places: of the managers of a level nobody asks whether they are ambassadors in regular use.
  K62: ({ by, members, sunday, days }) =>
    by === 'level'
      ? null
      : share(
          members.filter(({ ambassador }) => ambassador),
          (member) => ['power', 'regular'].includes(segmentOf(member, sunday, days === 28 ? 28 : 84) ?? ''),
        ),
  K63: unserved(({ entities }) => entities[0]!),
  'K63.site': unserved(({ actor }) => actor.person!.site),
  'K63.trade': unserved(({ actor }) => actor.person!.trade),
  // By level: the managers of that level among everybody.
  K64: ({ by, world, members, sunday }) => {
    const all = by === 'level' ? rosterOf(world, sunday).members : members;
    const ambassadors = all.filter(({ ambassador }) => ambassador);
    if (ambassadors.length === 0) return null;
    const managers = members.filter(({ manages }) => manages);
    return number(
      managers.filter(({ ambassador }) => ambassador).length / ambassadors.length - managers.length / all.length,
    );
  },
  K27: reached,
  K84: attended(() => true),
  'K84.managers': attended(({ manages: isManager }) => isManager),
};
