import { useMemo } from 'react';
import { type IndicatorRow, IndicatorRows } from '#contract/indicators.js';
import { type FollowedEntity } from '#contract/follow-up.js';
import { type Organization, type TreeNode } from '#contract/organization.js';
import { placeStanding, type Standing } from '#domain/rollout/standing.js';
import { useOrganization } from '../../api/organization.js';
import { useReading } from '../../api/reading.js';
import { useStalled } from '../../api/stalled.js';
import { useWhole } from '../../api/rights.js';
import { useFilters } from '../../app/filters.js';
import { placeName } from '#domain/sentences/place-name.js';
import { useFormat } from '../../i18n/use-format.js';

/** Columns of the heat table, by the indicator that fills each. */
export const heatColumns = {
  activation: 'K08',
  connection: 'K03b',
  engagement: 'K20',
  managers: 'K50.weekly',
  ambassadors: 'K60',
} as const;
export type HeatColumn = keyof typeof heatColumns;
export const heatColumnKeys = Object.keys(heatColumns) as HeatColumn[];

/** Since which Sunday a place is below comparable ones, and what is seen of it. */
type Stall = Pick<FollowedEntity, 'since' | 'evidence'>;

/** One place with everything that is published of it now. */
export interface EntityRow {
  key: string;
  parent: string | null;
  label: string;
  place: TreeNode;
  wave: { name: string; position: number } | null;
  standing: Standing;
  /** That it is called for, whatever its plan says; null where nothing is wrong. */
  stall: Stall | null;
  /** Actual over planned; null without a plan. */
  index: number | null;
  /** Sunday of the figure that says where it stands; null where none does. */
  judgedAt: string | null;
  measures: Partial<Record<HeatColumn, IndicatorRow>>;
}

const keys = ['K08b', ...Object.values(heatColumns)];

/** Every published place with its latest figures, in the order of the tree. */
export function useEntityRows() {
  const [{ week, window }] = useFilters();
  const organization = useOrganization();
  const stalled = useStalled(week);
  const { language } = useFormat();
  // Managers of a week and of four weeks are two questions: this page asks the first one everywhere.
  const latest = { by: 'entity', latest: true, to: week };
  const windowed = useReading('indicators', IndicatorRows, { ...latest, keys, window });
  const rows = useMemo(
    () =>
      organization.data && windowed.data
        ? entityRows(organization.data, windowed.data.rows, (place) => placeName(place, language), stalled)
        : undefined,
    [organization.data, windowed.data, language, stalled],
  );
  return { data: rows, error: organization.error ?? windowed.error, refetch: windowed.refetch };
}

interface Tree {
  week: string | null;
  nodes: TreeNode[];
  waves: Pick<
    Organization['waves'][number],
    'key' | 'name' | 'position' | 'plannedStart' | 'plannedEnd' | 'actualStart'
  >[];
}

export function entityRows(
  { week, nodes, waves }: Tree,
  rows: IndicatorRow[],
  nameOf: (place: TreeNode) => string,
  stalled: ReadonlyMap<string, Stall>,
) {
  const bySlice = new Map<string, Map<string, IndicatorRow>>();
  for (const row of rows) {
    const known = bySlice.get(row.slice) ?? new Map<string, IndicatorRow>();
    bySlice.set(row.slice, known.set(row.indicator, row));
  }
  // Nobody declared is no coverage of nought: there is nothing yet to cover anybody with.
  const head = nodes.find(({ parent }) => parent === null);
  const isUndeclared = head && bySlice.get(head.key)?.get(heatColumns.ambassadors)?.numerator?.high === 0;
  const covered = (row: IndicatorRow | undefined) =>
    row && isUndeclared ? { ...row, value: null, shown: 'none' as const, note: 'no_mandate' as const } : row;
  return nodes.map((place): EntityRow => {
    const own = bySlice.get(place.key);
    const index = own?.get('K08b');
    const wave = waves.find(({ key }) => key === place.wave) ?? null;
    return {
      key: place.key,
      parent: place.parent,
      label: nameOf(place),
      place,
      wave,
      standing: placeStanding(index, wave, week),
      stall: stalled.get(place.key) ?? null,
      index: index?.value ?? null,
      judgedAt: index?.shown === 'value' ? index.periodEnd : null,
      measures: {
        ...Object.fromEntries(heatColumnKeys.map((column) => [column, own?.get(heatColumns[column])])),
        ambassadors: covered(own?.get(heatColumns.ambassadors)),
      },
    };
  });
}

/** What the figures of a place are of: the root is the whole. */
export function useScopeOf({ key, parent }: Pick<EntityRow, 'key' | 'parent'>): string {
  const whole = useWhole();
  return parent === null ? whole : key;
}
