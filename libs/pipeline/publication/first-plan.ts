import { type EntityManager } from 'typeorm';
import { type Day } from '#domain/calendar/day.js';
import { type Interval } from '#domain/mask/bands.js';
import { exchangeOfWeek } from '#storage/measures/exchange.repository.js';
import { maskOf } from '#storage/measures/mask.repository.js';
import { measuresOfWeek } from '#storage/measures/read-measures.js';
import { type OrganizationFacts } from '#storage/organization/organization.js';
import { awaitsPlan, type PublishedRow, publishedRows, replaceWeek } from '#storage/publication/publish.repository.js';
import { otherSundays } from './other-sundays.js';
import { publishWeekCounts } from './publish-counts.js';

/** Told of every population, and declared: what a plan changes in what is said already. */
const ofPlan = new Set(['planned', 'opened']);
const isOfPlan = (population: string) => ofPlan.has(population) || population.startsWith('wave-');
const keyOf = ({ population, days, node }: PublishedRow) => `${population}/${days}/${node}`;

/**
 * What a closed week says once its first plan is known: all that it said, word for word, and the people of the plan.
 * Null where it would have to say anything else today: then the week stays as it is (docs/decisions/048).
 */
export function withFirstPlan(
  before: readonly PublishedRow[],
  after: readonly PublishedRow[],
): readonly PublishedRow[] | null {
  const today = new Map(after.map((row) => [keyOf(row), row]));
  const said = before.map((row) => grown(row, today.get(keyOf(row))));
  if (!said.every((row) => row !== null)) return null;
  return [...said, ...after.filter(({ population }) => isOfPlan(population))];
}

/** A row with what is planned and opened in it; null where today's says anything else of what both tell. */
function grown(row: PublishedRow, today: PublishedRow | undefined): PublishedRow | null {
  if (!today) return null;
  const isSame = ([measure, [low, high]]: [string, Interval]) =>
    ofPlan.has(measure) || (today.counts[measure]?.[0] === low && today.counts[measure][1] === high);
  if (!Object.entries(row.counts).every(isSame)) return null;
  const declared = Object.entries(today.counts).filter(([measure]) => ofPlan.has(measure));
  return { ...row, counts: { ...row.counts, ...Object.fromEntries(declared) } };
}

/**
 * Tells the people of the plan in a closed week that was published before there was one, in the cells that it has. Once:
 * a later plan counts from the next week on. Safe to repeat.
 */
export async function publishFirstPlan(
  tx: EntityManager,
  organization: OrganizationFacts,
  sunday: Day,
  now: Date,
): Promise<void> {
  if (!(await awaitsPlan(tx, organization.id, sunday))) return;
  const mask = await maskOf(tx, organization.id, sunday);
  if (!mask || mask.nodes.length === 0 || mask.k < organization.k) return;
  const measures = await measuresOfWeek(tx, organization.id, sunday);
  const exchange = await exchangeOfWeek(tx, organization.id, sunday);
  const others = await otherSundays(tx, organization.id, sunday);
  const today = publishWeekCounts(mask, measures, sunday, organization, exchange, others);
  const rows = withFirstPlan(await publishedRows(tx, organization.id, sunday), today);
  if (rows === null) return;
  const week = { sunday, through: sunday, provisional: false, at: now };
  await replaceWeek(tx, organization.id, week, mask.nodes, rows);
}
