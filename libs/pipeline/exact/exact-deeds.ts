import { addDays } from '#domain/calendar/day.js';
import { deedMeasures } from '#domain/communities/exchange-measures.js';
import { type ExchangeRow } from '#storage/measures/exchange.repository.js';
import { type ConversationFacts, grouped } from './conversation-facts.js';

interface Part {
  amount: number;
  surely: boolean;
}

/** What people did over 28 days, by cell, and the largest parts of it: week by week and person by person. */
export function exactDeeds(facts: ConversationFacts, cellOf: ReadonlyMap<string, string>): ExchangeRow[] {
  const parts = new Map<string, Map<number, Part>>();
  const totals = new Map<string, number>();
  const add = (measure: string, entity: string | null | undefined, ordinal: number, amount: number, surely = true) => {
    const cell = cellOf.get(entity ?? '');
    if (cell === undefined || amount === 0) return;
    const key = `${measure}/${cell}`;
    const people = parts.get(key) ?? new Map<number, Part>();
    parts.set(key, people);
    const known = people.get(ordinal) ?? { amount: 0, surely: false };
    people.set(ordinal, { amount: known.amount + amount, surely: known.surely || surely });
    if (measure !== 'acts') totals.set(key, (totals.get(key) ?? 0) + amount);
  };
  const stays = grouped(facts.data.stays, ({ ordinal }) => ordinal);
  for (const { week, ordinal, interactions, received, acts } of facts.data.weeks) {
    if (!facts.after(week, 28)) continue;
    const home = facts.people.get(ordinal)?.entity;
    add('interactions', home, ordinal, interactions);
    add('received', home, ordinal, received);
    const next = addDays(week, 7);
    const during = (stays.get(ordinal) ?? []).filter(({ from, to }) => from < next && to > week);
    // Of several stays in one cell the week counts once.
    const cells = new Map<string | undefined, { entity: string; whole: boolean }>();
    for (const { entity, from, to } of during) {
      const whole = (from <= week && to >= next) || (cells.get(cellOf.get(entity))?.whole ?? false);
      cells.set(cellOf.get(entity), { entity, whole });
    }
    for (const { entity, whole } of cells.values()) add('acts', entity, ordinal, acts, whole);
  }
  for (const { entity, acts } of facts.data.entityActs) {
    const cell = cellOf.get(entity);
    if (cell !== undefined && acts > 0) totals.set(`acts/${cell}`, (totals.get(`acts/${cell}`) ?? 0) + acts);
  }
  return deedMeasures.flatMap((measure) =>
    [...new Set(cellOf.values())].flatMap((cell) => {
      const total = totals.get(`${measure}/${cell}`);
      if (total === undefined) return [];
      const people = [...(parts.get(`${measure}/${cell}`)?.values() ?? [])].sort((a, b) => b.amount - a.amount);
      const [top1 = 0, second = 0] = people.map(({ amount }) => amount);
      const contributors = people.filter(({ surely }) => surely).length;
      return [{ population: 'everyone', cell, measure, total, contributors, top1, top2: top1 + second }];
    }),
  );
}
