import { Anchor } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type Diagnostic, type Light } from '#contract/diagnostic.js';
import { checkOf } from '#domain/diagnostic/catalogue.js';
import { HeatTable } from '../../charts/HeatTable.js';
import { useFilters } from '../../app/filters.js';
import { loaded, Panel } from '../../ui/Panel.js';
import { type TableOf } from '../../ui/table-of.js';
import { LightCell, LightKey } from './LightCell.js';
import { errorWords } from './lights.js';
import styles from './diagnostic.module.css';
import { useWords } from './use-signals.js';

const errors = ['E1', 'E2', 'E3', 'E4', 'E5', 'E6', 'E7', 'E8', 'E9', 'E10'] as const;

type WaveRow = Diagnostic['waves'][number];

/** Waves against the ten errors: which wave is at risk, and of what. */
export function WavesPanel({ data }: { data: Diagnostic }) {
  const { t } = useTranslation('diagnostic');
  const words = useWords();
  const [, setFilters] = useFilters();
  const titleOf = (check: (typeof errors)[number]) => words(checkOf(check).title);
  const lightOf = ({ lights }: WaveRow, check: string): Light => lights[check] ?? 'unknown';
  const table = ({ waves }: Diagnostic): TableOf<WaveRow> => ({
    rows: waves,
    rowKey: ({ key }) => key,
    columns: [
      { key: 'wave', label: t('columnWave'), value: ({ name }) => name },
      ...errors.map((check) => ({
        key: check,
        label: titleOf(check),
        value: (row: WaveRow) => t(errorWords[lightOf(row, check)]),
      })),
    ],
  });
  const atRisk = data.waves.filter(({ lights }) => Object.values(lights).includes('red'));
  return (
    <Panel
      query={loaded(data)}
      title={atRisk.length > 0 ? t('wavesRed', { count: atRisk.length }) : t('wavesTitle')}
      subtitle={t('wavesSubtitle')}
      caption={t('wavesCaption')}
      table={table}
    >
      {({ waves }) => (
        <div className={styles.waves}>
          <LightKey />
          <HeatTable
            label={t('wavesTitle')}
            head={t('columnWave')}
            columns={errors.map((check) => ({ key: check, label: t(check) }))}
            rows={waves.map((row) => ({
              key: row.key,
              parent: null,
              label: row.name,
              name: (
                <Anchor
                  component="button"
                  type="button"
                  inherit
                  className={styles.wave}
                  onClick={() => setFilters({ population: `wave-${row.key}`, scope: undefined })}
                >
                  {row.name}
                </Anchor>
              ),
              note: row.openedOn === null ? t('notOpen') : undefined,
              cells: errors.map((check) => {
                const light = lightOf(row, check);
                const text = t(errorWords[light]);
                return {
                  text,
                  shade: null,
                  title: `${titleOf(check)} – ${text}`,
                  content: <LightCell light={light} />,
                };
              }),
            }))}
          />
        </div>
      )}
    </Panel>
  );
}
