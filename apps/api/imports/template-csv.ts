import { addDays, type Day, mondayOf } from '#domain/calendar/day.js';
import { type Language } from '#domain/sentences/language.js';
import { type EntityInput } from '#storage/directory/entities.js';
import { byteOrderMark, csvLine, dialects } from '#domain/files/csv-line.js';

const weeks = 4;
const csv = (rows: readonly (readonly (string | null)[])[]) =>
  byteOrderMark + rows.map((row) => csvLine(row, dialects.en)).join('');

/** The organisation's entities as a file of entities: their keys, to be named in other files or corrected here. */
export function entitiesCsv(entities: readonly EntityInput[]): string {
  const rows = entities.map(({ entityId, parentId, name, kind, country, timezone }) => [
    ...[entityId, parentId, name, kind, country, timezone],
  ]);
  return csv([['entity_id', 'parent_id', 'name', 'kind', 'country', 'timezone'], ...rows]);
}

const words = {
  fr: { wave: 'vague', example: 'Exemple' },
  en: { wave: 'wave', example: 'Example' },
} as const satisfies Record<Language, unknown>;

/**
 * A plan to change: a wave for each entity right below the top, four weeks one after the other from the next Monday on;
 * without entities one line as an example, whose people a file of members would list.
 */
export function wavesCsv(entities: readonly EntityInput[], today: Day, language: Language): string {
  const { wave, example } = words[language];
  const tops = new Set(entities.filter(({ parentId }) => parentId === null).map(({ entityId }) => entityId));
  const below = entities.filter(({ parentId }) => parentId !== null && tops.has(parentId));
  const chosen = below.length > 0 ? below : entities;
  const given = chosen.length > 0 ? chosen : [{ entityId: '', name: example }];
  const start = addDays(mondayOf(today), 7);
  const rows = given.map(({ entityId, name }, index) => [
    ...[`${wave}-${index + 1}`, name, index === 0 ? 'pilot' : 'rollout'],
    ...[addDays(start, index * weeks * 7), addDays(start, (index + 1) * weeks * 7 - 1)],
    ...['', '', entityId, '1', ''],
  ]);
  const head = ['wave_id', 'name', 'kind', 'planned_start', 'planned_end', 'actual_start', 'actual_end'];
  return csv([[...head, 'entities', 'target', 'curve'], ...rows]);
}
