import { type DataSource, type EntityManager } from 'typeorm';
import { execute, rowsOf } from '../database.js';

export interface DirectorySetting {
  /** Shares of the people known, from 0 to 1, above which somebody must look. */
  leaversAbove: number;
  movesAbove: number;
  /** Attributes of a user that name entities, from the top. */
  entityFrom: ('organization' | 'division' | 'department')[];
  /** False: a file of entities says the tree; null = not decided. */
  derivesTree: boolean | null;
}

const unset: DirectorySetting = {
  leaversAbove: 0.1,
  movesAbove: 0.2,
  entityFrom: ['organization', 'division', 'department'],
  derivesTree: null,
};

export async function directorySetting(
  db: DataSource | EntityManager,
  organizationId: string,
): Promise<DirectorySetting> {
  const [row] = await rowsOf<DirectorySetting>(
    db,
    `select leavers_above as "leaversAbove", moves_above as "movesAbove", entity_from as "entityFrom",
            derives_tree as "derivesTree"
       from directory_setting where organization_id = $1`,
    [organizationId],
  );
  return row ?? unset;
}

export async function saveDirectorySetting(
  db: DataSource | EntityManager,
  organizationId: string,
  { leaversAbove, movesAbove, entityFrom, derivesTree }: DirectorySetting,
): Promise<void> {
  await execute(
    db,
    `
    insert into directory_setting (organization_id, leavers_above, moves_above, entity_from, derives_tree)
    values ($1, $2, $3, $4, $5)
    on conflict (organization_id) do update
       set leavers_above = excluded.leavers_above, moves_above = excluded.moves_above, entity_from = excluded.entity_from,
           derives_tree = excluded.derives_tree
    `,
    [organizationId, leaversAbove, movesAbove, entityFrom, derivesTree],
  );
}

/** What was taken today, begun where nothing was. `day` is local. */
export async function beginDirectoryDay(
  tx: EntityManager,
  organizationId: string,
  day: string,
  known: number,
): Promise<{ known: number; leavers: number; moves: number }> {
  await execute(
    tx,
    `insert into directory_day (organization_id, day, known) values ($1, $2, $3) on conflict do nothing`,
    [organizationId, day, known],
  );
  const [row] = await rowsOf<{ known: number; leavers: number; moves: number }>(
    tx,
    `select known, leavers, moves from directory_day where organization_id = $1 and day = $2`,
    [organizationId, day],
  );
  return row ?? { known, leavers: 0, moves: 0 };
}

export async function addToDirectoryDay(
  tx: EntityManager,
  organizationId: string,
  day: string,
  { joiners, leavers, moves }: { joiners: number; leavers: number; moves: number },
): Promise<void> {
  await execute(
    tx,
    `update directory_day set joiners = joiners + $3, leavers = leavers + $4, moves = moves + $5
      where organization_id = $1 and day = $2`,
    [organizationId, day, joiners, leavers, moves],
  );
}
