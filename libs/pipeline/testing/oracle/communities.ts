import { mondayOf, plus } from './days.js';
import { type Thread, threadsWithin } from './conversations.js';
import { kept } from './kept.js';
import { type Member, rosterOf } from './roster.js';
import { actorsOf, type Dated, whoIs } from './states.js';
import { type World } from './world.js';

/** A community as of a Sunday; templates are none. */
export interface Community {
  key: string;
  /** Key of the person, whoever that is now. */
  creator: string | null;
  created: string;
  archived: string;
  isOpen: boolean;
  /** Null: nobody says who looks after groups. */
  owned: boolean | null;
  described: boolean | null;
  /** The entity it is declared for; '' = all. */
  entity: string;
  /** Where it is counted: its entity, its creator's, its owner's, else the top. */
  home: string;
}

interface Membership {
  member: Member;
  /** Day of joining, if it is known. */
  since: string | null;
}

interface Said extends Dated {
  by: string;
}

const saidUntil = kept((world: World, sunday: string): Said[] =>
  actorsOf(world).flatMap(({ name, did }) =>
    did.filter(({ day, group }) => day <= sunday && group !== '').map((deed) => ({ ...deed, by: name })),
  ),
);
const isMessage = ({ kind }: Dated) => kind === 'post' || kind === 'comment';
const isAct = (deed: Dated) => isMessage(deed) || deed.kind === 'reaction';
const first = (days: string[]) => [...days].sort()[0] ?? '';

export const communitiesOf = kept((world: World, sunday: string): Community[] => {
  const said = saidUntil(world, sunday);
  const { members } = rosterOf(world, sunday);
  const here = (name: string | null) => members.find(({ actor }) => name !== null && actor.name === name);
  const founded = said.filter(({ kind }) => kind === 'group_created');
  const keys = new Set([
    ...world.groups.filter(({ created }) => created !== '' && created <= sunday).map(({ key }) => key),
    ...[...founded, ...said.filter(isMessage)].map(({ group }) => group),
  ]);
  const top = world.entities.find(({ parent }) => parent === null)!.key;
  const someOwner = world.groups.some(({ owner }) => owner !== '');
  return [...keys].flatMap((key): Community[] => {
    const group = world.groups.find((one) => one.key === key);
    if (group?.kind === 'template') return [];
    const founder = founded.filter((one) => one.group === key).sort((a, b) => (a.at < b.at ? -1 : 1))[0];
    const creator = (group?.creator && whoIs(world, group.creator)?.key) || founder?.by || null;
    const owner = here(group?.owner ? (whoIs(world, group.owner)?.key ?? null) : null);
    const messages = said.filter((one) => one.group === key && isMessage(one)).map(({ day }) => day);
    const archived = group?.archived ?? '';
    return [
      {
        ...{ key, creator, archived, described: group?.described ?? null, entity: group?.entity ?? '' },
        created: first([group?.created ?? '', founder?.day ?? '', first(messages)].filter((day) => day !== '')),
        isOpen: archived === '' || archived > sunday,
        owned: someOwner ? owner !== undefined : null,
        home: group?.entity || here(creator)?.entities[0] || owner?.entities[0] || top,
      },
    ];
  });
});

/** Who joined, or took part within the year, and has not left since. Weeks count by their Monday. */
export const membersOf = (world: World, sunday: string, group: string): Membership[] =>
  rosterOf(world, sunday).members.flatMap((member): Membership[] => {
    const own = saidUntil(world, sunday).filter((one) => one.group === group && one.by === member.actor.name);
    const changes = own.filter(({ kind }) => ['group_created', 'group_joined', 'group_left'].includes(kind));
    const change = changes.sort((a, b) => (a.day + a.at < b.day + b.at ? -1 : 1)).at(-1);
    const acted = own.filter((one) => isAct(one) && mondayOf(one.day) > plus(sunday, -364));
    const last = acted
      .map(({ day }) => mondayOf(day))
      .sort()
      .at(-1);
    if (change && change.kind !== 'group_left') return [{ member, since: change.day }];
    return last !== undefined && (!change || last > change.day) ? [{ member, since: null }] : [];
  });

/** Who of those present wrote or reacted in a group within the weeks of so many days. */
export const actedIn = (world: World, sunday: string, group: string, days: number, test = isAct): Member[] =>
  rosterOf(world, sunday).members.filter(({ actor }) =>
    saidUntil(world, sunday).some(
      (one) => one.group === group && one.by === actor.name && test(one) && mondayOf(one.day) > plus(sunday, -days),
    ),
  );

/** Members who took part within four weeks. */
export const activeIn = (world: World, sunday: string, group: string): Member[] => {
  const members = membersOf(world, sunday, group).map(({ member }) => member);
  return actedIn(world, sunday, group, 28).filter((one) => members.includes(one));
};

/** How much somebody did in a group within four weeks. */
export const actionsIn = (world: World, sunday: string, group: string, { actor }: Member): number =>
  saidUntil(world, sunday)
    .filter((one) => one.group === group && one.by === actor.name && isAct(one) && one.day > plus(sunday, -28))
    .reduce((sum, { quantity }) => sum + quantity, 0);

export const postsIn = (world: World, sunday: string, group: string): string[] =>
  saidUntil(world, sunday)
    .filter((one) => one.group === group && one.kind === 'post')
    .flatMap(({ day, quantity }) => Array.from({ length: quantity }, () => day));

const messagesIn = (world: World, sunday: string, group: string): string[] =>
  saidUntil(world, sunday)
    .filter((one) => one.group === group && isMessage(one))
    .map(({ day }) => day);

/** First invitation of anybody of the entity, or of one below it. */
export function invitedFirst(
  world: World,
  sunday: string,
  isBelow: (entity: string, above: string) => boolean,
  above: string,
) {
  const days = actorsOf(world).flatMap(({ person, invited }) => {
    if (!invited || invited.day > sunday || !person) return [];
    const stay = person.stays.find(
      ({ from, to }) => (from === '' || from <= invited.day) && (to === '' || invited.day < to),
    );
    return stay && isBelow(stay.entity, above) ? [invited.day] : [];
  });
  return first(days);
}

/** K42: few write, some converse, or most do with one another. Null under ten members. */
export function maturityOf(world: World, sunday: string, group: string): 'diffusion' | 'community' | 'network' | null {
  const members = membersOf(world, sunday, group);
  if (members.length < 10) return null;
  const wrote = actedIn(world, sunday, group, 91, isMessage);
  const writers = members.filter(({ member }) => wrote.some(({ actor }) => actor === member.actor)).length;
  if (writers / members.length < 0.1) return 'diffusion';
  const answers = threadsWithin(world, sunday, 91)
    .filter((thread) => thread.group === group)
    .flatMap(({ author, responders }: Thread) => responders.map((one) => [one.name, author.name] as const));
  const pairs = new Map<string, Set<string>>();
  for (const [one, other] of answers) {
    const pair = [one, other].sort().join(' ');
    pairs.set(pair, (pairs.get(pair) ?? new Set()).add(one));
  }
  const mutual = [...pairs.values()].filter(({ size }) => size === 2).length;
  return writers / members.length > 0.5 && pairs.size > 0 && mutual / pairs.size >= 0.3 ? 'network' : 'community';
}

/** K41: of groups seen from their creation on, the share without 28 silent days in their first twenty weeks. */
export function aliveAt20Weeks(world: World, sunday: string): number | null {
  const all = saidUntil(world, sunday).filter(isMessage);
  const kept = first(all.map(({ day }) => day));
  const bins = (from: string, to: string) => Math.min(39, Math.floor((Date.parse(to) - Date.parse(from)) / 864e5 / 28));
  const lives = communitiesOf(world, sunday).flatMap(({ key, created, archived }) => {
    const until = archived !== '' && archived <= sunday ? plus(archived, -1) : sunday;
    const days = messagesIn(world, until, key).sort();
    const start = created >= kept ? created : days[0];
    if (kept === '' || created === '' || created > until || start === undefined) return [];
    let died: string | null = null;
    let last = start;
    for (const day of [...days.filter((one) => one > start), plus(until, 1)]) {
      if (day > plus(last, 28)) died ??= plus(last, 28);
      last = day;
    }
    return [
      { came: start > created ? bins(created, start) : -1, ended: bins(created, died ?? until), died: died !== null },
    ];
  });
  if (lives.length === 0) return null;
  let alive = 1;
  for (let bin = 0; bin < 5; bin++) {
    const atRisk = lives.filter(({ came, ended }) => came < bin && ended >= bin).length;
    const dead = lives.filter(({ ended, died }) => died && ended === bin).length;
    if (atRisk > 0) alive *= 1 - dead / atRisk;
  }
  return alive;
}
