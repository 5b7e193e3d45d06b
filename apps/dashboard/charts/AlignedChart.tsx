import { useTranslation } from 'react-i18next';
import { useFormat } from '../i18n/use-format.js';
import { LinePlot } from './drawn-later.js';
import { type PlotLevel, type PlotSeries } from './plot.js';

interface AlignedChartProps {
  label: string;
  /** `x` counts whole weeks since each one's own launch; `n` are the people at risk there. */
  series: PlotSeries[];
  valueText: (value: number) => string;
  height?: number;
  levels?: readonly PlotLevel[];
  domain?: [number, number | 'auto'];
}

/** Waves laid over each other on weeks since launch, with the people behind each point under the axis. */
export function AlignedChart({ height = 280, ...rest }: AlignedChartProps) {
  const { t } = useTranslation('charts');
  const format = useFormat();
  return (
    <LinePlot
      {...rest}
      step={1}
      height={height}
      atRisk={t('atRisk')}
      axisTitle={t('sinceLaunch')}
      tickText={(x) => format.number(x)}
      titleText={(x) => t('weekSinceLaunch', { n: x })}
    />
  );
}
