import { type EntityManager } from 'typeorm';
import { execute, rowsOf } from '../database.js';
import { firstDifference, overlay, type Piece } from './timeline.js';

/** Where somebody is, and under whom. */
export interface Place {
  entity: string;
  manager: number | null;
  level: number | null;
  site: string | null;
  trade: string | null;
  /** Null where the directory does not say; whoever has reports manages all the same. */
  manages: boolean | null;
}

export interface AssignmentChanges {
  /** Ordinals of the people who are not where they were. */
  people: Set<number>;
  /** First day of each change; '-infinity' where there is no first. */
  days: string[];
  /** Those of them from which somebody belongs to another entity. */
  moves: string[];
  /** People who were there before and stay, under somebody else or nobody. */
  ledByOthers: number;
}

const isSamePlace = (one: Place, other: Place) =>
  one.entity === other.entity &&
  one.manager === other.manager &&
  one.level === other.level &&
  one.site === other.site &&
  one.trade === other.trade &&
  one.manages === other.manages;

const isSameManager = (one: Place, other: Place) => one.manager === other.manager;

/** Whether there is a day on which they have been there all along, with another manager than was known. */
function hasOtherManager(old: readonly Piece<Place>[], now: readonly Piece<Place>[]): boolean {
  return old.some((was) =>
    now.some((is) => is.from < was.to && was.from < is.to && !isSameManager(is.content, was.content)),
  );
}

const isSameEntity = (one: Place, other: Place) => one.entity === other.entity;

/** When somebody was in which entity, whoever the manager. */
const stays = (pieces: readonly Piece<Place>[]) => overlay([], pieces, isSameEntity);

/** The given periods win; what is stored stays for the others. A null place is a time in no entity. Safe to repeat. */
export async function saveAssignments(
  tx: EntityManager,
  organizationId: string,
  given: ReadonlyMap<number, readonly Piece<Place | null>[]>,
): Promise<AssignmentChanges> {
  const stored = await readAssignments(tx, organizationId, [...given.keys()]);
  const changes: AssignmentChanges = { people: new Set(), days: [], moves: [], ledByOthers: 0 };
  const written: (Piece<Place> & { ordinal: number })[] = [];
  for (const [ordinal, pieces] of given) {
    const old = stored.get(ordinal) ?? [];
    const now = overlay(old, pieces, isSamePlace);
    const day = firstDifference(old, now, isSamePlace);
    if (day === null) continue;
    changes.people.add(ordinal);
    changes.days.push(day);
    const moved = firstDifference(stays(old), stays(now), isSameEntity);
    if (moved !== null) changes.moves.push(moved);
    if (hasOtherManager(old, now)) changes.ledByOthers++;
    for (const piece of now) written.push({ ...piece, ordinal });
  }
  if (changes.people.size === 0) return changes;
  await execute(tx, `delete from assignment where organization_id = $1 and ordinal = any($2)`, [
    organizationId,
    [...changes.people],
  ]);
  await tx.query(
    `
    insert into assignment (organization_id, ordinal, valid_from, valid_to, entity_key, manager_ordinal, level, site, trade, manages)
    select $1, * from unnest($2::integer[], $3::date[], $4::date[], $5::text[], $6::integer[], $7::smallint[], $8::text[], $9::text[],
                             $10::boolean[])
    `,
    [
      organizationId,
      written.map((piece) => piece.ordinal),
      written.map((piece) => piece.from),
      written.map((piece) => piece.to),
      written.map((piece) => piece.content.entity),
      written.map((piece) => piece.content.manager),
      written.map((piece) => piece.content.level),
      written.map((piece) => piece.content.site),
      written.map((piece) => piece.content.trade),
      written.map((piece) => piece.content.manages),
    ],
  );
  return changes;
}

async function readAssignments(
  tx: EntityManager,
  organizationId: string,
  ordinals: readonly number[],
): Promise<Map<number, Piece<Place>[]>> {
  const rows = await rowsOf<Place & { ordinal: number; from: string; to: string }>(
    tx,
    `
    select ordinal, valid_from as from, valid_to as to, entity_key as entity, manager_ordinal as manager, level, site, trade, manages
      from assignment where organization_id = $1 and ordinal = any($2)
     order by ordinal, valid_from
    `,
    [organizationId, ordinals],
  );
  const pieces = new Map<number, Piece<Place>[]>();
  for (const { ordinal, from, to, ...content } of rows) {
    const own = pieces.get(ordinal) ?? [];
    own.push({ from, to, content });
    pieces.set(ordinal, own);
  }
  return pieces;
}

/** How many of these people have reports although the directory says that they manage nobody, at the same time. */
export async function countBelied(
  tx: EntityManager,
  organizationId: string,
  ordinals: readonly number[],
): Promise<number> {
  const [row] = await rowsOf<{ people: number }>(
    tx,
    `
    select count(distinct boss.ordinal)::integer as people
      from assignment as boss
      join assignment as report on report.organization_id = $1 and report.manager_ordinal = boss.ordinal
           and report.ordinal <> boss.ordinal and report.valid_from < boss.valid_to and boss.valid_from < report.valid_to
     where boss.organization_id = $1 and boss.ordinal = any($2) and not boss.manages
    `,
    [organizationId, ordinals],
  );
  return row?.people ?? 0;
}
