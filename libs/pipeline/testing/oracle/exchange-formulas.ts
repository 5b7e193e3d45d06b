import { calendarBins, resolutionBins, workingBins } from '#domain/communities/lag-bins.js';
import {
  actedIn,
  activeIn,
  aliveAt20Weeks,
  communitiesOf,
  type Community,
  invitedFirst,
  maturityOf,
  postsIn,
} from './communities.js';
import { echoes, linksReplies, medianOf, replyWaits, resolutionWaits, workingReplyWaits } from './conversations.js';
import { plus } from './days.js';
import { type Member } from './roster.js';
import { number, ofPlaces, ofWhole, quotient, sumOf } from './shares.js';
import { type Expected, type Formula, type SliceOfRoster } from './slice.js';
import { upwards } from './states.js';
import { crossing, expectedCrossing, relationships, relayPlans } from './ties.js';

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

/** Answers, ties, relays and groups. */
export const exchangeFormulas: Record<string, Formula> = {
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
  K90: ofWhole(({ world, sunday }) => number(medianOf(resolutionBins, resolutionWaits(world, sunday)))),
};
