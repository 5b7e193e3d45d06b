import { type useTranslation } from 'react-i18next';
import { type Format } from '../../i18n/use-format.js';
import { type TableOf } from '../../ui/table-of.js';
import { compactCount } from './compact-count.js';
import { type EntityRow, type HeatColumn } from './use-entity-rows.js';

type Words = ReturnType<typeof useTranslation<'entities'>>['t'];

const percents = [
  ['activation', 'colActivation'],
  ['connection', 'colConnection'],
  ['engagement', 'colEngagement'],
  ['managers', 'colManagers'],
  ['ambassadors', 'colAmbassadors'],
] as const satisfies readonly (readonly [HeatColumn, string])[];

/** The heat table as rows to sort and export: what may be read, as it may be read. */
export function heatTable(rows: EntityRow[], t: Words, format: Format): TableOf<EntityRow> {
  return {
    rows,
    rowKey: ({ key }) => key,
    columns: [
      { key: 'name', label: t('colEntity'), value: ({ label }) => label },
      { key: 'wave', label: t('colWave'), value: ({ wave }) => wave?.name ?? null },
      { key: 'people', label: t('colPeople'), numeric: true, value: ({ place }) => place.headcount },
      ...percents.map(([column, label]) => ({
        key: column,
        share: true,
        label: t(label),
        numeric: true,
        value: ({ measures }: EntityRow) => {
          const measured = measures[column];
          return measured ? (compactCount(measured, format)?.text ?? null) : null;
        },
        told: ({ measures }: EntityRow) => {
          const measured = measures[column];
          return measured ? { ...measured, asOf: measured.periodEnd } : null;
        },
      })),
    ],
  };
}
