import { type DataSource } from 'typeorm';
import { type Window, windows } from '#domain/calendar/windows.js';
import { type Interval, wholeCentreOf } from '#domain/statistics/interval.js';
import { type ExactQuery, type ExactRow } from '#pipeline/exact/exact-row.js';
import { type OrganizationFacts } from '#storage/organization/organization.js';
import { type IndicatorAnswer, IndicatorReader } from '#storage/publication/indicator-reader.js';
import { WindowNotPublished } from '#domain/indicators/rows.js';

/** A published row: counts are the whole centre of what is published, its ends beside it where it is not exact. */
export interface PublishedRow extends ExactRow {
  numeratorEnds?: [low: number, high: number];
  denominatorEnds?: [low: number, high: number];
  shown: 'value' | 'masked' | 'none';
}

/** What every visitor may read. Running weeks are left out. Throws WindowNotPublished for the operator's windows. */
export async function publishedRows(
  read: DataSource,
  organization: OrganizationFacts,
  query: ExactQuery,
): Promise<{ rows: PublishedRow[]; waiting: IndicatorAnswer['waiting'] }> {
  const window = windowOf(query.window);
  const { rows, waiting } = await new IndicatorReader(read).rows(organization, {
    keys: query.indicators,
    by: query.by,
    from: query.from,
    to: query.to,
    window,
    population: 'everyone',
    latest: false,
  });
  const written = rows.map((row) => ({
    indicator: row.indicator,
    slice: row.slice,
    periodEnd: row.periodEnd,
    window: row.window === null ? 'state' : (String(row.window) as ExactRow['window']),
    numerator: centre(row.numerator),
    denominator: centre(row.denominator),
    value: row.value,
    low: row.low,
    high: row.high,
    ...('cohort' in row ? { cohort: row.cohort, cohortEnd: row.cohortEnd, lag: row.lag } : {}),
    ...ends('numeratorEnds', row.numerator),
    ...ends('denominatorEnds', row.denominator),
    shown: row.shown,
  }));
  return { rows: written, waiting };
}

const centre = (interval: Interval | null) => interval && wholeCentreOf(interval);

function ends<Name extends string>(name: Name, interval: Interval | null): Partial<Record<Name, [number, number]>> {
  if (!interval || interval.low === interval.high) return {};
  return { [name]: [interval.low, interval.high] } as Record<Name, [number, number]>;
}

function windowOf(asked: ExactQuery['window']): Window | undefined {
  if (asked === undefined) return undefined;
  const found = windows.find((window) => String(window) === asked);
  if (!found) throw new WindowNotPublished(`Windows of one ${asked} are not published: add --exact.`);
  return found;
}
