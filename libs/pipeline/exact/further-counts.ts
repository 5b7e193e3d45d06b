import { type EntityManager } from 'typeorm';
import { daysBetween, weekEndOf } from '#domain/calendar/day.js';
import {
  groupMeasures,
  madeMeasures,
  openBins,
  ownGroupMeasures,
  replyBins,
  resolvedBins,
  waitBins,
  workReplyBins,
  workWaitBins,
  cameBins,
  diedBins,
  leftBins,
  sourceMeasures,
  voiceMeasures,
} from '#domain/communities/exchange-measures.js';
import { type IndicatorKey } from '#domain/indicators/catalogue.js';
import { measuresRead } from '#domain/indicators/exact.js';
import { reachByEntity } from '#domain/rollout/reach.js';
import { type Wave } from '#domain/rollout/wave.js';
import { presentOn } from '#storage/exact/exact-reach.repository.js';
import { treeOn } from '#storage/exact/exact-ties.repository.js';
import { type ExactSlice } from '#storage/exact/exact.repository.js';
import { type ExactSlicing } from '#storage/exact/exact.sql.js';
import { tieDays } from '#storage/measures/network.repository.js';
import { isOn, type OrganizationFacts } from '#storage/organization/organization.js';
import { exactExchange } from './exact-exchange.js';
import { exactLaunch } from './exact-launch.js';
import { exactNetwork } from './exact-network.js';
import { exactRelays } from './exact-relays.js';
import { type Period } from './periods.js';

type Columns = Record<string, number>;

/** Counts of the direct staff of every entity, and of the organisation as one; a column is `population.frame.measure`. */
interface Counted {
  entities: Map<string, Columns>;
  whole: Columns;
}

const ofPlaces = [...madeMeasures, ...groupMeasures];
const ofWhole = [sourceMeasures, replyBins, waitBins, workReplyBins, workWaitBins, diedBins, leftBins, cameBins];
const ofQuarter = [...resolvedBins, ...openBins];
const ofGroups = new Set<string>([...ofPlaces, ...ofWhole.flat(), ...ofQuarter, ...voiceMeasures, ...ownGroupMeasures]);
const ofReach = ['strangers', 'in_term', 'entity_served', 'site_known', 'site_served', 'trade_known', 'trade_served'];
const ofLaunch = ['launch_due', 'launch_relayed'];
const ofTies = ['crossing', 'internal', 'two_way', 'one_way'];

/**
 * Adds to counted slices what groups, threads, ties and mandates say of them, as far as somebody asks: counted row by row
 * in this process, without any of the worker's statements. Groups and threads end on a Sunday; a module that is off is
 * not counted. A wave of people and a level are no place: nothing is added to them.
 */
export async function addFurtherCounts(
  tx: EntityManager,
  organization: OrganizationFacts,
  {
    slices,
    by,
    period,
    keys,
    waves,
  }: {
    slices: readonly ExactSlice[];
    by: ExactSlicing;
    period: Period;
    keys: readonly IndicatorKey[];
    waves: ReadonlyMap<string, Wave>;
  },
): Promise<void> {
  const read = new Set(keys.flatMap((key) => [...measuresRead(key)]));
  const reads = (measures: Iterable<string>) => [...measures].some((measure) => read.has(measure));
  const readsTies = reads(ofTies) || [...read].some((measure) => measure.startsWith('relay_'));
  if (!readsTies && !reads(ofReach) && !reads(ofGroups) && !reads(ofLaunch)) return;
  const counted: Counted = { entities: new Map(), whole: {} };
  const tree = await treeOn(tx, organization.id, period.to);
  if (reads(ofReach)) await addReach(tx, organization, period, counted);
  if (readsTies) await addTies(tx, organization, period, tree, counted);
  if (reads(ofGroups)) await addGroups(tx, organization, period, tree, counted);
  if (reads(ofLaunch)) await addLaunch(tx, organization, period, tree, waves, counted);
  for (const slice of slices) {
    const entities = [...tree].flatMap(([entity, above]) => (isIn(slice.slice, by, above, waves) ? [entity] : []));
    if (entities.length === 0) continue;
    const columns = new Set(entities.flatMap((entity) => Object.keys(counted.entities.get(entity) ?? {})));
    const sum = (column: string) =>
      entities.reduce((total, entity) => total + (counted.entities.get(entity)?.[column] ?? 0), 0);
    Object.assign(slice, Object.fromEntries([...columns].map((column) => [column, sum(column)])));
    if (entities.length === tree.size) Object.assign(slice, counted.whole);
  }
}

/** Whether an entity (with those above it) belongs to a slice; a wave of people and a level hold none. */
export function isIn(
  slice: string,
  by: ExactSlicing,
  above: readonly string[],
  waves: ReadonlyMap<string, Wave>,
): boolean {
  if (by === 'organisation') return true;
  if (by === 'entity') return above.includes(slice);
  const nearest = above.find((entity) => [...waves.values()].some(({ entities }) => entities.includes(entity)));
  return by === 'wave' && nearest !== undefined && (waves.get(slice)?.entities ?? []).includes(nearest);
}

function add({ entities }: Counted, entity: string, column: string, amount: number): void {
  const columns = entities.get(entity) ?? {};
  entities.set(entity, columns);
  columns[column] = (columns[column] ?? 0) + amount;
}

async function addReach(tx: EntityManager, { id }: OrganizationFacts, { to }: Period, counted: Counted) {
  for (const [entity, reach] of reachByEntity(await presentOn(tx, id, to), to))
    for (const [measure, value] of Object.entries(reach)) add(counted, entity, `everyone.state.${measure}`, value);
}

async function addTies(
  tx: EntityManager,
  organization: OrganizationFacts,
  { from, to }: Period,
  tree: ReadonlyMap<string, readonly string[]>,
  counted: Counted,
): Promise<void> {
  const network = await exactNetwork(tx, organization.id, from, to);
  for (const entity of tree.keys()) {
    if (isOn(organization, 'ties')) for (const measure of ofTies) add(counted, entity, `everyone.window.${measure}`, 0);
  }
  for (const { entity, crossing, internal, twoWay, oneWay } of isOn(organization, 'ties') ? network.parts : [])
    for (const [measure, value] of Object.entries({ crossing, internal, two_way: twoWay, one_way: oneWay }))
      add(counted, entity, `everyone.window.${measure}`, value);
  if (!isOn(organization, 'relays') || daysBetween(from, to) + 1 !== tieDays) return;
  // Everybody's place is the direct staff of their entity.
  const places = new Map([...tree.keys()].map((entity) => [entity, { entity, cell: entity, volume: entity }]));
  for (const [entity, plan] of await exactRelays(tx, organization.id, to, network, places))
    for (const [measure, value] of Object.entries(plan)) add(counted, entity, `everyone.window.${measure}`, value);
}

async function addLaunch(
  tx: EntityManager,
  organization: OrganizationFacts,
  { from, to }: Period,
  tree: ReadonlyMap<string, readonly string[]>,
  waves: ReadonlyMap<string, Wave>,
  { whole }: Counted,
): Promise<void> {
  if (daysBetween(from, to) + 1 !== 91 || !isOn(organization, 'exemplarity')) return;
  const launch = await exactLaunch(tx, organization, to, tree, waves);
  if (launch === null) return;
  whole['managers.window.launch_due'] = launch.due;
  whole['managers.window.launch_relayed'] = launch.relayed;
}

async function addGroups(
  tx: EntityManager,
  organization: OrganizationFacts,
  { from, to }: Period,
  tree: ReadonlyMap<string, readonly string[]>,
  counted: Counted,
): Promise<void> {
  const days = daysBetween(from, to) + 1;
  if ((days !== 28 && days !== 91) || weekEndOf(to) !== to) return;
  const exemplarity = isOn(organization, 'exemplarity');
  const head = [...tree].find(([, above]) => above.length === 1)?.[0] ?? null;
  const cellOf = new Map([...tree.keys()].map((entity) => [entity, entity]));
  const { volumes, ownGroups } = await exactExchange(tx, organization.id, to, { exemplarity, k: 1, cellOf, head });
  const put = (column: string, amount: number) => (counted.whole[column] = (counted.whole[column] ?? 0) + amount);
  for (const measure of days === 91 ? ofQuarter : ofWhole.flat()) put(`everyone.window.${measure}`, 0);
  if (days === 28)
    for (const entity of tree.keys())
      for (const measure of ofPlaces) add(counted, entity, `everyone.window.${measure}`, 0);
  for (const { population, cell, measure, total } of volumes) {
    const isResolution = /^(resolved|open)_/.test(measure);
    if (isResolution !== (days === 91) || measure === 'weeks') continue;
    if (tree.has(cell)) add(counted, cell, `everyone.window.${measure}`, total);
    else put(`everyone.window.${measure}`, total);
    if (population.startsWith('level-')) put(`managers.window.${measure}`, total);
  }
  if (days !== 28 || !exemplarity) return;
  for (const measure of ['messages', 'first_replies']) {
    put(`everyone.window.${measure}`, 0);
    put(`managers.window.${measure}`, 0);
  }
  if (!ownGroups || ownGroups.managers === 0) return;
  const { managers, ownActions, ownWeeks, otherActions, otherWeeks, members, enclosed } = ownGroups;
  const told = { founders: managers, own_actions: ownActions, own_weeks: ownWeeks, other_actions: otherActions };
  for (const [measure, value] of Object.entries({ ...told, other_weeks: otherWeeks, group_members: members, enclosed }))
    put(`managers.window.${measure}`, value);
}
