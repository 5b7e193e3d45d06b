import { Select } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type DeclaredFigure } from '#contract/declared.js';
import { type IndicatorRow } from '#contract/indicators.js';
import { useOrganization } from '../../api/organization.js';
import { useAnnotationMarks } from '../../charts/annotation-marks.js';
import { TimeChart, type TimeSeries } from '../../charts/TimeChart.js';
import { timePoints } from '../../charts/time-points.js';
import { useFormat } from '../../i18n/use-format.js';
import { loaded, Panel } from '../../ui/Panel.js';
import { type Line, lineKey, linesOf, pointsOf } from './figures.js';
import styles from './history.module.css';
import { useMeasured } from './use-measured.js';
import { useNames } from './use-names.js';

/** Longest way between two declared months that is no gap, in days. */
const aMonth = 35;

/** What was declared, dashed and apart; beside it what Essor measured, where both are the same thing. */
export function HistoryChart({ figures }: { figures: readonly DeclaredFigure[] }) {
  const lines = linesOf(figures);
  const [chosen, choose] = useState<string | null>(null);
  const line = lines.find((one) => lineKey(one) === chosen) ?? lines[0];
  return line ? <LineChart line={line} lines={lines} onChoose={choose} /> : null;
}

interface LineChartProps {
  line: Line;
  lines: Line[];
  onChoose: (key: string | null) => void;
}

function LineChart({ line, lines, onChoose }: LineChartProps) {
  const { t } = useTranslation('history');
  const format = useFormat();
  const names = useNames();
  const measured = useMeasured(line);
  const { data: organization } = useOrganization();
  const marks = useAnnotationMarks(organization?.annotations);
  const isShare = line.figures.every(({ denominator }) => denominator !== null);
  const written = (value: number) => (isShare ? format.percent(value) : format.number(value));
  const nameOf = (one: Line) =>
    [names.indicatorOf(one.indicator), names.scopeOf(one.scope), names.windowOf(one.windowDays)].join(' · ');
  const [figure] = line.figures;
  const title = nameOf(line);
  return (
    <Panel
      query={loaded(line)}
      title={title}
      subtitle={t(isShare ? 'chartShare' : 'chartCount')}
      caption={[
        figure && t('chartSource', { source: figure.source, definition: figure.definition }),
        t(measured.length > 0 ? 'chartBeside' : 'chartAlone'),
      ]
        .filter(Boolean)
        .join(' ')}
      height={300}
      actions={
        lines.length > 1 && (
          <Select
            className={styles.choice}
            size="xs"
            aria-label={t('chartChoice')}
            allowDeselect={false}
            searchable
            limit={200}
            data={lines.map((one) => ({ value: lineKey(one), label: nameOf(one) }))}
            value={lineKey(line)}
            onChange={onChoose}
          />
        )
      }
    >
      {(data) => (
        <TimeChart
          label={title}
          series={seriesOf(data, measured, { declared: t('declared'), measured: t('measured') })}
          valueText={written}
          annotations={marks}
          height={280}
        />
      )}
    </Panel>
  );
}

function seriesOf(line: Line, measured: IndicatorRow[], names: { declared: string; measured: string }): TimeSeries[] {
  const declared: TimeSeries = {
    ...{ key: 'declared', name: names.declared, role: 'plan', bridge: aMonth },
    points: pointsOf(line),
  };
  const ours: TimeSeries = {
    ...{ key: 'measured', name: names.measured, role: 'ours', bridge: 28 },
    points: timePoints(measured),
  };
  return measured.length > 0 ? [declared, ours] : [declared];
}
