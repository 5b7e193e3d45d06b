import { type ImportProfile, type ImportProfiles, type LastReading } from '#contract/import-profiles.js';
import { type ImportPreview } from '#contract/import-preview.js';

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

/** How the last file of its kind was read that had all of these columns, where no profile is kept; null where none did. */
export function fittingReading(
  readings: ImportProfiles['latest'],
  found: Pick<ImportPreview, 'columns' | 'kind' | 'score'>,
): LastReading | null {
  const isKnown = found.kind !== null && found.score > 0;
  return fittingProfile(
    readings.filter(({ kind }) => !isKnown || kind === found.kind),
    found,
  );
}
