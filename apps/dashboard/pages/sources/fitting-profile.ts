import { type ImportProfile, type ImportProfiles, type LastReading } from '#contract/import-profiles.js';
import { type ImportPreview } from '#contract/import-preview.js';
import { type Reading, readingOf } from './reading.js';

const folded = (name: string) => name.trim().toLowerCase();

/**
 * The profile by which a table is to be read as it comes: the only one all of whose columns the table has. Null where none
 * fits, or several do; a profile that names no column fits nothing.
 */
export function fittingProfile<P extends Pick<ImportProfile, 'map' | 'counts'>>(
  profiles: readonly P[],
  { columns }: Pick<ImportPreview, 'columns'>,
): P | null {
  const names = new Set(columns.map(({ name }) => folded(name)));
  const fits = ({ map, counts }: P) => {
    const named = [...Object.values(map), ...Object.values(counts)];
    return named.length > 0 && named.every((name) => names.has(folded(name)));
  };
  const [fitting, ...others] = profiles.filter(fits);
  return fitting && others.length === 0 ? fitting : null;
}

/**
 * The source of the last file that was read by these columns, where that is another than the profile's: somebody said so
 * of that file, and of the next one it holds too. Null where it went where the profile says, or none did.
 */
export function sourceSaid<P extends Pick<ImportProfile, 'name' | 'kind' | 'map'>>(
  profile: P,
  latest: ImportProfiles['latest'],
): string | null {
  // A column that is called as ours is not said.
  const isSame = ({ kind, map }: LastReading) =>
    kind === profile.kind &&
    Object.entries(profile.map).every(([ours, theirs]) =>
      map[ours] === undefined ? folded(theirs) === ours : map[ours] === theirs,
    );
  const last = latest.find(isSame)?.source ?? null;
  return last === profile.name ? null : last;
}

/**
 * How the last file of its kind was read that had all of these columns, where no profile is kept; null where none did. A
 * source with a name of its own is for somebody to choose.
 */
export function fittingReading(
  readings: ImportProfiles['latest'],
  found: Pick<ImportPreview, 'columns' | 'kind' | 'score'>,
): LastReading | null {
  const isKnown = found.kind !== null && found.score > 0;
  return fittingProfile(
    readings.filter(({ kind, source }) => (source === null || source === kind) && (!isKnown || kind === found.kind)),
    found,
  );
}

/** The reading for a file of that source: words that mean nothing yet mean what they meant in its last file. */
export function asFilesOf(source: string, reading: Reading, readings: ImportProfiles['latest']): Reading {
  const last = readings.find((one) => one.source === source);
  const decided = Object.entries(reading.kinds).filter(([, kind]) => kind !== '');
  const meant = last ? readingOf(last).kinds : {};
  return { ...reading, source, kinds: { ...reading.kinds, ...meant, ...Object.fromEntries(decided) } };
}

/**
 * By which profile a file is read: that whose source it has, else the one that it was read by before somebody said that it
 * is of another source. Without a source it is read by none.
 */
export function profileReadBy(
  source: string,
  before: string | null,
  profiles: readonly Pick<ImportProfile, 'name'>[],
): string | null {
  if (source === '') return null;
  return profiles.some(({ name }) => name === source) ? source : before;
}
