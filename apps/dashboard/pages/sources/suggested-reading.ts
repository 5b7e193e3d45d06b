import { type ImportPreview } from '#contract/imports.js';
import { type Reading } from './reading.js';

/** Whether its times say no zone: one must be told. Those of HumHub never do. */
export const lacksZone = ({ kind, rejects }: Pick<ImportPreview, 'kind' | 'rejects'>) =>
  kind === 'humhub' || rejects.some(({ code }) => code === 'naive_timestamp');

export type Found = Pick<ImportPreview, 'kind' | 'rejects' | 'unknownWords' | 'suggestedKinds' | 'suggestedDateFormat'>;

/**
 * The reading with what the file itself suggests, where nobody has decided: what its words mean, how it writes dates,
 * and the zone of the organisation where its times have none. Null where there is nothing more to take over.
 */
export function suggestedReading(reading: Reading, found: Found, ownZone: string): Reading | null {
  const words = found.unknownWords.filter((word) => !Object.hasOwn(reading.kinds, word));
  const dateFormat = reading.dateFormat || (found.suggestedDateFormat ?? '');
  // Shown as chosen, and may be changed: the server that wrote the file may stand elsewhere.
  const zone = reading.zone || (lacksZone(found) ? ownZone : '');
  if (words.length === 0 && dateFormat === reading.dateFormat && zone === reading.zone) return null;
  const kinds = Object.fromEntries(words.map((word) => [word, found.suggestedKinds[word] ?? ('' as const)]));
  return { ...reading, dateFormat, zone, kinds: { ...reading.kinds, ...kinds } };
}

/** Ways of saying what a row needs, none of which the reading gives; empty where nothing is missing. */
export function lackingColumns(
  canonical: ImportPreview['canonical'],
  { map, fixed, counts, grain }: Pick<Reading, 'map' | 'fixed' | 'counts' | 'grain'>,
): string[][] {
  const counted = Object.keys(counts).length > 0;
  // What is counted per day has no id of its own, and its columns say the kinds.
  const spared = [...(counted || grain === 'day' ? ['id'] : []), ...(counted ? ['kind'] : [])];
  const isGiven = (name: string) => Boolean(map[name]) || Boolean(fixed[name]) || spared.includes(name);
  const lacking = canonical.filter(({ name, required }) => required && !isGiven(name)).map(({ name }) => [name]);
  const either = canonical.filter((column) => column.either).map(({ name }) => name);
  return either.length > 0 && !either.some(isGiven) ? [...lacking, either] : lacking;
}
