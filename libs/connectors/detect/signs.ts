import { factFormats } from '../declared/parse-facts.js';
import { type Columns, everyColumn } from '../csv/header.js';
import { directoryColumns } from '../csv/parse-directory.js';
import { eventColumns } from '../csv/parse-events.js';
import { holdsPaths } from './column-looks.js';
import { suggestMap } from './suggest-map.js';

/** What an archive is, by the names in it. */
export function kindOfNames(names: readonly string[]): string | null {
  const files = names.map((name) => name.toLowerCase().split('/').at(-1) ?? '');
  const has = (...wanted: string[]) => wanted.some((name) => files.includes(name));
  // The one source whose exports are workbooks.
  if (names.includes('xl/workbook.xml')) return 'workplace';
  if (files.some((name) => name.endsWith('.jsonl'))) return 'mattermost';
  // One table of messages for each room; where there is one room only, its folder is not that of the users.
  const rooms = names.filter((name) => /^([^/]+\/){1,2}messages\.csv$/i.test(name)).length;
  const isOneFolder = has('groups.csv') || names.some((name) => /(^|\/)Messages\.csv$/.test(name));
  if (has('channels.csv') || names.some((name) => /(^|\/)directmessages\/[^/]+\.csv$/i.test(name))) return 'rocketchat';
  if (rooms > 1 && !isOneFolder) return 'rocketchat';
  if (has('messages.csv', 'users.csv', 'groups.csv')) return 'yammer';
  const isSlack = has('channels.json', 'groups.json', 'dms.json', 'mpims.json', 'integration_logs.json');
  if (isSlack || names.some((name) => /^[^/]+\/\d{4}-\d{2}-\d{2}\.json$/.test(name))) return 'slack';
  return null;
}

/** What a tarball is, by the names at its beginning. */
export function kindOfTarNames(names: readonly string[]): string | null {
  const isZulip = (name: string) => /^(\.\/)?zulip-export|(^|\/)(messages-\d{6}|migration_status)\.json$/.test(name);
  return names.some(isZulip) || names.some((name) => /^(\.\/)?([^/]+\/)?realm\.json$/.test(name)) ? 'zulip' : null;
}

/** Fields by which the first document of each source is known; the text may be cut, and need not be whole JSON. */
const fields: readonly [kind: string, signs: readonly RegExp[]][] = [
  ['mattermost', [/^\{\s*"type"\s*:\s*"version"/]],
  ['exo', [/"module"\s*:/, /"operation"\s*:/, /"_source"\s*:|"isAnalytics"\s*:/]],
  ['slack-analytics', [/"member_id"\s*:|"user_id"\s*:/, /"messages_posted"|"is_active"/, /"date"\s*:/]],
  ['humhub', [/"results"\s*:\s*\[/, /"pages"\s*:/, /"page"\s*:/]],
  ['rocketchat', [/"messages"\s*:\s*\[/, /"rid"\s*:/, /"u"\s*:\s*\{/]],
  ['rocketchat', [/"users"\s*:\s*\[/, /"username"\s*:/, /"success"\s*:|"offset"\s*:/]],
  ['discourse', [/"latest_posts"\s*:|"post_stream"\s*:|"user_actions"\s*:/]],
];

export function kindOfJson(text: string): string | null {
  const start = text.slice(0, 20_000);
  return fields.find(([, signs]) => signs.every((sign) => sign.test(start)))?.[0] ?? null;
}

const canonical: readonly [kind: string, columns: Columns][] = [
  ['events', eventColumns],
  ...Object.entries(directoryColumns),
  ...factFormats.map(({ kind, columns }): [string, Columns] => [kind, columns]),
];

/**
 * What a table is: by columns that only one source has, else the canonical file whose columns it has, else events.
 * `sample`: the cells of its first rows.
 */
export function kindOfHeader(
  cells: readonly string[],
  sample: readonly (readonly string[])[],
): { kind: string | null; score: number } {
  const names = cells.map((cell) => cell.trim().toLowerCase());
  const has = (...wanted: string[]) => wanted.every((name) => names.includes(name));
  if (has('report refresh date', 'report period')) return { kind: 'm365', score: 1 };
  if (has('username', 'email', 'trust_level')) return { kind: 'discourse', score: 1 };
  const fits = canonical
    .filter(([, { required, either }]) => has(...required) && (!either || either.some((name) => has(name))))
    .map(([kind, columns]) => {
      const known = everyColumn(columns);
      return { kind, known: names.filter((name) => known.includes(name)).length };
    });
  const [best] = fits.sort((one, other) => other.known - one.known);
  if (best) return { kind: best.kind, score: best.known / Math.max(1, names.length) };
  const tells = (columns: Columns, ...wanted: string[]) => {
    const told = Object.keys(suggestMap(cells, columns, sample));
    return wanted.every((column) => told.includes(column));
  };
  // When and who are enough to say that a table tells of acts: the rest can be mapped. And who and where, of people.
  if (tells(eventColumns, 'occurred_at', 'actor')) return { kind: 'events', score: 0.5 };
  const { people } = directoryColumns;
  const told = suggestMap(cells, people, sample);
  const leads = 'is_manager' in told || 'manager_id' in told;
  // A path that is seen needs nobody who leads: nothing but a directory places people one below the other.
  const shown = sample.map((row) => (row[cells.findIndex((cell) => cell.trim() === told['entity_path'])] ?? '').trim());
  const isPlaced = 'entity' in told || 'entity_path' in told;
  const isPeople = 'person_id' in told && ((isPlaced && leads) || holdsPaths(shown));
  return isPeople ? { kind: 'people', score: 0.5 } : { kind: null, score: 0 };
}
