import { type ImportProfile } from '#contract/import-profiles.js';
import { type ImportPreview } from '#contract/import-preview.js';

const folded = (name: string) => name.trim().toLowerCase();

/**
 * The profile by which a table is to be read as it comes: the only one all of whose columns the table has. Null where none
 * fits, or several do; a profile that names no column fits nothing.
 */
export function fittingProfile(
  profiles: readonly ImportProfile[],
  { columns }: Pick<ImportPreview, 'columns'>,
): ImportProfile | null {
  const names = new Set(columns.map(({ name }) => folded(name)));
  const fits = ({ map, counts }: ImportProfile) => {
    const named = [...Object.values(map), ...Object.values(counts)];
    return named.length > 0 && named.every((name) => names.has(folded(name)));
  };
  const [fitting, ...others] = profiles.filter(fits);
  return fitting && others.length === 0 ? fitting : null;
}
