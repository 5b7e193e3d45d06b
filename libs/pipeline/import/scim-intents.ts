import { type EntityManager } from 'typeorm';
import { type PersonRow } from '#connectors/csv/rows.js';
import { type DerivedTree, type GivenTree } from '#connectors/directory/entity-path.js';
import { type DirectoryUser, type EntityAttribute, readDirectoryUser } from '#connectors/scim/directory-user.js';
import { botsAmong, declaredPeople, type StandingPerson } from '#storage/directory/standing.js';
import { personKeysOf, savePersonKeys, usersAbout, type WaitingUser } from '#storage/scim/waiting-users.js';

/** What the provider wants of one person. */
export interface Intent {
  /** `place`: the same entity under another manager. */
  change: 'join' | 'leave' | 'move' | 'place' | 'same';
  person: PersonRow;
  isApproved: boolean;
  /** They stand higher than the provider says, or nowhere. */
  isUnknown: boolean;
  /** Everything that was said of them; settled together. */
  users: WaitingUser[];
}

interface Surroundings {
  standing: ReadonlyMap<string, StandingPerson>;
  tree: DerivedTree | GivenTree;
  /** Where somebody stands of whom no entity is said. */
  fallback: string | null;
  order: readonly EntityAttribute[];
}

/** One intent for each person that something was said of, or whose manager was only now said to be somebody. */
export async function intentsOf(
  tx: EntityManager,
  organizationId: string,
  waiting: readonly WaitingUser[],
  around: Surroundings,
): Promise<Intent[]> {
  const keyed = await withPersonKeys(tx, organizationId, waiting, around.order);
  const fresh = waiting.filter(({ personKey }) => personKey === null);
  const about = await usersAbout(tx, organizationId, {
    personKeys: [...new Set(keyed.map(({ personKey }) => personKey))],
    managers: fresh.flatMap(({ id, externalId, userName }) => [id, externalId ?? id, userName]),
  });
  const seen = new Map(keyed.map((user) => [user.id, user]));
  // In the order in which they came, so that a push gives the same tree in every run.
  const byPerson = new Map<string, WaitingUser[]>(keyed.map(({ personKey }) => [personKey, []]));
  for (const user of about) {
    const personKey = seen.get(user.id)?.personKey ?? user.personKey;
    if (personKey !== null) byPerson.set(personKey, [...(byPerson.get(personKey) ?? []), user]);
  }
  const read = new Map(about.map((user) => [user.id, readDirectoryUser(user.attributes, around.order)]));
  const managers = await personKeysOf(tx, organizationId, [
    ...new Set([...read.values()].flatMap(({ manager }) => manager ?? [])),
  ]);
  const bots = await botsAmong(tx, organizationId, [...byPerson.keys()]);
  return [...byPerson].flatMap(([key, users]) => {
    const given = users.find(({ active }) => active) ?? users[0];
    const user = given && read.get(given.id);
    if (!given || !user) return [];
    return [intentOf({ key, users, given, user, managers, isBot: bots.has(key) }, around)];
  });
}

interface Said {
  key: string;
  users: WaitingUser[];
  /** The active one, if any is. */
  given: WaitingUser;
  user: DirectoryUser;
  managers: ReadonlyMap<string, string>;
  isBot: boolean;
}

function intentOf(
  { key, users, given, user, managers, isBot }: Said,
  { standing, tree, fallback }: Surroundings,
): Intent {
  const now = standing.get(key);
  const found = given.active ? placeOf(user, tree) : { entity: null, isUnknown: false };
  const entity = given.active ? (found.entity ?? now?.entity ?? fallback) : null;
  const said = user.manager === null ? null : (managers.get(user.manager) ?? null);
  const managerId = said === key ? null : said;
  const person: PersonRow = {
    ...{ personId: key, entity, managerId, validFrom: null, validTo: null, name: null, bot: isBot },
    // The provider knows nothing of these: what a file said stays.
    ...{ level: now?.level ?? null, site: now?.site ?? null, trade: now?.trade ?? null },
    manages: now?.manages ?? null,
    aliases: [...new Set(users.flatMap((one) => (one === given ? user.aliases : [])))],
  };
  return {
    change: changeOf(person, now),
    ...{ person, users, isUnknown: found.isUnknown },
    isApproved: users.some(({ isApproved }) => isApproved),
  };
}

function placeOf({ path }: DirectoryUser, tree: DerivedTree | GivenTree) {
  try {
    return tree.place(path);
  } catch (error) {
    if (error instanceof RangeError) return { entity: null, isUnknown: true };
    throw error;
  }
}

function changeOf({ entity, managerId }: PersonRow, now: StandingPerson | undefined): Intent['change'] {
  if (entity === null) return now ? 'leave' : 'same';
  if (!now) return 'join';
  // Who came today has not moved: providers say one thing after another.
  if (now.entity !== entity) return now.isOld ? 'move' : 'place';
  return now.manager === managerId ? 'same' : 'place';
}

/**
 * Whom the users are: somebody declared who goes by one of their names, else a new person under the employee number, else
 * the id at the provider, else the id here.
 */
async function withPersonKeys(
  tx: EntityManager,
  organizationId: string,
  users: readonly WaitingUser[],
  order: readonly EntityAttribute[],
): Promise<(WaitingUser & { personKey: string })[]> {
  const unnamed = users.filter(({ personKey }) => personKey === null);
  const read = new Map(unnamed.map((user) => [user.id, readDirectoryUser(user.attributes, order)]));
  const names = [...read.values()].flatMap(({ employeeNumber, aliases }) => [employeeNumber ?? '', ...aliases]);
  const known = await declaredPeople(tx, organizationId, [...new Set(names.filter((name) => name !== ''))]);
  const given = new Map<string, string>();
  for (const { id, externalId } of unnamed) {
    const { employeeNumber, aliases } = read.get(id)!;
    const words = [employeeNumber, externalId, ...aliases].filter((word) => word !== null);
    const declared = words.map((word) => known.get(word)).find((key) => key !== undefined);
    given.set(id, declared ?? employeeNumber ?? aliases.find((alias) => alias === externalId) ?? id);
  }
  await savePersonKeys(tx, organizationId, given);
  return users.map((user) => ({ ...user, personKey: user.personKey ?? given.get(user.id) ?? user.id }));
}
