import { type EntityManager } from 'typeorm';
import { execute, rowsOf } from '../database.js';
import { namesOf } from '../vault/keyring.js';
import { countBelied, saveAssignments, type Place } from './assignments.js';
import { describePeople } from './describe-people.js';
import { identifyPeople, type Identities } from './identify-people.js';
import { mergePerson } from './merge-person.js';
import { fromOf, toOf } from './period.js';
import { type NumberedPerson, type PersonRefusal } from './person-input.js';
import { type Piece } from './timeline.js';

export interface PeopleChanges {
  /** Ids of people of whom something changed. */
  changed: Set<string>;
  /** First days of the changes; '-infinity' where there is no first. */
  days: string[];
  /** First days on which somebody belongs to another entity. */
  moves: string[];
  /** People who stay, under somebody else or nobody. */
  ledByOthers: number;
  /** Somebody who had been seen acting was found in the directory, or is counted otherwise than before. */
  matched: boolean;
  /** People said to manage nobody who have reports. */
  belied: number;
  /** Id of each person in the lines → ordinal. */
  ordinals: ReadonlyMap<string, number>;
  refusals: PersonRefusal[];
}

/**
 * `keepsPlaces`: the lines are accounts of a network, which knows nothing of entities nor of who belongs to the
 * organisation. They tie names together and flag bots; who is in the directory, and where, stays as it is. Safe to repeat.
 */
export async function savePeople(
  tx: EntityManager,
  organizationId: string,
  people: readonly NumberedPerson[],
  options: { keepsPlaces: boolean },
): Promise<PeopleChanges> {
  const identities = await identifyPeople(tx, organizationId, people, options.keepsPlaces);
  await writeIdentities(tx, organizationId, identities);
  const described = await describePeople(tx, organizationId, people, identities, options.keepsPlaces);
  const { refusals } = identities;
  const given = options.keepsPlaces
    ? new Map<number, Piece<Place | null>[]>()
    : await placesOf(tx, organizationId, people, identities, refusals);
  const moved = await saveAssignments(tx, organizationId, given);
  const said = people.filter(({ row }) => row.manages === false && !options.keepsPlaces);
  const isNew = new Set([...identities.created, ...identities.declared].map(({ ordinal }) => ordinal));
  for (const { into } of identities.merges) isNew.add(into);
  for (const { ordinal } of identities.aliases) isNew.add(ordinal);
  const changed = [...identities.ordinals].filter(
    ([, ordinal]) => isNew.has(ordinal) || moved.people.has(ordinal) || described.changed.has(ordinal),
  );
  const matched = identities.declared.length + identities.merges.length > 0 || described.botsChanged;
  const isOld = matched || identities.created.length > 0 || identities.aliases.length > 0;
  return {
    changed: new Set(changed.map(([key]) => key)),
    days: isOld ? [...moved.days, '-infinity'] : moved.days,
    moves: moved.moves,
    ledByOthers: moved.ledByOthers,
    matched,
    belied: said.length === 0 ? 0 : await countBelied(tx, organizationId, [...given.keys()]),
    ordinals: identities.ordinals,
    refusals,
  };
}

async function writeIdentities(tx: EntityManager, organizationId: string, found: Identities): Promise<void> {
  for (const { from, into } of found.merges) await mergePerson(tx, organizationId, from, into);
  // Keys may go from hand to hand: nobody keeps theirs while the others are named.
  const renamed = found.declared.map((person) => person.ordinal);
  await execute(tx, `update person set key = E'\\x01' || ordinal where organization_id = $1 and ordinal = any($2)`, [
    organizationId,
    renamed,
  ]);
  await execute(
    tx,
    `
    update person set key = named.key, declared = true
      from unnest($2::integer[], $3::text[]) as named (ordinal, key)
     where person.organization_id = $1 and person.ordinal = named.ordinal
    `,
    [organizationId, renamed, found.declared.map((person) => person.key)],
  );
  await tx.query(
    `insert into person (organization_id, ordinal, key, declared) select $1, * from unnest($2::integer[], $3::text[], $4::boolean[])`,
    [
      organizationId,
      found.created.map((person) => person.ordinal),
      found.created.map((person) => person.key),
      found.created.map((person) => person.declared),
    ],
  );
  await tx.query(
    `insert into person_alias (organization_id, alias, ordinal, sealed)
     select $1, * from unnest($2::text[], $3::integer[], $4::bytea[])`,
    [
      organizationId,
      found.aliases.map((row) => row.alias),
      found.aliases.map((row) => row.ordinal),
      found.aliases.map((row) => row.sealed),
    ],
  );
  await execute(
    tx,
    `update person_alias set sealed = spelled.sealed from unnest($2::text[], $3::bytea[]) as spelled (alias, sealed)
      where organization_id = $1 and person_alias.alias = spelled.alias`,
    [organizationId, found.spelled.map((row) => row.alias), found.spelled.map((row) => row.sealed)],
  );
}

async function placesOf(
  tx: EntityManager,
  organizationId: string,
  people: readonly NumberedPerson[],
  { ordinals }: Identities,
  refusals: PersonRefusal[],
): Promise<Map<number, Piece<Place | null>[]>> {
  const managers = await ordinalsOf(
    tx,
    organizationId,
    people.flatMap(({ row }) => row.managerId ?? []),
  );
  const places = new Map<number, Piece<Place | null>[]>();
  for (const { line, row } of people) {
    const ordinal = ordinals.get(row.personId);
    if (ordinal === undefined) continue;
    const manager = row.managerId === null ? null : (managers.get(row.managerId) ?? null);
    if (row.managerId !== null && manager === null) refusals.push(unknownManager(line, row.personId));
    const { entity, level, site, trade, manages = null } = row;
    const content = entity === null ? null : { entity, manager, level, site, trade, manages };
    const own = places.get(ordinal) ?? [];
    own.push({ from: fromOf(row.validFrom), to: toOf(row.validTo), content });
    places.set(ordinal, own);
  }
  return places;
}

/** Person id → ordinal, of those that are declared. */
export async function ordinalsOf(
  tx: EntityManager,
  organizationId: string,
  keys: readonly string[],
): Promise<Map<string, number>> {
  const names = await namesOf(tx, organizationId);
  const rows = await rowsOf<{ key: string; ordinal: number }>(
    tx,
    `select key, ordinal from person where organization_id = $1 and key = any($2) and declared`,
    [organizationId, [...new Set(keys.map((key) => names.token(key)))]],
  );
  const ordinals = new Map(rows.map(({ key, ordinal }) => [key, ordinal]));
  return new Map(
    keys.flatMap((key) => {
      const ordinal = ordinals.get(names.token(key));
      return ordinal === undefined ? [] : [[key, ordinal] as const];
    }),
  );
}

function unknownManager(line: number, id: string): PersonRefusal {
  return {
    line,
    id,
    code: 'unknown_manager',
    field: 'manager_id',
    message: 'There is no such manager; the person goes in without one.',
  };
}
