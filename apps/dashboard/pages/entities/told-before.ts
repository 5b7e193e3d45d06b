import { type IndicatorRow } from '#contract/indicators.js';
import { type EntityRow } from './use-entity-rows.js';

/** Sundays before the week of the page that figures of these places are of, oldest first, and of how many places. */
export function toldBefore(rows: readonly Pick<EntityRow, 'measures'>[], week: string | null) {
  const older = rows.map(({ measures }) =>
    // A place of which nothing is published has an empty column.
    Object.values(measures).flatMap((measured: IndicatorRow | undefined) =>
      measured?.shown === 'value' && week !== null && measured.periodEnd < week ? measured.periodEnd : [],
    ),
  );
  return { days: [...new Set(older.flat())].sort(), places: older.filter((days) => days.length > 0).length };
}
