import { type ReactNode } from 'react';
import { type IndicatorRow } from '#contract/indicators.js';
import { type TableOf } from './table-of.js';

interface Week {
  week: string;
  values: Record<string, IndicatorRow | undefined>;
}

/** What was planned of a slice, as a share by week: declared, so neither people nor ends stand behind it. */
interface Plan {
  label: string;
  points: readonly { weekEnd: string; plan: number | null }[];
  written: (share: number) => string;
}

/** The points of a time chart of shares as rows, one column per slice, named by the second of each pair, and its plan. */
export function weeksTable(
  rows: IndicatorRow[],
  head: string,
  slices: (readonly [string, string])[],
  written: (row: IndicatorRow) => ReactNode,
  plan?: Plan,
): TableOf<Week> {
  const planned = new Map(plan?.points.map((point) => [point.weekEnd, point.plan]));
  const planOf = ({ week }: Week) => planned.get(week) ?? null;
  const weeks = [...new Set(rows.map(({ periodEnd }) => periodEnd))].sort();
  const found = new Map(rows.map((row) => [`${row.slice} ${row.periodEnd}`, row]));
  return {
    rowKey: ({ week }) => week,
    columns: [
      { key: 'week', label: head, value: ({ week }) => week },
      ...slices.map(([slice, label]) => ({
        key: slice,
        label,
        numeric: true,
        share: true,
        value: ({ values }: Week) => values[slice]?.value ?? null,
        cell: ({ values }: Week) => {
          const row = values[slice];
          return row ? written(row) : '–';
        },
        told: ({ values, week }: Week) => {
          const row = values[slice];
          return row ? { ...row, asOf: week } : null;
        },
      })),
      ...(plan
        ? [
            {
              ...{ key: 'plan', label: plan.label, numeric: true, share: true, value: planOf },
              cell: (row: Week) => {
                const share = planOf(row);
                return share === null ? '–' : plan.written(share);
              },
            },
          ]
        : []),
    ],
    rows: weeks.map((week) => ({
      week,
      values: Object.fromEntries(slices.map(([slice]) => [slice, found.get(`${slice} ${week}`)])),
    })),
  };
}
