import { hash } from 'node:crypto';
import { type Day, isDay } from '#domain/calendar/day.js';
import { type EventKind } from '#domain/events/kind.js';
import { type CanonicalEvent, checkEvent, eventProblem, type EventProblem } from '../event/canonical-event.js';
import { instantOfDay } from '../event/day-grain.js';
import { type LocalClock } from '../event/local-clock.js';
import { cellAt } from './cell-error.js';
import { type Columns, type Header } from './header.js';
import { type RowReader } from './table.js';

/** Columns of a file whose rows tell of one person and one day; kinds that are counted in columns are columns too. */
export function dayColumns(counted: readonly EventKind[]): Columns {
  const optional = ['id', 'object', 'parent', 'group', 'target'];
  return counted.length > 0
    ? { required: ['occurred_at', 'actor', ...counted], optional }
    : { required: ['occurred_at', 'actor', 'kind'], optional: [...optional, 'quantity'] };
}

interface DayReading {
  counted: readonly EventKind[];
  words: ReadonlyMap<string, string>;
  clock: LocalClock | null;
  now: Date;
}

/** Events at the middle of the day, with the count as their quantity; nothing for a count of 0. */
export function dayReader({ places }: Header, reading: DayReading): RowReader<CanonicalEvent> {
  const { counted, words, clock, now } = reading;
  const at = (column: string) => places.get(column) ?? -1;
  const told = ['object', 'parent', 'group', 'target'].map((column) => ({ column, place: at(column) }));
  const rest = (cells: readonly string[]) => told.map(({ place }) => cellAt(cells, place));
  const [id, occurredAt, actor] = [at('id'), at('occurred_at'), at('actor')];
  const [kindPlace, quantity] = [at('kind'), at('quantity')];
  const counts = counted.map((kind) => ({ kind, place: at(kind) }));
  return (cells) => {
    const own = cellAt(cells, id);
    const text = cellAt(cells, occurredAt) ?? '';
    const day = clock?.day(text) ?? isoDay(text);
    if (day === null) return { refusal: badDay(own) };
    if (clock?.isOtherThanIso === true && clock.day(text) === null)
      return { refusal: eventProblem({ id: own }, 'not_as_declared', 'occurred_at', clock.undeclared) };
    const row = {
      occurred_at: clock?.instantOfDay(day) ?? instantOfDay(day),
      actor: cellAt(cells, actor),
      ...Object.fromEntries(told.map(({ column, place }) => [column, cellAt(cells, place)])),
    };
    const word = cellAt(cells, kindPlace) ?? '';
    const acts =
      counts.length > 0
        ? counts.map(({ kind, place }) => ({ kind, count: cellAt(cells, place) ?? '0' }))
        : [{ kind: words.get(word) ?? word, count: cellAt(cells, quantity) ?? '1' }];
    const events: CanonicalEvent[] = [];
    for (const { kind, count } of acts) {
      if (Number(count) === 0) continue;
      const named = counts.length > 0 ? `${own}:${kind}` : own;
      const eventId = own === null ? nameOf([row.actor, day, kind, ...rest(cells)]) : named;
      const checked = checkEvent({ ...row, id: eventId, kind, quantity: Number(count) }, now);
      if (!('event' in checked)) return { refusal: { ...checked, id: own === null ? null : checked.id } };
      events.push(checked.event);
    }
    return { rows: events };
  };
}

/** The hour, if there is one, says nothing. */
function isoDay(text: string): Day | null {
  return /^[\d-]{10}(?:[T ]|$)/.test(text) && isDay(text.slice(0, 10)) ? text.slice(0, 10) : null;
}

function badDay(id: string | null): EventProblem {
  return eventProblem(
    { id },
    'bad_timestamp',
    'occurred_at',
    'The day is not ISO 8601 or as declared, or does not exist.',
  );
}

/** What such a row tells of is what it is: the same person, day and kind again is the same event. */
const nameOf = (parts: readonly (string | null)[]): string => `day:${hash('sha256', JSON.stringify(parts), 'hex')}`;
