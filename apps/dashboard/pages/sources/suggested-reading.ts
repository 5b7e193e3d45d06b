import { type FileWords, type ImportPreview } from '#contract/import-preview.js';
import { isEventKind } from '#domain/events/kind.js';
import { isOfDays, type Reading } from './reading.js';

/** Whether its times say no zone: one must be told. Those of HumHub never do. */
export const lacksZone = ({ kind, rejects }: Pick<ImportPreview, 'kind' | 'rejects'>) =>
  kind === 'humhub' || rejects.some(({ code }) => code === 'naive_timestamp');

export type Found = Pick<
  ImportPreview,
  'kind' | 'columns' | 'rejects' | 'unknownWords' | 'suggestedKinds' | 'suggestedDateFormat'
>;

/** What was found, with the words of the whole file that mean nothing yet. */
export const withWords = <F extends Found>(found: F, { words, suggestedKinds }: FileWords): F => ({
  ...found,
  unknownWords: [...new Set([...found.unknownWords, ...words.map(({ word }) => word)])].filter(
    (one) => !isEventKind(one),
  ),
  suggestedKinds: { ...suggestedKinds, ...found.suggestedKinds },
});

/** No column looks like an id of acts, and nobody has said which is. */
const lacksIds = ({ kind, columns }: Found, { ids, map, fixed, ...rest }: Reading) =>
  kind === 'events' &&
  ids === null &&
  !map['id'] &&
  !fixed['id'] &&
  !isOfDays(rest) &&
  columns.every(({ name }) => name.trim().toLowerCase() !== 'id');

/**
 * The reading with what the file itself suggests, where nobody has decided: what its words mean, how it writes dates,
 * the zone of the organisation where its times have none, and that its lines are told by what they say where they have
 * no ids. Null where there is nothing more to take over.
 */
export function suggestedReading(reading: Reading, found: Found, ownZone: string): Reading | null {
  const words = found.unknownWords.filter((word) => !Object.hasOwn(reading.kinds, word));
  const dateFormat = reading.dateFormat || (found.suggestedDateFormat ?? '');
  // Shown as chosen, and may be changed: the server that wrote the file may stand elsewhere.
  const zone = reading.zone || (lacksZone(found) ? ownZone : '');
  const ids = lacksIds(found, reading) ? 'content' : reading.ids;
  const isSame = dateFormat === reading.dateFormat && zone === reading.zone && ids === reading.ids;
  if (words.length === 0 && isSame) return null;
  const kinds = Object.fromEntries(words.map((word) => [word, found.suggestedKinds[word] ?? ('' as const)]));
  return { ...reading, dateFormat, zone, ids, kinds: { ...reading.kinds, ...kinds } };
}

/** The columns of a reading with those that the file calls by our own names, which nobody has to say. */
export function withOwnNames(
  map: Reading['map'],
  { columns, canonical }: Pick<ImportPreview, 'columns' | 'canonical'>,
): Reading['map'] {
  const own = canonical.flatMap(({ name: ours }) => {
    const column = columns.find(({ name }) => name.trim().toLowerCase() === ours);
    return column ? [[ours, column.name] as const] : [];
  });
  return { ...Object.fromEntries(own), ...map };
}

/** Ways of saying what a row needs, none of which the reading gives; empty where nothing is missing. */
export function lackingColumns(
  canonical: ImportPreview['canonical'],
  { map, fixed, counts, grain, ids }: Pick<Reading, 'map' | 'fixed' | 'counts' | 'grain' | 'ids'>,
): string[][] {
  const counted = Object.keys(counts).length > 0;
  // What is counted per day has no id of its own, and its columns say the kinds.
  const spared = [...(ids === 'content' || isOfDays({ grain, counts }) ? ['id'] : []), ...(counted ? ['kind'] : [])];
  const isGiven = (name: string) => Boolean(map[name]) || Boolean(fixed[name]) || spared.includes(name);
  const lacking = canonical.filter(({ name, required }) => required && !isGiven(name)).map(({ name }) => [name]);
  const either = canonical.filter((column) => column.either).map(({ name }) => name);
  return either.length > 0 && !either.some(isGiven) ? [...lacking, either] : lacking;
}
