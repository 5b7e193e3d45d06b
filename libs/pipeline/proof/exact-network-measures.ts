import { type EntityManager } from 'typeorm';
import { addDays, type Day, endsBlock } from '#domain/calendar/day.js';
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
  const parts = new Map<string, Map<number, number>>();
  for (const { person, entity, crossing, internal, twoWay, oneWay } of network.parts) {
    const volume = place.get(entity)?.volume;
    if (volume === undefined) continue;
    for (const [measure, value] of Object.entries({ crossing, internal, two_way: twoWay, one_way: oneWay })) {
      if (value === 0) continue;
      // Somebody who moved within the set is one person of it.
      const own = parts.get(`${volume}/${measure}`) ?? new Map<number, number>();
      parts.set(`${volume}/${measure}`, own.set(person, (own.get(person) ?? 0) + value));
    }
  }
  for (const volume of new Set(places.map((one) => one.volume))) {
    for (const measure of ['crossing', 'internal', 'two_way', 'one_way']) {
      const each = [...(parts.get(`${volume}/${measure}`)?.values() ?? [])].sort((a, b) => b - a);
      const [top1 = 0, second = 0] = each;
      const set = (name: string, value: number) => add('network', tieDays, volume, name, value);
      set(
        measure,
        each.reduce((sum, part) => sum + part, 0),
      );
      set(`${measure}_people`, each.length);
      set(`${measure}_top1`, top1);
      set(`${measure}_top2`, top1 + second);
    }
  }
  if (endsBlock(sunday)) {
    const plans = await exactRelays(tx, organizationId, sunday, network, place);
    for (const [cell, counts] of plans)
      for (const [measure, value] of Object.entries(counts)) add('relay', tieDays, cell, measure, value);
  }
  return [...sums.values()].map((row) => (row.population === 'relay' ? { ...row, population: 'whole' } : row));
}
