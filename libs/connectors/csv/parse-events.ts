import { eventKinds, isEventKind } from '#domain/events/kind.js';
import { type CanonicalEvent, checkEvent } from '../event/canonical-event.js';
import { type Parsed, UnreadableFileError } from '../rejection.js';
import { type Columns, type Header } from './header.js';
import { type RowReader, type TableOptions, readTable } from './table.js';
import { type ByteStream } from './text-stream.js';

export const eventColumns: Columns = {
  required: ['id', 'occurred_at', 'kind', 'actor'],
  optional: ['object', 'parent', 'group', 'target', 'quantity'],
};

export interface EventTableOptions extends TableOptions {
  /** Kind → the word, or words, that the file has for it. */
  kinds?: Readonly<Record<string, string | readonly string[]>>;
  now: Date;
}

/** Reads a file of events; a refused line is reported and the rest goes on. */
export async function* parseEventsCsv(
  input: ByteStream,
  options: EventTableOptions,
): AsyncGenerator<Parsed<CanonicalEvent>[]> {
  const words = kindsByWord(options.kinds ?? {});
  yield* readTable(input, eventColumns, options, (header) => eventReader(header, words, options.now));
}

function kindsByWord(kinds: NonNullable<EventTableOptions['kinds']>): Map<string, string> {
  const words = new Map<string, string>(eventKinds.map((kind) => [kind, kind]));
  for (const [kind, names] of Object.entries(kinds)) {
    if (!isEventKind(kind)) throw new UnreadableFileError('unknown_kind', kind, `There is no kind "${kind}" to map.`);
    for (const name of typeof names === 'string' ? [names] : names) words.set(name.trim(), kind);
  }
  return words;
}

function eventReader({ places }: Header, words: ReadonlyMap<string, string>, now: Date): RowReader<CanonicalEvent> {
  const at = (column: string) => places.get(column) ?? -1;
  const [id, occurredAt, kind, actor] = [at('id'), at('occurred_at'), at('kind'), at('actor')];
  const [object, parent, group] = [at('object'), at('parent'), at('group')];
  const [target, quantity] = [at('target'), at('quantity')];
  return (cells) => {
    const word = cell(cells, kind);
    const amount = cell(cells, quantity);
    const checked = checkEvent(
      {
        id: cell(cells, id),
        occurred_at: cell(cells, occurredAt),
        kind: word === null ? null : (words.get(word) ?? word),
        actor: cell(cells, actor),
        object: cell(cells, object),
        parent: cell(cells, parent),
        group: cell(cells, group),
        target: cell(cells, target),
        quantity: amount === null ? null : Number(amount),
      },
      now,
    );
    return 'event' in checked ? { row: checked.event } : { refusal: checked };
  };
}

function cell(cells: readonly string[], place: number): string | null {
  const text = place < 0 ? undefined : cells[place]?.trim();
  return text === undefined || text === '' ? null : text;
}
