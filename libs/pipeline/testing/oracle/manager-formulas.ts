import { actionsIn, communitiesOf, membersOf } from './communities.js';
import { threadsWithin } from './conversations.js';
import { localDay, plus } from './days.js';
import { type Member, rosterOf } from './roster.js';
import { did, number, ofWhole, quotient, share, sumOf } from './shares.js';
import { type Expected, type Formula, type SliceOfRoster } from './slice.js';
import { acts, actorsOf } from './states.js';

type Presence = (slice: SliceOfRoster) => (member: Member) => boolean;
const daily: Presence = ({ window }) => window.daily;
const ofManagers =
  (presence: Presence): Formula =>
  (slice) =>
    share(
      slice.members.filter(({ manages }) => manages),
      presence(slice),
    );
const gap =
  (presence: Presence): Formula =>
  (slice) => {
    const managers = slice.members.filter(({ manages }) => manages);
    if (managers.length === 0 || slice.others.length === 0) return null;
    const rate = (people: Member[]) => people.filter(presence(slice)).length / people.length;
    return { number: rate(managers) - rate(slice.others) };
  };

/** Levels have a voice of their own, of which nobody asks. */
const ofVoices =
  (formula: Formula): Formula =>
  (slice) =>
    slice.by === 'level' ? undefined : ofWhole(formula)(slice);

/** Members of open groups that managers created, the managers themselves left out. */
function managed({ world, sunday }: SliceOfRoster) {
  const { members } = rosterOf(world, sunday);
  return communitiesOf(world, sunday).flatMap((group) => {
    const creator = members.find(({ actor }) => actor.name === group.creator);
    if (!group.isOpen || !creator?.manages) return [];
    return membersOf(world, sunday, group.key)
      .filter(({ member }) => member !== creator)
      .map((one) => ({ ...one, group, creator }));
  });
}

const bossOf = ({ actor }: Member, sunday: string) =>
  actor.person!.stays.find(({ from, to }) => (from === '' || from <= sunday) && (to === '' || sunday < to))!.boss;

function uplift(slice: SliceOfRoster): number | null {
  const { world, sunday } = slice;
  const sides = { own: { actions: 0, weeks: 0 }, other: { actions: 0, weeks: 0 } };
  for (const { member, since, group, creator } of managed(slice)) {
    const side = bossOf(member, sunday) === creator.actor.name ? sides.own : sides.other;
    side.actions += actionsIn(world, sunday, group.key, member);
    // The week of joining counts whole.
    side.weeks += [0, 7, 14, 21].filter((back) => since === null || since <= plus(sunday, -back)).length;
  }
  const { own, other } = sides;
  if (own.weeks === 0 || other.weeks === 0 || other.actions === 0) return null;
  return own.actions / own.weeks / (other.actions / other.weeks);
}

function isBelow(slice: SliceOfRoster, member: Member, boss: Member): boolean {
  const { members } = rosterOf(slice.world, slice.sunday);
  const seen = new Set<Member>();
  for (let at: Member | undefined = member; at && !seen.has(at);) {
    seen.add(at);
    const above = bossOf(at, slice.sunday);
    if (above === boss.actor.name) return true;
    at = members.find(({ actor }) => actor.name === above);
  }
  return false;
}

const manages = ({ world, sunday }: SliceOfRoster, name: string) =>
  rosterOf(world, sunday).members.some((member) => member.manages && member.actor.name === name);

/** Posts and comments of four weeks, by who wrote them. */
function voices(slice: SliceOfRoster) {
  const said = actorsOf(slice.world).map(({ name, did }) => ({
    isManager: manages(slice, name),
    amount: sumOf(
      did
        .filter(({ day, kind }) => plus(slice.sunday, -28) < day && day <= slice.sunday && acts.contributed(kind))
        .map(({ quantity }) => quantity),
    ),
  }));
  return {
    part: sumOf(said.filter(({ isManager }) => isManager).map(({ amount }) => amount)),
    of: sumOf(said.map(({ amount }) => amount)),
  };
}

/** Managers of what opened 14 to 104 days before, and whether they passed the launch message on within a fortnight. */
function relayed({ world, sunday }: SliceOfRoster): Expected {
  const messages = world.actions.flatMap(({ kind, launches }) => (kind === 'launch_message' && launches) || []);
  const due = rosterOf(world, sunday).members.flatMap((member) => {
    const nearest = member.entities.find((key) => world.waves.some(({ entities }) => entities.includes(key)));
    const opened = world.waves.find(({ entities }) => entities.includes(nearest ?? ''))?.opened ?? '';
    const isDue = plus(sunday, -104) < opened && opened <= plus(sunday, -13);
    return member.manages && isDue ? [{ actor: member.actor, opened }] : [];
  });
  const did = due.filter(({ actor, opened }) =>
    actor.did.some(({ kind, object, parent, at }) => {
      const day = localDay(at, world.zone);
      const isMessage = messages.includes(object) || messages.includes(parent);
      return ['post', 'share'].includes(kind) && isMessage && opened <= day && day < plus(opened, 14);
    }),
  );
  return messages.length === 0 || due.length === 0 ? null : quotient(did.length, due.length);
}

/** The example set by managers. */
export const managerFormulas: Record<string, Formula> = {
  K50: ofManagers(daily),
  'K50.weekly': ofManagers(did('active')),
  'K50.posting': ofManagers(did('contributed')),
  K51: gap(daily),
  'K51.weekly': gap(did('active')),
  'K51.posting': gap(did('contributed')),
  K52: ofWhole((slice) => number(uplift(slice))),
  K53: ofWhole((slice) => {
    const all = managed(slice);
    return quotient(all.filter(({ member, creator }) => isBelow(slice, member, creator)).length, all.length);
  }),
  K54: ofVoices(voices),
  'K54.first': ofVoices((slice) => {
    const threads = threadsWithin(slice.world, slice.sunday, 28).filter(({ replies }) => replies.length > 0);
    // Several may be first at the same instant: a manager was where nobody else was.
    const first = threads.map(({ replies }) => replies.filter(({ at }) => at === replies[0]!.at));
    return quotient(first.filter((all) => all.every(({ by }) => manages(slice, by.name))).length, threads.length);
  }),
  'K54.index': ofVoices((slice) => {
    const { part, of } = voices(slice);
    const bosses = slice.members.filter((member) => member.manages).length / slice.members.length;
    return of === 0 || !(bosses > 0) ? null : number(part / of / bosses);
  }),
  K56: ofWhole(relayed),
};
