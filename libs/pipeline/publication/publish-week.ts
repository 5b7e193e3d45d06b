import { type EntityManager } from 'typeorm';
import { type Day } from '#domain/calendar/day.js';
import { type Mask } from '#domain/mask/mask.js';
import { exchangeOfWeek } from '#storage/measures/exchange.repository.js';
import { maskOf, saveSaidBefore } from '#storage/measures/mask.repository.js';
import { measuresOfWeek } from '#storage/measures/read-measures.js';
import { horizonOf, isOn, type OrganizationFacts } from '#storage/organization/organization.js';
import { replaceCommunities } from '#storage/publication/community.repository.js';
import { isActivitySettled } from '#storage/publication/is-settled.js';
import { mayCloseFrom } from '#storage/publication/week-is-over.js';
import { closeMask, type PublishedRow, publishedRows, replaceWeek } from '#storage/publication/publish.repository.js';
import { organizationNode } from '../measures/organization-node.js';
import { otherSundays } from './other-sundays.js';
import { publishCommunities } from './publish-communities.js';
import { publishWeekCounts, type ShownMask } from './publish-counts.js';
import { publishWeekTies } from './publish-week-ties.js';
import { peopleCounts, restated } from './restated.js';
import { declaredMeasures } from './shelf.js';

/**
 * Publishes a week from its measures, replacing what it published before. The running week of an organisation with
 * personal data shows what was declared of the whole only. `now` is the wall clock.
 */
export async function publishWeek(
  tx: EntityManager,
  organization: OrganizationFacts,
  sunday: Day,
  now: Date,
): Promise<void> {
  const horizon = horizonOf(organization);
  if (horizon === null) return;
  const provisional = horizon < sunday;
  const laid = await maskOf(tx, organization.id, sunday);
  const isOutgrown = laid !== null && laid.k < organization.k;
  // Cells of an open week are laid anew before anything is told of them.
  if (isOutgrown && !laid.closed) return;
  const mask: ShownMask = laid && laid.nodes.length > 0 ? laid : withoutDirectory;
  const measures = await measuresOfWeek(tx, organization.id, sunday);
  const exchange = await exchangeOfWeek(tx, organization.id, sunday);
  const others = organization.class === 'personal' ? await otherSundays(tx, organization.id, sunday) : [];
  const counted = publishWeekCounts(mask, measures, sunday, organization, exchange, others);
  // What was told of groups that are too small by now stays, and nothing is told of them any more.
  const before = laid?.closed ? await publishedRows(tx, organization.id, sunday) : null;
  const all = before === null ? counted : isOutgrown ? before : await toldAnew(before);
  const totalOnly = provisional && organization.class === 'personal';
  const root = mask.nodes[0]?.key;
  const rows = totalOnly ? runningRows(all, root) : all;
  await replaceWeek(
    tx,
    organization.id,
    { sunday, through: provisional ? horizon : sunday, provisional, at: now },
    totalOnly ? mask.nodes.slice(0, 1) : mask.nodes,
    rows,
  );
  // What a closed week says of ties and groups is a record like its counts.
  if (!laid?.closed) {
    await publishWeekTies(tx, organization, sunday, totalOnly ? { nodes: [] } : mask, counted);
    const communities = publishCommunities(totalOnly ? { communities: [], volumes: [] } : exchange, sunday, {
      ...organization,
      exemplarity: isOn(organization, 'exemplarity'),
    });
    await replaceCommunities(tx, organization.id, sunday, communities);
  }
  if (organization.class === 'personal' && !provisional) await closeMask(tx, organization.id, sunday);

  async function toldAnew(said: readonly PublishedRow[]): Promise<PublishedRow[]> {
    const rules = { mask, people: peopleCounts(measures), k: organization.k, saidBefore: laid?.saidBefore ?? {} };
    const anew = restated(said, counted, rules);
    await saveSaidBefore(tx, organization.id, sunday, anew.saidBefore);
    return anew.rows;
  }
}

/**
 * What a running week says of the whole organisation: what was declared, and nothing of what was done. From one night to
 * the next few come and go and few act: what they did would be the difference, of people, days and messages alike.
 */
function runningRows(rows: readonly PublishedRow[], root?: string): PublishedRow[] {
  return rows
    .filter((row) => row.node === root && row.population === 'everyone')
    .map((row) => ({
      ...row,
      counts: Object.fromEntries(Object.entries(row.counts).filter(([name]) => declaredMeasures.has(name))),
    }))
    .filter(({ counts }) => Object.keys(counts).length > 0);
}

/** Before the first directory only the organisation's own counts exist. */
const withoutDirectory: Mask = {
  nodes: [
    {
      key: organizationNode,
      parent: null,
      kind: 'cell',
      entity: null,
      members: [],
      entities: [],
      vacant: [],
      headcount: 0,
    },
  ],
};

/**
 * Whether a week may be published now. `personal`: when the last entity's zone has left the week behind by a day and its
 * activity is whole, for it closes; otherwise as soon as it is counted. `now` is the wall clock.
 */
export async function isDue(
  db: EntityManager,
  organization: OrganizationFacts,
  sunday: Day,
  now: Date,
): Promise<boolean> {
  if (organization.class !== 'personal') return true;
  const from = await mayCloseFrom(db, organization, sunday);
  return now.getTime() >= from.getTime() && (await isActivitySettled(db, organization.id, sunday));
}
