import { type EntityManager } from 'typeorm';
import { addDays, type Day, endsBlock } from '#domain/calendar/day.js';
import { contributionsByPlace } from '#domain/mask/dominance.js';
import { type Mask } from '#domain/mask/mask.js';
import { reachByEntity } from '#domain/rollout/reach.js';
import { presentOn } from '#storage/exact/exact-reach.repository.js';
import { type MeasureRow } from '#storage/measures/read-measures.js';
import { tieDays } from '#storage/measures/network.repository.js';
import { exactNetwork } from '../exact/exact-network.js';
import { placesOf } from '../measures/places-of.js';
import { exactRelays } from '../exact/exact-relays.js';

/** What the network measures of a week must be, counted person by person; without ties, only what is declared. */
export async function exactNetworkMeasures(
  tx: EntityManager,
  organizationId: string,
  sunday: Day,
  mask: Mask,
  rules: { k: number; bands: boolean },
  withTies = true,
): Promise<MeasureRow[]> {
  const places = placesOf(mask, rules);
  const place = new Map(places.map((one) => [one.entity, one]));
  const sums = new Map<string, MeasureRow>();
  const add = (population: string, days: number, cell: string, measure: string, value: number) => {
    const key = `${population}/${cell}`;
    const row = sums.get(key) ?? { population, days, cell, counts: {} };
    sums.set(key, row);
    row.counts[measure] = (row.counts[measure] ?? 0) + value;
  };
  for (const [entity, reach] of reachByEntity(await presentOn(tx, organizationId, sunday), sunday)) {
    const cell = place.get(entity)?.cell;
    if (cell !== undefined) for (const [measure, value] of Object.entries(reach)) add('whole', 0, cell, measure, value);
  }
  if (!withTies) return [...sums.values()];
  const network = await exactNetwork(tx, organizationId, addDays(sunday, 1 - tieDays), sunday);
  // Measure → person → set → how much.
  const parts = new Map<string, Map<number, Map<string, number>>>();
  for (const { person, entity, crossing, internal, twoWay, oneWay } of network.parts) {
    const volume = place.get(entity)?.volume;
    if (volume === undefined) continue;
    for (const [measure, value] of Object.entries({ crossing, internal, two_way: twoWay, one_way: oneWay })) {
      if (value === 0) continue;
      const people = parts.get(measure) ?? new Map<number, Map<string, number>>();
      const own = people.get(person) ?? new Map<string, number>();
      parts.set(measure, people.set(person, own.set(volume, (own.get(volume) ?? 0) + value)));
    }
  }
  for (const measure of ['crossing', 'internal', 'two_way', 'one_way']) {
    const made = contributionsByPlace(parts.get(measure)?.values() ?? []);
    for (const volume of new Set(places.map((one) => one.volume))) {
      const { total, contributors, top1, top2 } = made.get(volume) ?? { total: 0, contributors: 0, top1: 0, top2: 0 };
      for (const [name, value] of [
        ['', total],
        ['_people', contributors],
        ['_top1', top1],
        ['_top2', top2],
      ] as const)
        add('network', tieDays, volume, `${measure}${name}`, value);
    }
  }
  if (endsBlock(sunday)) {
    const plans = await exactRelays(tx, organizationId, sunday, network, place);
    for (const [cell, counts] of plans)
      for (const [measure, value] of Object.entries(counts)) add('relay', tieDays, cell, measure, value);
  }
  return [...sums.values()].map((row) => (row.population === 'relay' ? { ...row, population: 'whole' } : row));
}
