import { type LastReading, type NewImportProfile } from '#contract/import-profiles.js';
import { type ImportKind } from '#contract/imports.js';
import { type EventKind, isEventKind } from '#domain/events/kind.js';
import { pairsText } from '#domain/files/name-pairs.js';

type KeptOnly = Pick<NewImportProfile, 'fixed' | 'counts' | 'encoding' | 'grain' | 'ids'>;

/** How the file is read where its format leaves that open. */
export interface Reading extends KeptOnly {
  /** Canonical column → column of the file. */
  map: Readonly<Record<string, string>>;
  /** '' = not decided; `iso` = as ISO 8601, by decision. */
  dateFormat: string;
  zone: string;
  /** Word of the file → kind of event; '' = its rows are to be refused. */
  kinds: Readonly<Record<string, EventKind | ''>>;
  /** Name of the profile that it began with: the source of the file. */
  source: string;
}

/** Whether rows are of a day each: these need no ids. */
export const isOfDays = ({ grain, counts }: Pick<Reading, 'grain' | 'counts'>): boolean =>
  grain === 'day' || Object.keys(counts).length > 0;

export const plainReading: Reading = {
  ...{ map: {}, dateFormat: '', zone: '', kinds: {}, source: '' },
  ...{ fixed: {}, counts: {}, encoding: null, grain: null, ids: null },
};

export const isoDates = 'iso';

const declared = ({ dateFormat }: Reading) => (dateFormat === isoDates ? '' : dateFormat);
const meant = ({ kinds }: Reading) =>
  Object.entries(kinds).filter((pair): pair is [string, EventKind] => pair[1] !== '');

const listed = (pairs: readonly (readonly [string, string])[]) => pairsText(pairs) || undefined;
const chosen = (map: Reading['map']) => Object.entries(map).filter(([, name]) => name !== '');

/** As the routes take it; a column that has its own name already is not said. */
export const readingParameters = (reading: Reading) => ({
  map: listed(chosen(reading.map).filter(([canonical, name]) => canonical !== name.toLowerCase())),
  kinds: listed(meant(reading).map(([word, kind]) => [kind, word])),
  fixed: listed(Object.entries(reading.fixed)),
  counts: listed(Object.entries(reading.counts)),
  date_format: declared(reading) || undefined,
  zone: reading.zone || undefined,
  encoding: reading.encoding ?? undefined,
  grain: reading.grain ?? undefined,
  ids: reading.ids ?? undefined,
});

/** What a saved profile says, or the last file of its kind, to begin with. */
export function readingOf({
  name = '',
  map,
  kinds,
  ...kept
}: Omit<LastReading, 'source'> & { name?: string }): Reading {
  const words = Object.entries(kinds).flatMap(([kind, said]) =>
    [said].flat().flatMap((word) => (isEventKind(kind) ? [[word, kind] as const] : [])),
  );
  const { dateFormat, zone, fixed, counts, encoding, grain, ids } = kept;
  return {
    ...{ map, source: name, kinds: Object.fromEntries(words) },
    ...{ dateFormat: dateFormat ?? '', zone: zone ?? '', fixed, counts, encoding, grain, ids },
  };
}

/** What is kept of a reading: names of columns and words, never content. */
export function profileOf(kind: ImportKind, reading: Reading): Partial<NewImportProfile> {
  const kinds: Partial<Record<EventKind, string[]>> = {};
  for (const [word, means] of meant(reading)) kinds[means] = [...(kinds[means] ?? []), word];
  const { zone, fixed, counts, encoding, grain, ids } = reading;
  return {
    ...{ kind, kinds, fixed, counts, encoding, grain, ids },
    map: Object.fromEntries(chosen(reading.map)),
    dateFormat: (declared(reading) || null) as NewImportProfile['dateFormat'],
    zone: zone || null,
  };
}
