import { type DataSource, type EntityManager } from 'typeorm';
import { addDays, type Day } from '#domain/calendar/day.js';
import { cellOf } from '#domain/mask/cell-of.js';
import { isCell, type Mask } from '#domain/mask/mask.js';
import { rowsOf } from '#storage/database.js';
import { retentionExactly } from '#storage/exact/exact.repository.js';
import { type Exchange, exchangeOfWeek } from '#storage/measures/exchange.repository.js';
import { maskOf } from '#storage/measures/mask.repository.js';
import { tieDays } from '#storage/measures/network.repository.js';
import { measuresOfWeek } from '#storage/measures/read-measures.js';
import { isOn, organizationById, type OrganizationFacts } from '#storage/organization/organization.js';
import {
  activeInWeek,
  cohortMeasures,
  type PublishedCohort,
  type PublishedRow,
} from '#storage/publication/publish.repository.js';
import { maskCohorts } from '../publication/publish-cohorts.js';
import { publishWeekCounts } from '../publication/publish-counts.js';
import { lastCompleteSunday } from '../refresh.js';
import { exactNetworkMeasures } from './exact-network-measures.js';
import { exactExchange } from '../exact/exact-exchange.js';
import { exactMeasures, type ProvenWindow } from './exact-measures.js';
import { withinOrganization } from '#storage/wall/within-organization.js';

/** Two ways to the same number that do not meet. */
export interface Difference {
  where: string;
  exact: unknown;
  found: unknown;
}

export interface Proof {
  /** Numbers compared: measures by cell, and published intervals. */
  measures: number;
  publications: number;
  differences: Difference[];
}

/**
 * Compares everything stored of complete weeks with what the operator's door counts: measures with its counts, cell by
 * cell, and publications with the mask applied to its counts. For organisations whose publications are no records.
 * `windowsOf` chooses the windows of each week; a week without any is left out.
 */
export async function proveOrganization(
  work: DataSource,
  organizationId: string,
  windowsOf: (sunday: Day, index: number) => readonly ProvenWindow[],
  progress: (done: number, total: number) => void = () => undefined,
): Promise<Proof> {
  return withinOrganization(organizationId, async () => {
    const organization = await organizationById(work, organizationId);
    const last = lastCompleteSunday(organization);
    const proof: Proof = { measures: 0, publications: 0, differences: [] };
    if (last === null) return proof;
    const weeks = await rowsOf<{ sunday: Day }>(
      work,
      `select week_end as sunday from mask where organization_id = $1 and week_end <= $2 order by 1`,
      [organizationId, last],
    );
    for (const [index, { sunday }] of weeks.entries()) {
      const chosen = windowsOf(sunday, index);
      if (chosen.length > 0) await work.transaction((tx) => proveWeek(tx, organization, sunday, chosen, proof));
      progress(index + 1, weeks.length);
    }
    await work.transaction((tx) => proveCohorts(tx, organization, last, proof));
    return proof;
  });
}

async function proveWeek(
  tx: EntityManager,
  organization: OrganizationFacts,
  sunday: Day,
  windows: readonly ProvenWindow[],
  proof: Proof,
): Promise<void> {
  const { id } = organization;
  const mask: Mask = (await maskOf(tx, id, sunday)) ?? { nodes: [] };
  const days = new Set<number>([0, ...windows]);
  const network = await exactNetworkMeasures(tx, id, sunday, mask, organization, days.has(tieDays));
  const exact = [...(await exactMeasures(tx, id, sunday, mask, windows)), ...network];
  const stored = await measuresOfWeek(tx, id, sunday);
  const measured = stored.filter((row) => days.has(row.days));
  proof.measures += compare(proof, `measure ${sunday}`, named(exact, 'cell'), named(measured, 'cell'));

  const exchange = days.has(28) ? await proveExchange(tx, organization, sunday, mask, proof) : undefined;

  const sizes = new Map(exact.filter(isOfEveryone).map(({ cell, counts }) => [cell, { people: counts.people ?? 0 }]));
  const heads = mask.nodes.filter(isCell).filter(({ headcount }) => headcount > 0);
  compare(
    proof,
    `headcount ${sunday}`,
    sizes,
    new Map(heads.map(({ key, headcount }) => [key, { people: headcount }])),
  );

  const published = await rowsOf<PublishedRow>(
    tx,
    `select population, days, node, counts from published_count
      where organization_id = $1 and week_end = $2 and days = any($3)`,
    [id, sunday, [...days]],
  );
  // Windows are published beside one another: those not counted here have their measures from the store.
  const beside = stored.filter((row) => !days.has(row.days));
  const masked = publishWeekCounts(mask, [...exact, ...beside], sunday, organization, exchange);
  const shown = masked.filter((row) => days.has(row.days));
  proof.publications += compare(proof, `published ${sunday}`, named(shown, 'node'), named(published, 'node'));
}

/** Groups and threads are counted over 28 days only. */
async function proveExchange(
  tx: EntityManager,
  organization: OrganizationFacts,
  sunday: Day,
  mask: Mask,
  proof: Proof,
): Promise<Exchange> {
  const cells = cellOf(mask);
  const exact = await exactExchange(tx, organization.id, sunday, {
    exemplarity: isOn(organization, 'exemplarity'),
    k: organization.bands ? organization.k : 1,
    cellOf: cells,
    head: cells.get(mask.nodes[0]?.entity ?? '') ?? null,
  });
  const found = await exchangeOfWeek(tx, organization.id, sunday);
  const numbers = (row: object): Record<string, number> =>
    Object.fromEntries(
      Object.entries(row).flatMap(([name, value]: [string, unknown]): [string, number][] => {
        if (typeof value === 'object' && value !== null)
          return Object.entries(numbers(value)).map(([part, one]) => [`${name} ${part}`, one]);
        if (name === 'createdOn' && typeof value === 'string') return [[name, Date.parse(value)]];
        return typeof value === 'number' || typeof value === 'boolean' ? [[name, Number(value)]] : [];
      }),
    );
  const byKey = (exchange: Exchange) =>
    new Map<string, Record<string, number>>([
      ...exchange.volumes.map((row) => [`${row.population} ${row.cell} ${row.measure}`, numbers(row)] as const),
      ...exchange.communities.map((row) => [`group ${row.group}`, numbers(row)] as const),
      ['own groups', numbers(exchange.ownGroups ?? {})],
    ]);
  proof.measures += compare(proof, `exchange ${sunday}`, byKey(exact), byKey(found));
  return { ...exact, launch: found.launch ?? null };
}

async function proveCohorts(tx: EntityManager, organization: OrganizationFacts, last: Day, proof: Proof) {
  const { id } = organization;
  const exact = await retentionExactly(tx, id, addDays(last, -6));
  const key = ({ cohort, lag }: { cohort: Day; lag: number }) => `${cohort} +${lag}`;
  const counts = (rows: readonly { cohort: Day; lag: number; people: number; active: number }[]) =>
    new Map(rows.map((row) => [key(row), { people: row.people, active: row.active }]));
  proof.measures += compare(proof, 'cohort', counts(exact), counts(await cohortMeasures(tx, id)));
  const published = await rowsOf<PublishedCohort>(
    tx,
    `select cohort, lag, people, active from published_cohort where organization_id = $1`,
    [id],
  );
  const intervals = (rows: readonly PublishedCohort[]) =>
    new Map(rows.map((row) => [key(row), { people: row.people, active: row.active }]));
  const masked = intervals(maskCohorts(exact, await activeInWeek(tx, id), organization));
  proof.publications += compare(proof, 'published cohort', masked, intervals(published));
}

const isOfEveryone = (row: { population: string; days: number }) => row.population === 'everyone' && row.days === 0;

type Value = number | readonly number[];

interface Row {
  population: string;
  days: number;
  counts: Record<string, Value>;
}

/** The counts of each row under a name of its own. */
function named<Place extends string>(
  rows: readonly (Row & Record<Place, string>)[],
  place: Place,
): Map<string, Row['counts']> {
  return new Map(rows.map((row) => [`${row.population} ${row.days} d ${row[place]}`, row.counts]));
}

/** Weights are sums of fractions: the order of adding shows in the last digits. */
const isNear = (one: number | undefined, other: number | undefined) =>
  one !== undefined && other !== undefined && Math.abs(one - other) <= 1e-9 * Math.max(1, Math.abs(one));

const isSame = (one: Value | undefined, other: Value | undefined) =>
  typeof one === 'object' && typeof other === 'object'
    ? isNear(one[0], other[0]) && isNear(one[1], other[1])
    : typeof one !== 'object' && typeof other !== 'object' && isNear(one, other);

/** Notes every number that one has and the other has not, or has otherwise; tells how many were compared. */
function compare(
  proof: Proof,
  what: string,
  exact: ReadonlyMap<string, Row['counts']>,
  found: ReadonlyMap<string, Row['counts']>,
): number {
  let compared = 0;
  for (const key of new Set([...exact.keys(), ...found.keys()])) {
    const [one = {}, other = {}] = [exact.get(key), found.get(key)];
    for (const measure of new Set([...Object.keys(one), ...Object.keys(other)])) {
      compared++;
      if (isSame(one[measure], other[measure])) continue;
      proof.differences.push({ where: `${what}: ${key} ${measure}`, exact: one[measure], found: other[measure] });
    }
  }
  return compared;
}
