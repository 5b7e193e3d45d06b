import { type EntityManager } from 'typeorm';
import { rowsOf } from '../database.js';
import { namesOf } from '../vault/keyring.js';
import { type Names } from '../vault/names.js';
import { type NumberedPerson, type PersonRefusal } from './person-input.js';

/** A name of somebody: its token, and how it is spelled, sealed. */
interface Named {
  alias: string;
  ordinal: number;
  sealed: Buffer;
}

/** Whom the lines of a file are about, and what must be written so that it is so. Keys and aliases are tokens. */
export interface Identities {
  /** Person id, as the file says it → ordinal. */
  ordinals: Map<string, number>;
  created: { ordinal: number; key: string; declared: boolean }[];
  /** People who were seen acting, and now have a name in the directory. */
  declared: { ordinal: number; key: string }[];
  aliases: Named[];
  /** Names that were known by their token only, and have been handed in now. */
  spelled: Named[];
  /** People who were seen acting, and turn out to be somebody else. */
  merges: { from: number; into: number }[];
  refusals: PersonRefusal[];
}

/** One object per person, so that what becomes of it is seen under every alias. */
interface Owner {
  ordinal: number;
  key: string;
  declared: boolean;
}

/**
 * Reads what is known and decides, line by line; writes nothing but the counter of ordinals. `areAccounts`: the lines are
 * those of a network, which say under which names somebody acts, and make nobody part of the directory.
 */
export async function identifyPeople(
  tx: EntityManager,
  organizationId: string,
  people: readonly NumberedPerson[],
  areAccounts: boolean,
): Promise<Identities> {
  const names = await namesOf(tx, organizationId);
  const aliasesOf = tokensOf(names, people);
  const spelling = new Map(people.flatMap(({ row }) => row.aliases).map((name) => [names.token(name), name]));
  for (const { row } of people) spelling.set(names.token(row.personId), row.personId);
  const sealed = (alias: string) => names.seal(spelling.get(alias) ?? '');
  const { byKey, owners, unspelled } = await readOwners(
    tx,
    organizationId,
    aliasesOf.map(({ key }) => key),
    [...new Set(aliasesOf.flatMap((person) => person.aliases))],
  );
  const [counter] = await rowsOf<{ next: number }>(
    tx,
    `select next_ordinal as next from organization where id = $1 for update`,
    [organizationId],
  );
  let next = counter?.next ?? 0;
  const found: Identities = {
    ordinals: new Map(),
    ...{ created: [], declared: [], aliases: [], spelled: [], merges: [], refusals: [] },
  };
  // Who is only made by this file has done nothing that could move to somebody else.
  const isNew = new Set<number>();
  for (const { line, ids, key, aliases } of aliasesOf) {
    const held = aliases.flatMap((alias) => owners.get(alias) ?? []);
    let self = knownAs(byKey.get(key), held, areAccounts);
    if (!self) {
      self = { ordinal: next++, key, declared: !areAccounts };
      found.created.push({ ...self });
      isNew.add(self.ordinal);
      byKey.set(key, self);
    } else if (!self.declared && !areAccounts) {
      found.declared.push({ ordinal: self.ordinal, key });
      byKey.delete(self.key);
      self.key = key;
      self.declared = true;
      byKey.set(key, self);
    }
    for (const id of ids) found.ordinals.set(id, self.ordinal);
    for (const alias of aliases) {
      const owner = owners.get(alias);
      if (!owner) found.aliases.push({ alias, ordinal: self.ordinal, sealed: sealed(alias) });
      else if (owner.ordinal === self.ordinal) continue;
      else if (owner.declared || isNew.has(owner.ordinal)) found.refusals.push(aliasTaken(line, ids[0] ?? ''));
      else {
        found.merges.push({ from: owner.ordinal, into: self.ordinal });
        byKey.delete(owner.key);
        // Every other alias of the merged person follows it.
        owner.ordinal = self.ordinal;
        owner.declared = self.declared;
      }
      if (!owner) owners.set(alias, self);
    }
  }
  for (const alias of unspelled)
    found.spelled.push({ alias, ordinal: owners.get(alias)?.ordinal ?? -1, sealed: sealed(alias) });
  if (next !== counter?.next)
    await tx.query(`update organization set next_ordinal = $2 where id = $1`, [organizationId, next]);
  return found;
}

/** Who a line is about: of an account, whom the directory names under one of its names comes first. */
function knownAs(named: Owner | undefined, held: readonly Owner[], isAccount: boolean): Owner | undefined {
  if (named?.declared) return named;
  const declared = isAccount ? held.find((owner) => owner.declared) : undefined;
  return declared ?? named ?? held.find((owner) => !owner.declared);
}

async function readOwners(
  tx: EntityManager,
  organizationId: string,
  keys: readonly string[],
  aliases: readonly string[],
) {
  const named = await rowsOf<Owner>(
    tx,
    `select ordinal, key, declared from person where organization_id = $1 and key = any($2)`,
    [organizationId, keys],
  );
  const rows = await rowsOf<Owner & { alias: string; isSpelled: boolean }>(
    tx,
    `
    select person_alias.alias, person_alias.sealed is not null as "isSpelled", person.ordinal, person.key, person.declared
      from person_alias
      join person on person.organization_id = person_alias.organization_id and person.ordinal = person_alias.ordinal
     where person_alias.organization_id = $1 and person_alias.alias = any($2)
    `,
    [organizationId, aliases],
  );
  const people = new Map<number, Owner>();
  for (const { ordinal, key, declared } of [...named, ...rows]) people.set(ordinal, { ordinal, key, declared });
  const owner = (ordinal: number) => people.get(ordinal) ?? { ordinal, key: '', declared: true };
  return {
    byKey: new Map(named.map(({ key, ordinal }) => [key, owner(ordinal)])),
    owners: new Map(rows.map(({ alias, ordinal }) => [alias, owner(ordinal)])),
    unspelled: rows.flatMap(({ alias, isSpelled }) => (isSpelled ? [] : [alias])),
  };
}

/** Per person, in the order of the file: the key itself and every alias, as the ledger's actors are compared. */
function tokensOf(
  names: Names,
  people: readonly NumberedPerson[],
): { line: number; ids: string[]; key: string; aliases: string[] }[] {
  const byKey = new Map<string, { line: number; ids: string[]; key: string; aliases: string[] }>();
  for (const { line, row } of people) {
    const key = names.token(row.personId);
    const person = byKey.get(key) ?? { line, ids: [], key, aliases: [] };
    person.ids = [...new Set([...person.ids, row.personId])];
    person.aliases = [...new Set([...person.aliases, key, ...row.aliases.map((name) => names.token(name))])];
    byKey.set(key, person);
  }
  return [...byKey.values()];
}

function aliasTaken(line: number, id: string): PersonRefusal {
  return {
    line,
    id,
    code: 'alias_taken',
    field: 'aliases',
    message: 'Another person has this alias; it stays theirs.',
  };
}
