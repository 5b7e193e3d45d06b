import { type EventKind, eventKinds, isEventKind } from '#domain/events/kind.js';
import { type Grain, type LineIds } from '#domain/files/reading.js';
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
import { ContentIds, tooManyLines } from './content-ids.js';
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
  /** `content`: no column has an id; a line is told by what it says, and by how often the file has said it before. */
  ids?: LineIds;
  /** Kind → the column that counts its acts; a row is then of one day, and gives an event for each of them. */
  counts?: Readonly<Record<string, string>>;
  /** Called with each word that means no kind. */
  onUnknownWord?: (word: string) => void;
  now: Date;
}

/** Of a file whose lines have no ids; one that it has all the same, or that a profile names, is not read. */
function withoutId({ map = {}, fixed = {}, ...options }: EventTableOptions): [Columns, EventTableOptions] {
  const others = (names: Readonly<Record<string, string>>) =>
    Object.fromEntries(Object.entries(names).filter(([column]) => column !== 'id'));
  const columns = { ...eventColumns, required: ['occurred_at', 'kind', 'actor'] };
  return [columns, { ...options, map: others(map), fixed: others(fixed) }];
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
    const [columns, given] = options.ids === 'content' ? withoutId(options) : [eventColumns, options];
    yield* readTable(input, columns, given, (header) => eventReader(header, words, clock, options));
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
  { now, onUnknownWord, ids }: EventTableOptions,
): RowReader<CanonicalEvent> {
  const at = (column: string) => places.get(column) ?? -1;
  const [id, occurredAt, kind, actor] = [at('id'), at('occurred_at'), at('kind'), at('actor')];
  const [object, parent, group] = [at('object'), at('parent'), at('group')];
  const [target, quantity] = [at('target'), at('quantity')];
  const contentIds = ids === 'content' ? new ContentIds() : null;
  return (cells) => {
    const word = cellAt(cells, kind);
    if (word !== null && !words.has(word)) onUnknownWord?.(word);
    const amount = cellAt(cells, quantity);
    const time = timeOf(cellAt(cells, occurredAt), clock, cellAt(cells, id));
    if (typeof time === 'object' && time !== null) return { refusal: time };
    const checked = checkEvent(
      {
        id: contentIds === null ? cellAt(cells, id) : contentIds.any,
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
    if (contentIds === null) return 'event' in checked ? { row: checked.event } : { refusal: checked };
    if (!('event' in checked)) return { refusal: { ...checked, id: null } };
    const own = contentIds.idOf(checked.event, word ?? '');
    return own === null ? { refusal: tooManyLines } : { row: { ...checked.event, id: own } };
  };
}

/** Left as it is, for the check of events, where the file declares nothing of how it writes times. */
function timeOf(text: string | null, clock: LocalClock | null, id: string | null): string | null | EventProblem {
  if (clock === null || text === null) return text;
  const instant = clock.instant(text);
  if (typeof instant === 'number') return new Date(instant).toISOString();
  const message = instant === 'not_as_declared' ? clock.undeclared : instantMessages[instant];
  return eventProblem({ id }, instant, 'occurred_at', message);
}
