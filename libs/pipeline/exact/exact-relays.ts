import { type EntityManager } from 'typeorm';
import { addDays, type Day } from '#domain/calendar/day.js';
import { type Member, relayPlan } from '#domain/network/relays.js';
import { peopleOn, type WeekFact, weekFacts } from '#storage/exact/exact-relays.repository.js';
import { type PlaceOfEntity } from '#storage/measures/network.repository.js';
import { type ExactNetwork } from './exact-network.js';

/** The relay plan of every cell from plain lists. */
export async function exactRelays(
  tx: EntityManager,
  organizationId: string,
  sunday: Day,
  { ties, on }: ExactNetwork,
  places: ReadonlyMap<string, PlaceOfEntity>,
): Promise<Map<string, Record<string, number>>> {
  const people = await peopleOn(tx, organizationId, sunday);
  const monday = addDays(sunday, -6);
  const weeks = await weekFacts(tx, organizationId, addDays(monday, -84), monday);
  const byPerson = new Map<number, WeekFact[]>();
  for (const week of weeks) byPerson.set(week.person, [...(byPerson.get(week.person) ?? []), week]);
  const cellOf = (person: number) => places.get(on(person, sunday) ?? '')?.cell;
  const present = new Set(people.map(({ person }) => person));
  const members = people.flatMap(({ person, ambassador, declared }) => {
    const cell = cellOf(person);
    const own = byPerson.get(person) ?? [];
    const member: Member = {
      ...{ person, ambassador },
      manages: declared || people.some((other) => other.boss === person && other.person !== person),
      active: own.some(({ active }) => active),
      activeWeeks: own.filter(({ week, acted }) => acted && week > addDays(sunday, -84)).length,
      responders: new Set(ties.filter(({ target }) => target === person).map(({ source }) => source)).size,
      communities: new Set(own.flatMap(({ groups }) => groups)).size,
      crossesEntities: ties.some(
        ({ source, target, from, to }) => from !== to && (source === person || target === person),
      ),
    };
    return cell === undefined ? [] : [{ cell, member }];
  });
  const plans = new Map<string, Record<string, number>>();
  for (const cell of new Set(members.map((one) => one.cell))) {
    const inside = ties.filter(
      ({ source, target }) =>
        present.has(source) && present.has(target) && cellOf(source) === cell && cellOf(target) === cell,
    );
    const own = members.filter((one) => one.cell === cell).map(({ member }) => member);
    const { active, reached, reachable, candidates, additions } = relayPlan(own, inside);
    plans.set(cell, {
      ...{ relay_active: active, relay_reached: reached, relay_reachable: reachable },
      ...{ relay_candidates: candidates, relay_additions: additions.length },
    });
  }
  return plans;
}
