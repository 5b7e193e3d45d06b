import { useTranslation } from 'react-i18next';
import { type Comparison } from '#contract/comparison.js';
import { mondayOf } from '../../format/iso-week.js';
import { useFormat } from '../../i18n/use-format.js';
import { peopleText, write } from '../../ui/measured.js';
import { type TableOf } from '../../ui/table-of.js';
import { type ComparisonRow, comparisonRows, endsOf } from './comparison-lines.js';
import { publishedEnds } from './published-ends.js';

/** The curves as rows: a week each, with the rate and the people of every side. */
export function useComparisonTable(): (data: Pick<Comparison, 'series' | 'align'>) => TableOf<ComparisonRow> {
  const { t } = useTranslation(['comparisons', 'plan']);
  const format = useFormat();
  return ({ series, align }) => ({
    columns: [
      {
        key: 'week',
        label: align === 'launch' ? t('columnWeek') : t('plan:week'),
        numeric: align === 'launch',
        value: ({ at, week }) => (align === 'launch' ? week : mondayOf(at)),
        cell: ({ at, week }) => (align === 'launch' ? format.number(week) : format.day(mondayOf(at), 'long')),
      },
      ...series.flatMap(({ side, name }) => [
        {
          key: side,
          share: true,
          label: name,
          numeric: true,
          value: ({ bySide }: ComparisonRow) => bySide.get(side)?.value ?? null,
          told: ({ bySide }: ComparisonRow) => {
            const point = bySide.get(side);
            return point ? { ...publishedEnds(point.value, point, point.weekEnd), ...endsOf(point) } : null;
          },
          cell: ({ bySide }: ComparisonRow) => {
            const point = bySide.get(side);
            return (point && write(point, 'percent', format).value) ?? t('untold');
          },
        },
        {
          key: `${side} n`,
          label: t('columnN', { name }),
          numeric: true,
          drawnOnly: true,
          value: ({ bySide }: ComparisonRow) => bySide.get(side)?.n ?? null,
          cell: ({ bySide }: ComparisonRow) => {
            const point = bySide.get(side);
            return (point && peopleText(point, format)) ?? t('untold');
          },
        },
      ]),
    ],
    rows: comparisonRows(series, align),
    rowKey: ({ at }) => at,
  });
}
