import { type EventKind, eventKinds, isEventKind } from '#domain/events/kind.js';
import { type Grain } from '#domain/files/reading.js';
import {
  type CanonicalEvent,
  checkEvent,
  eventProblem,
  type EventProblem,
  instantMessages,
} from '../event/canonical-event.js';
import { type LocalClock } from '../event/local-clock.js';
import { type Parsed, UnreadableFileError } from '../rejection.js';
import { cellAt } from './cell-error.js';
import { dayColumns, dayReader } from './day-rows.js';
import { type Columns, type Header } from './header.js';
import { clockOf, type RowReader, type TableOptions, readTable } from './table.js';
import { type ByteStream } from './text-stream.js';

export const eventColumns: Columns = {
  required: ['id', 'occurred_at', 'kind', 'actor'],
  optional: ['object', 'parent', 'group', 'target', 'quantity'],
};

export interface EventTableOptions extends TableOptions {
  /** Kind → the word, or words, that the file has for it. */
  kinds?: Readonly<Record<string, string | readonly string[]>>;
  /** `day`: a row tells what a person did on one day, and `quantity` how often. */
  grain?: Grain;
  /** Kind → the column that counts its acts; a row is then of one day, and gives an event for each of them. */
  counts?: Readonly<Record<string, string>>;
  /** Called with each word that means no kind. */
  onUnknownWord?: (word: string) => void;
  now: Date;
}

/** Reads a file of events; a refused line is reported and the rest goes on. */
export async function* parseEventsCsv(
  input: ByteStream,
  options: EventTableOptions,
): AsyncGenerator<Parsed<CanonicalEvent>[]> {
  const words = kindsByWord(options.kinds ?? {});
  const counted = Object.keys(options.counts ?? {}).map(knownKind);
  const clock = clockOf(options);
  if (options.grain !== 'day' && counted.length === 0) {
    yield* readTable(input, eventColumns, options, (header) => eventReader(header, words, clock, options));
    return;
  }
  const map = { ...options.map, ...options.counts };
  const reading = { counted, words, clock, now: options.now };
  yield* readTable(input, dayColumns(counted), { ...options, map }, (header) => dayReader(header, reading));
}

function knownKind(kind: string): EventKind {
  if (isEventKind(kind)) return kind;
  throw new UnreadableFileError('unknown_kind', kind, `There is no kind "${kind}" to map.`);
}

function kindsByWord(kinds: NonNullable<EventTableOptions['kinds']>): Map<string, string> {
  const words = new Map<string, string>(eventKinds.map((kind) => [kind, kind]));
  for (const [kind, names] of Object.entries(kinds)) {
    for (const name of typeof names === 'string' ? [names] : names) words.set(name.trim(), knownKind(kind));
  }
  return words;
}

function eventReader(
  { places }: Header,
  words: ReadonlyMap<string, string>,
  clock: LocalClock | null,
  { now, onUnknownWord }: EventTableOptions,
): RowReader<CanonicalEvent> {
  const at = (column: string) => places.get(column) ?? -1;
  const [id, occurredAt, kind, actor] = [at('id'), at('occurred_at'), at('kind'), at('actor')];
  const [object, parent, group] = [at('object'), at('parent'), at('group')];
  const [target, quantity] = [at('target'), at('quantity')];
  return (cells) => {
    const word = cellAt(cells, kind);
    if (word !== null && !words.has(word)) onUnknownWord?.(word);
    const amount = cellAt(cells, quantity);
    const time = timeOf(cellAt(cells, occurredAt), clock, cellAt(cells, id));
    if (typeof time === 'object' && time !== null) return { refusal: time };
    const checked = checkEvent(
      {
        id: cellAt(cells, id),
        occurred_at: time,
        kind: word === null ? null : (words.get(word) ?? word),
        actor: cellAt(cells, actor),
        object: cellAt(cells, object),
        parent: cellAt(cells, parent),
        group: cellAt(cells, group),
        target: cellAt(cells, target),
        quantity: amount === null ? null : Number(amount),
      },
      now,
    );
    return 'event' in checked ? { row: checked.event } : { refusal: checked };
  };
}

/** Left as it is, for the check of events, where the file declares nothing of how it writes times. */
function timeOf(text: string | null, clock: LocalClock | null, id: string | null): string | null | EventProblem {
  if (clock === null || text === null) return text;
  const instant = clock.instant(text);
  if (typeof instant === 'number') return new Date(instant).toISOString();
  return eventProblem({ id }, instant, 'occurred_at', instantMessages[instant]);
}
