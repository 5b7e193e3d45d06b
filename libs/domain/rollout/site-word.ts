/**
 * Words of the directory for a place where people work together, whatever departments it has: the people and the
 * departments of one resemble each other. Any other word says nothing of the kind.
 */
const siteWords: ReadonlySet<string> = new Set([
  ...['site', 'sites', 'établissement', 'etablissement', 'établissements', 'etablissements'],
  ...['agence', 'agences', 'usine', 'usines', 'magasin', 'magasins'],
  ...['establishment', 'establishments', 'branch', 'branches', 'plant', 'plants', 'factory', 'factories'],
  ...['office', 'offices', 'store', 'stores', 'location', 'locations'],
]);

export const isSiteWord = (kind: string): boolean => siteWords.has(kind.normalize('NFC').trim().toLowerCase());
