import { datedColumns } from '#domain/files/dated-columns.js';
import { type DateFormat, dateFormats } from '#domain/files/reading.js';
import { parseInstant } from '../event/instant.js';
import { LocalClock } from '../event/local-clock.js';

const isRead = (format: DateFormat | null) => {
  const clock = new LocalClock(format, 'UTC', () => undefined);
  return (text: string) => typeof clock.instant(text) === 'number';
};

/**
 * How the days and instants of a table are written, where not as ISO 8601: as what reads most of them; of two that read
 * as many, the first of the list, in which days come before months. `map`: canonical column → column of the file.
 */
export function suggestDateFormat(
  columns: readonly string[],
  sample: readonly (readonly string[])[],
  map: Readonly<Record<string, string>>,
): DateFormat | null {
  const places = Object.entries(map).flatMap(([column, name]) =>
    datedColumns.has(column) ? columns.findIndex((one) => one.trim() === name) : [],
  );
  const texts = sample.flatMap((cells) => places.map((place) => (cells[place] ?? '').trim())).filter(Boolean);
  let best: DateFormat | null = null;
  let most = texts.filter((text) => parseInstant(text) !== 'bad_timestamp').length;
  for (const format of dateFormats) {
    const times = texts.filter(isRead(format)).length;
    if (times > most) [best, most] = [format, times];
  }
  return best;
}
