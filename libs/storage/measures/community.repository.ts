import { type EntityManager } from 'typeorm';
import { addDays, type Day } from '#domain/calendar/day.js';
import { workingDays } from '#domain/calendar/working-days.js';
import { calendarBins, lifeBins, resolutionBins, workingBins } from '#domain/communities/lag-bins.js';
import { upliftOf, type OwnGroup } from '#domain/communities/own-group.js';
import { rowsOf } from '../database.js';
import * as community from './community.sql.js';
import * as exchange from './exchange.sql.js';
import * as groups from './group-numbers.sql.js';
import * as made from './group-made.sql.js';
import * as own from './own-group.sql.js';

export interface CommunityOptions {
  /** Whether managers are told apart. */
  exemplarity: boolean;
  /** Fewest members of a group whose life is counted. */
  k: number;
  /** Working days of the 28, by country: two columns. */
  working: readonly [string[], Day[]];
  /** The cell of groups that belong to nobody in particular. */
  head: string | null;
}

/**
 * Counts what happened in groups and threads: clears the measures of the week, then fills them. Reads the temporary
 * tables `roster`, `unassigned` and `cell_people` of the counting of people.
 */
export async function countCommunities(
  tx: EntityManager,
  organizationId: string,
  sunday: Day,
  cellOf: ReadonlyMap<string, string>,
  { exemplarity, k, working, head }: CommunityOptions,
): Promise<void> {
  const week = [organizationId, sunday];
  for (const table of ['measure_exchange', 'measure_community', 'measure_own_group']) {
    await tx.query(`delete from ${table} where organization_id = $1 and week_end = $2`, week);
  }
  await tx.query(exchange.createEntityCells, [[...cellOf.keys()], [...cellOf.values()]]);
  await tx.query(community.createPresent, week);
  await tx.query(`analyze present`);
  await tx.query(community.createCommunities, [...week, head ?? exchange.organizationCell]);
  await tx.query(community.createGroupActs, week);
  await tx.query(`analyze community, group_act`);
  await tx.query(community.createGroupMembers, week);
  await tx.query(community.createThreadStates, week);
  await tx.query(`analyze group_member, thread_state`);
  await tx.query(made.createGroupPairs, week);
  await tx.query(made.createGroupMade, week);
  await tx.query(made.createGroupShares);
  await tx.query(community.fillCommunities, [...week, resolutionBins.from]);
  // Whoever has no country works from Monday to Friday.
  const anywhere = workingDays(addDays(sunday, -27), sunday, null).filter(() => !working[0].includes(''));
  const days = [
    [...working[0], ...anywhere.map(() => '')],
    [...working[1], ...anywhere],
  ];
  await tx.query(exchange.createMade, [
    ...week,
    calendarBins.from,
    workingBins.from,
    ...days,
    exemplarity,
    resolutionBins.from,
  ]);
  await tx.query(exchange.fillMade, week);
  await tx.query(exchange.fillVoiceWeeks, [...week, exemplarity]);
  await tx.query(groups.fillGroups, week);
  await tx.query(groups.fillLives, [...week, lifeBins.from.length - 1, k]);
  if (exemplarity) await countOwnGroups(tx, organizationId, sunday);
  await tx.query(
    `drop table present, community, group_act, group_member, thread_state, entity_cell, made, group_made, group_share`,
  );
}

type ManagerRow = OwnGroup & { members: number; enclosed: number };

async function countOwnGroups(tx: EntityManager, organizationId: string, sunday: Day): Promise<void> {
  const managers = await rowsOf<ManagerRow>(tx, own.ownGroups, [sunday]);
  const uplift = upliftOf(managers);
  const shares = await rowsOf<{ side: string; contributors: number; top1: number; top2: number }>(
    tx,
    own.ownGroupShares,
    [sunday],
  );
  const sum = (of: (manager: ManagerRow) => number) => managers.reduce((total, manager) => total + of(manager), 0);
  await tx.query(own.saveOwnGroup, [
    organizationId,
    sunday,
    managers.length,
    sum(({ ownActions }) => ownActions),
    sum(({ ownWeeks }) => ownWeeks),
    sum(({ otherActions }) => otherActions),
    sum(({ otherWeeks }) => otherWeeks),
    uplift?.low ?? null,
    uplift?.high ?? null,
    sum(({ members }) => members),
    sum(({ enclosed }) => enclosed),
    Object.fromEntries(shares.map(({ side, contributors, top1, top2 }) => [side, [contributors, top1, top2]])),
  ]);
}
