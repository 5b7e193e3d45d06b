import { addDays, type Day } from '#domain/calendar/day.js';
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
  const put = (measure: string, cell: string, ordinal: number, amount: number, surely: boolean) => {
    const key = `${measure}/${cell}`;
    const people = parts.get(key) ?? new Map<number, Part>();
    parts.set(key, people);
    people.set(ordinal, { amount: (people.get(ordinal)?.amount ?? 0) + amount, surely });
  };
  const add = (measure: string, entity: string | null | undefined, ordinal: number, amount: number) => {
    const cell = cellOf.get(entity ?? '');
    if (cell === undefined || amount === 0) return;
    put(measure, cell, ordinal, amount, true);
    const key = `${measure}/${cell}`;
    totals.set(key, (totals.get(key) ?? 0) + amount);
  };
  const weeksAtWork: { week: Day; ordinal: number; acts: number }[] = [];
  const stays = grouped(facts.data.stays, ({ ordinal }) => ordinal);
  for (const { week, ordinal, interactions, received, acts } of facts.data.weeks) {
    if (!facts.after(week, 28)) continue;
    const home = facts.people.get(ordinal)?.entity;
    add('interactions', home, ordinal, interactions);
    add('received', home, ordinal, received);
    if (acts > 0) weeksAtWork.push({ week, ordinal, acts });
  }
  for (const [ordinal, own] of grouped(weeksAtWork, (one) => one.ordinal)) {
    const places = placesOf(own, stays.get(ordinal) ?? [], cellOf);
    const amount = own.filter(({ week }) => places.weeks.has(week)).reduce((sum, { acts }) => sum + acts, 0);
    for (const [cell, whole] of places.cells) put('acts', cell, ordinal, amount, whole && cell === places.last);
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

/** Where somebody stood in the weeks in which they acted: whether for a whole one of them, and where last. */
function placesOf(
  own: readonly { week: Day }[],
  stays: readonly { entity: string; from: Day; to: Day }[],
  cellOf: ReadonlyMap<string, string>,
): { cells: Map<string, boolean>; weeks: Set<Day>; last: string | undefined } {
  const stood = own.flatMap(({ week }) =>
    stays.flatMap(({ entity, from, to }) => {
      const [cell, next] = [cellOf.get(entity), addDays(week, 7)];
      if (cell === undefined || from >= next || to <= week) return [];
      return [{ cell, week, whole: from <= week && to >= next }];
    }),
  );
  const cells = new Map<string, boolean>();
  for (const { cell, whole } of stood) cells.set(cell, whole || (cells.get(cell) ?? false));
  const latest = stood
    .map(({ week }) => week)
    .sort()
    .at(-1);
  const last = stood.flatMap(({ cell, week }) => (week === latest ? [cell] : [])).sort()[0];
  return { cells, weeks: new Set(stood.map(({ week }) => week)), last };
}
