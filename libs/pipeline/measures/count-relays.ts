import { type EntityManager } from 'typeorm';
import { type Day, endsBlock } from '#domain/calendar/day.js';
import { EXACT_FROM } from '#domain/mask/bands.js';
import { influencerRisk } from '#domain/network/influence.js';
import { relayPlan } from '#domain/network/relays.js';
import { isOn, type OrganizationFacts } from '#storage/organization/organization.js';
import * as relays from '#storage/measures/relay.repository.js';

/**
 * K33 and K34 once per four-week block, beside the ties that `countNetwork` left open. What is known of one person stays
 * in this process: counts by cell leave it, and volunteers among those whom the plan would add.
 */
export async function countRelays(tx: EntityManager, organization: OrganizationFacts, sunday: Day): Promise<void> {
  await relays.clearRelays(tx, organization.id, sunday);
  if (!endsBlock(sunday)) return;
  if (isOn(organization, 'relays')) await planRelays(tx, organization.id, sunday);
  if (isOn(organization, 'influence')) {
    const values = await relays.influenceValues(tx, organization.id, sunday);
    await relays.saveInfluence(tx, organization.id, sunday, shownRisk(values, organization.bands));
  }
}

async function planRelays(tx: EntityManager, organizationId: string, sunday: Day): Promise<void> {
  const members = byCell(await relays.relayMembers(tx, organizationId, sunday));
  const ties = byCell(await relays.relayTies(tx));
  const volunteers = new Set([...members.values()].flat().flatMap((one) => (one.volunteer ? [one.person] : [])));
  const measures: relays.RelayMeasure[] = [];
  const proposed: number[] = [];
  for (const [cell, people] of members) {
    const { additions, ...plan } = relayPlan(people, ties.get(cell) ?? []);
    measures.push({ cell, ...plan, additions: additions.length });
    proposed.push(...additions.filter((person) => volunteers.has(person)));
  }
  await relays.saveRelays(tx, organizationId, sunday, measures, proposed);
}

function byCell<Row extends { cell: string }>(rows: readonly Row[]): Map<string, Row[]> {
  const cells = new Map<string, Row[]>();
  for (const row of rows) {
    const known = cells.get(row.cell);
    if (known) known.push(row);
    else cells.set(row.cell, [row]);
  }
  return cells;
}

/** The first value is one person's: with bands on, told in twentieths, and only of a crowd. */
function shownRisk(values: readonly number[], bands: boolean): { people: number; risk: number | null } {
  const risk = influencerRisk(values);
  if (!bands || risk === null) return { people: values.length, risk };
  return { people: values.length, risk: values.length < EXACT_FROM ? null : Math.round(risk * 20) / 20 };
}
