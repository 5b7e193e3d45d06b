import { type EntityManager } from 'typeorm';
import { type Day } from '#domain/calendar/day.js';
import { type Contribution } from '#domain/mask/dominance.js';
import { rowsOf } from '../database.js';
import { type LaunchRow, launchOfWeek } from './launch.repository.js';

/** A volume of one population in one cell; `contributors` null where groups are counted, not what people made. */
export interface ExchangeRow {
  population: string;
  cell: string;
  measure: string;
  total: number;
  contributors: number | null;
  top1: number | null;
  top2: number | null;
}

/** People who made something, the part of the most active of them, and of the two. */
export type MadeBy = [contributors: number, top1: number, top2: number];

/** Without a word of who made it nobody did. */
export function contributionOf(total: number, [contributors, top1, top2]: MadeBy = [0, 0, 0]): Contribution {
  return { total, contributors, top1, top2 };
}

/** What one group is and does, without a person. */
export interface CommunityRow {
  group: string;
  createdOn: Day | null;
  owned: boolean | null;
  described: boolean | null;
  members: number;
  managers: number;
  writers: number;
  active28: number;
  active364: number;
  messages: number;
  contributors: number;
  top1: number;
  top2: number;
  managerMessages: number;
  managerWeeks: number;
  threads: number;
  answered: number;
  replied: number;
  /** Of the same threads as `replied`, those that somebody who manages nobody answered. */
  otherReplied: number;
  firstReplies: number;
  managerFirst: number;
  pairs: number;
  mutual: number;
  resolutions: number[];
  unresolved: number[];
  /** Who is behind its volumes, by measure; absent = nobody, or counted before this was. */
  made: Partial<Record<string, MadeBy>>;
}

/** Groups created by managers, all together; the interval of K52 is over those managers. */
export interface OwnGroupRow {
  managers: number;
  ownActions: number;
  ownWeeks: number;
  otherActions: number;
  otherWeeks: number;
  ratioLow: number | null;
  ratioHigh: number | null;
  members: number;
  enclosed: number;
  /** Who is behind the actions: `own` and `other`, by `managers` whose groups they are and by `members`. */
  made: Partial<Record<`${'own' | 'other'}_${'managers' | 'members'}`, MadeBy>>;
}

/** Everything counted of groups and threads in a week. */
export interface Exchange {
  volumes: ExchangeRow[];
  communities: CommunityRow[];
  /** Null where managers are not told apart. */
  ownGroups: OwnGroupRow | null;
  /** Null without a declared launch message, or where managers are not told apart. */
  launch?: LaunchRow | null;
}

export async function exchangeOfWeek(tx: EntityManager, organizationId: string, sunday: Day): Promise<Exchange> {
  const week = [organizationId, sunday];
  const volumes = await rowsOf<ExchangeRow>(
    tx,
    `select population, cell, measure, total, contributors, top1, top2 from measure_exchange
      where organization_id = $1 and week_end = $2 order by population, cell, measure`,
    week,
  );
  const communities = await rowsOf<CommunityRow>(
    tx,
    `select group_key as "group", created_on as "createdOn", owned, described, members, managers, writers, active28, active364,
            messages, contributors, top1, top2, manager_messages as "managerMessages", manager_weeks as "managerWeeks", threads,
            answered, replied, other_replied as "otherReplied", first_replies as "firstReplies", manager_first as "managerFirst",
            pairs, mutual, resolutions, unresolved, made
       from measure_community where organization_id = $1 and week_end = $2 order by group_key`,
    week,
  );
  const [ownGroups] = await rowsOf<OwnGroupRow>(
    tx,
    `select managers, own_actions as "ownActions", own_weeks as "ownWeeks", other_actions as "otherActions",
            other_weeks as "otherWeeks", ratio_low as "ratioLow", ratio_high as "ratioHigh", members, enclosed, made
       from measure_own_group where organization_id = $1 and week_end = $2`,
    week,
  );
  return { volumes, communities, ownGroups: ownGroups ?? null, launch: await launchOfWeek(tx, organizationId, sunday) };
}
