import { calendarBins, resolutionBins, workingBins } from '#domain/communities/lag-bins.js';
import {
  actedIn,
  activeIn,
  actionsIn,
  aliveAt20Weeks,
  communitiesOf,
  type Community,
  invitedFirst,
  maturityOf,
  membersOf,
  postsIn,
} from './communities.js';
import {
  echoes,
  linksReplies,
  medianOf,
  replyWaits,
  resolutionWaits,
  threadsWithin,
  workingReplyWaits,
} from './conversations.js';
import { plus } from './days.js';
import { activeDays, actsIn, exposure, interactionsOf, personaOf, receivedBy, returnOf, segmentOf } from './habit.js';
import { type Expected, type Formula, type SliceOfRoster } from './indicators.js';
import { type Member, rosterOf } from './roster.js';
import { acts, actorsOf, upwards } from './states.js';
import { crossing, expectedCrossing, relationships, relayPlans } from './ties.js';

const share = (of: readonly Member[], test: (member: Member) => boolean): Expected => ({
  part: of.filter(test).length,
  of: of.length,
});
const ofActivated =
  (test: (slice: SliceOfRoster) => (member: Member) => boolean): Formula =>
  (slice) =>
    share(
      slice.members.filter(({ activated }) => activated),
      test(slice),
    );
const number = (value: number | null): Expected => (value === null ? null : { number: value });
const quotient = (part: number, of: number): Expected => ({ part, of });

/** Told of places only: neither of levels nor of waves that are lists of people. */
const ofPlaces =
  (formula: Formula): Formula =>
  (slice) =>
    slice.isPlace ? formula(slice) : null;
const ofWhole =
  (formula: Formula): Formula =>
  (slice) =>
    slice.isWhole ? formula(slice) : null;
/** Levels have a voice of their own, of which nobody asks. */
const ofVoices =
  (formula: Formula): Formula =>
  (slice) =>
    slice.by === 'level' ? undefined : ofWhole(formula)(slice);
/** Of waves and levels nobody asks. */
const ofEntities =
  (formula: Formula): Formula =>
  (slice) =>
    slice.by === 'organisation' || slice.by === 'entity' ? formula(slice) : undefined;

function habitShare(test: (segment: string) => boolean): Formula {
  const over = ({ members, sunday }: SliceOfRoster, days: 28 | 84): Expected => {
    const segments = members.map((member) => segmentOf(member, sunday, days)).filter((segment) => segment !== null);
    return { part: segments.filter(test).length, of: segments.length };
  };
  return (slice) => {
    const asked = over(slice, slice.days === 28 ? 28 : 84);
    if (slice.days === 28 || !asked || !('of' in asked) || asked.of !== 0) return asked;
    return over(slice, 28);
  };
}

const persona = (name: string): Formula => {
  const formula = ofActivated(
    ({ world, sunday }) =>
      (member) =>
        personaOf(world, member, sunday) === name,
  );
  return (slice) => {
    if (slice.by === 'level') return null;
    if (slice.by === 'wave') return undefined;
    const { world, members, sunday } = slice;
    const received = members.reduce((sum, member) => sum + receivedBy(world, member, sunday, 28), 0);
    return received <= 2 ? null : formula(slice);
  };
};

/** Interactions of those who made any, fewest first; told in bins above ten. */
const ofInteractive = (reckon: (amounts: number[]) => number | null): Formula =>
  ofEntities(({ members, sunday }) => {
    const amounts = members.map((member) => interactionsOf(member, sunday)).filter((amount) => amount > 0);
    const value = amounts.length === 0 ? null : reckon(amounts.sort((a, b) => a - b));
    return value === null ? null : { about: value, within: amounts.at(-1)! <= 10 ? 1e-9 : 0.13 * Math.max(1, value) };
  });
const sumOf = (amounts: readonly number[]) => amounts.reduce((sum, amount) => sum + amount, 0);

const ofGroups = (all: (slice: SliceOfRoster, group: Community) => boolean, part: typeof all): Formula =>
  ofPlaces((slice) => {
    const groups = communitiesOf(slice.world, slice.sunday).filter(
      (group) => group.isOpen && slice.isIn(group.home) && all(slice, group),
    );
    return { part: groups.filter((group) => part(slice, group)).length, of: groups.length };
  });
const isAny = () => true;
const maturity = (name: string): Formula =>
  ofGroups(
    ({ world, sunday }, { key }) => maturityOf(world, sunday, key) !== null,
    ({ world, sunday }, { key }) => maturityOf(world, sunday, key) === name,
  );

function openedOn({ world, sunday }: SliceOfRoster, { entity }: Community): string {
  const isBelow = (one: string, above: string) => upwards(world, one, sunday).some(({ key }) => key === above);
  return entity === '' ? '' : invitedFirst(world, sunday, isBelow, entity);
}

/** Created before the first invitation of the entity it is for, within the year. */
const isAwaited = (slice: SliceOfRoster, group: Community): boolean => {
  const opened = openedOn(slice, group);
  return opened > plus(slice.sunday, -364) && group.created <= opened;
};

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

const relays = (reckon: (plan: ReturnType<typeof relayPlans>, slice: SliceOfRoster) => Expected): Formula =>
  ofPlaces((slice) => reckon(relayPlans(slice.world, slice.sunday, slice.isIn), slice));
const rate = ({ world, sunday, isIn }: SliceOfRoster) => crossing(world, sunday, isIn);
const echo = (part: 'answered' | 'replied'): Formula =>
  ofPlaces(({ world, sunday, isIn, isWhole }) => {
    // Only of the whole is it known what the source links.
    if (isWhole && !linksReplies(world, sunday)) return null;
    const found = echoes(world, sunday, isIn);
    return quotient(found[part], found.posts);
  });
const ofLinked = (formula: Formula): Formula =>
  ofWhole((slice) => (linksReplies(slice.world, slice.sunday) ? formula(slice) : null));

/**
 * Told of what happened in a place, whoever is there now: what an entity without direct staff holds is published with one
 * below it.
 */
export const ofWhatHappened: readonly string[] = [
  ...['K05b', 'K25', 'K26', 'K26.reply', 'K30', 'K31', 'K31.ei', 'K31.ratio', 'K42.diffusion', 'K42.community'],
  ...['K42.network', 'K43', 'K43.ownerless', 'K44', 'K45'],
];

export const furtherFormulas: Record<string, Formula> = {
  K05b: ofEntities(({ world, sunday, isIn }) => {
    const { active, days } = exposure(world, sunday, isIn);
    return quotient(active, days);
  }),
  K06: ofActivated(
    ({ sunday }) =>
      (member) =>
        activeDays(member, sunday) >= 10,
  ),
  K07: ofActivated(({ window }) => window.daily),
  K12: habitShare((segment) => segment === 'power' || segment === 'regular'),
  'K12.power': habitShare((segment) => segment === 'power'),
  'K12.regular': habitShare((segment) => segment === 'regular'),
  'K12.novice': habitShare((segment) => segment === 'novice'),
  'K12.low': habitShare((segment) => segment === 'low'),
  'K12.none': habitShare((segment) => segment === 'none'),
  'K22.participating': ofActivated(
    ({ window }) =>
      (member) =>
        window.did(member, 'act'),
  ),
  'K22.active': ofActivated(
    ({ window }) =>
      (member) =>
        window.did(member, 'active'),
  ),
  'K23.engager': persona('engager'),
  'K23.catalyst': persona('catalyst'),
  'K23.responder': persona('responder'),
  'K23.broadcaster': persona('broadcaster'),
  'K23.observer': persona('observer'),
  K24: ofEntities(({ members, sunday }) => {
    const amounts = members.map((member) => interactionsOf(member, sunday));
    return quotient(sumOf(amounts), amounts.filter((amount) => amount > 0).length);
  }),
  'K24.median': ofInteractive((sorted) => {
    const at = (rank: number) => sorted[rank - 1]!;
    return (at(Math.floor((sorted.length + 1) / 2)) + at(Math.ceil((sorted.length + 1) / 2))) / 2;
  }),
  K24b: ofInteractive((sorted) => {
    let left = sorted.length / 10;
    let top = 0;
    for (const amount of [...sorted].reverse()) {
      top += Math.min(1, left) * amount;
      left -= Math.min(1, left);
    }
    return top / sumOf(sorted);
  }),
  'K24b.gini': ofInteractive((sorted) => {
    const n = sorted.length;
    if (n < 30) return null;
    return sumOf(sorted.map((amount, index) => (2 * (index + 1) - n - 1) * amount)) / (n * sumOf(sorted));
  }),
  // Of places: what was done while standing in none is in none.
  K25: ofEntities(({ world, sunday, isIn }) => ({ part: actsIn(world, sunday, isIn), of: null })),
  K28: ({ members, sunday, days }) => {
    const due = members.map((member) => returnOf(member, sunday, days)).filter((back) => back !== null);
    return quotient(due.filter((back) => back === 'returned').length, due.length);
  },
  K26: echo('answered'),
  'K26.reply': echo('replied'),
  K26b: ofLinked(({ world, sunday }) => number(medianOf(calendarBins, replyWaits(world, sunday)))),
  'K26b.working': ofLinked(({ world, sunday }) => number(medianOf(workingBins, workingReplyWaits(world, sunday)))),
  K30: ofPlaces(({ world, sunday, isIn }) => {
    const { both, any } = relationships(world, sunday, isIn);
    return quotient(both, any);
  }),
  K31: ofPlaces((slice) => quotient(rate(slice).external, rate(slice).all)),
  'K31.ei': ofPlaces((slice) => {
    const { external, all } = rate(slice);
    return all === 0 ? null : number((external - (all - external)) / all);
  }),
  'K31.expected': ofPlaces(({ world, sunday, members }) =>
    quotient(expectedCrossing(world, sunday, members), members.length),
  ),
  'K31.ratio': ofPlaces((slice) => {
    const chance = expectedCrossing(slice.world, slice.sunday, slice.members) / slice.members.length;
    const { external, all } = rate(slice);
    return all === 0 || !(chance > 0) ? null : number(external / all / chance);
  }),
  K34: relays(({ candidates }, { members }) => quotient(candidates, members.length)),
  'K34.reached': relays(({ reached, active }) => quotient(reached, active)),
  'K34.reachable': relays(({ reachable, active }) => quotient(reachable, active)),
  'K34.additions': relays(({ additions }) => ({ part: additions, of: null })),
  K40: ofPlaces(({ world, sunday, isIn }) => {
    const open = communitiesOf(world, sunday).filter(({ isOpen }) => isOpen);
    const count = (who: (group: string) => Member[]) =>
      sumOf(open.map(({ key }) => who(key).filter(({ entities }) => isIn(entities[0]!)).length));
    return quotient(
      count((key) => activeIn(world, sunday, key)),
      count((key) => actedIn(world, sunday, key, 364)),
    );
  }),
  K41: ofWhole(({ world, sunday }) => number(aliveAt20Weeks(world, sunday))),
  'K42.diffusion': maturity('diffusion'),
  'K42.community': maturity('community'),
  'K42.network': maturity('network'),
  K43: ofGroups(
    ({ sunday }, { created }) => created <= plus(sunday, -28),
    ({ world, sunday }, { key }) => !postsIn(world, sunday, key).some((day) => day > plus(sunday, -28)),
  ),
  'K43.ownerless': ofGroups(
    (_, { owned }) => owned !== null,
    (_, { owned }) => owned === false,
  ),
  K44: ofGroups(isAwaited, (slice, group) => {
    const before = postsIn(slice.world, slice.sunday, group.key).filter((day) => day < openedOn(slice, group));
    return group.owned === true && group.described === true && before.length >= 5;
  }),
  K45: ofGroups(isAny, ({ world, sunday }, { key }) => activeIn(world, sunday, key).length >= 20),
  K52: ofWhole((slice) => number(uplift(slice))),
  K53: ofWhole((slice) => {
    const all = managed(slice);
    return quotient(all.filter(({ member, creator }) => isBelow(slice, member, creator)).length, all.length);
  }),
  K54: ofVoices(voices),
  'K54.first': ofVoices((slice) => {
    const answered = threadsWithin(slice.world, slice.sunday, 28).flatMap(({ replies }) => replies.slice(0, 1));
    return quotient(answered.filter(({ by }) => manages(slice, by.name)).length, answered.length);
  }),
  'K54.index': ofVoices((slice) => {
    const { part, of } = voices(slice);
    const bosses = slice.members.filter((member) => member.manages).length / slice.members.length;
    return of === 0 || !(bosses > 0) ? null : number(part / of / bosses);
  }),
  K61: ofPlaces((slice) =>
    share(
      slice.members.filter(({ ambassador }) => ambassador),
      (member) => inTerm(slice, member),
    ),
  ),
  K63: unserved(({ entities }) => entities[0]!),
  'K63.site': unserved(({ actor }) => actor.person!.site),
  'K63.trade': unserved(({ actor }) => actor.person!.trade),
  K84: attended(isAny),
  'K84.managers': attended(({ manages: isManager }) => isManager),
  K90: ofWhole(({ world, sunday }) => number(medianOf(resolutionBins, resolutionWaits(world, sunday)))),
};
