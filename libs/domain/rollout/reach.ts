import { type Day, monthsBefore } from '../calendar/day.js';
import { type ReachMeasure } from '../indicators/reading.js';
import { missionMonths } from './ambassadors.js';

/** Somebody present on a day, as the directory has them; `since` = first days of the ambassador mandates then open. */
export interface Present {
  entity: string;
  site: string | null;
  trade: string | null;
  since: readonly Day[];
}

export type Reach = Record<ReachMeasure, number>;

/** K61, K63 and the chance part of K31 person by person, summed by entity: the operator's door and the worker's proof. */
export function reachByEntity(people: readonly Present[], day: Day): Map<string, Reach> {
  const ambassadors = people.filter(({ since }) => since.length > 0);
  const has = (of: 'entity' | 'site' | 'trade', value: string | null) =>
    Number(value !== null && ambassadors.some((ambassador) => ambassador[of] === value));
  const size = new Map<string, number>();
  for (const { entity } of people) size.set(entity, (size.get(entity) ?? 0) + 1);
  const [latest, earliest] = [missionMonths.low, missionMonths.high].map((months) => monthsBefore(day, months));
  const served = new Map<string, number>();
  const servedBy = (of: 'entity' | 'site' | 'trade', value: string | null): number => {
    const key = `${of}/${value}`;
    const known = served.get(key) ?? has(of, value);
    served.set(key, known);
    return known;
  };
  const found = new Map<string, Reach>();
  for (const { entity, site, trade, since } of people) {
    const reach = found.get(entity) ?? nobody();
    found.set(entity, reach);
    reach.strangers += (people.length - size.get(entity)!) / people.length;
    reach.in_term += Number(since.some((from) => earliest! <= from && from <= latest!));
    reach.entity_served += servedBy('entity', entity);
    reach.site_known += Number(site !== null);
    reach.site_served += servedBy('site', site);
    reach.trade_known += Number(trade !== null);
    reach.trade_served += servedBy('trade', trade);
  }
  return found;
}

function nobody(): Reach {
  return { strangers: 0, in_term: 0, entity_served: 0, site_known: 0, site_served: 0, trade_known: 0, trade_served: 0 };
}
