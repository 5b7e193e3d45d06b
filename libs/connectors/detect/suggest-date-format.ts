import { type DateFormat, dateFormats } from '#domain/files/reading.js';
import { parseInstant } from '../event/instant.js';
import { LocalClock } from '../event/local-clock.js';

/** Canonical columns of days and instants. */
const dated = new Set([
  ...['occurred_at', 'created_at', 'archived_at', 'valid_from', 'valid_to', 'planned_start', 'planned_end'],
  ...['actual_start', 'actual_end', 'from', 'to', 'date', 'starts_on', 'ends_on', 'period_end', 'kick_off'],
  ...['called_on', 'consent_on', 'meeting_on', 'replaced_on'],
]);

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
    dated.has(column) ? columns.findIndex((one) => one.trim() === name) : [],
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
