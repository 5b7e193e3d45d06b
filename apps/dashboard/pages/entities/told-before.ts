import { type EntityRow } from './use-entity-rows.js';

/** Sundays before the week of the page that figures of these places are of, oldest first, and of how many places. */
export function toldBefore(rows: readonly Pick<EntityRow, 'measures'>[], week: string | null) {
  const older = rows.map(({ measures }) =>
    Object.values(measures).flatMap(({ shown, periodEnd }) =>
      shown === 'value' && week !== null && periodEnd < week ? periodEnd : [],
    ),
  );
  return { days: [...new Set(older.flat())].sort(), places: older.filter((days) => days.length > 0).length };
}
