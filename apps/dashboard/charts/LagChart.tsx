import { useTranslation } from 'react-i18next';
import { type Lags } from '#contract/lags.js';
import { useFormat } from '../i18n/use-format.js';
import { waveColour } from '../ui/wave-colour.js';
import { lagLines } from './lag-lines.js';
import { LinePlot } from './drawn-later.js';

interface LagChartProps {
  label: string;
  unit: Lags['unit'];
  sides: Lags['sides'];
  height?: number;
}

/** Shares to whom something has happened, by the time since it could: steps with intervals, and who was still followed. */
export function LagChart({ label, unit, sides, height = 280 }: LagChartProps) {
  const { t } = useTranslation('charts');
  const format = useFormat();
  return (
    <LinePlot
      label={label}
      series={lagLines(sides, unit, waveColour)}
      step={1}
      height={height}
      stepped
      domain={[0, 1]}
      atRisk={t('atRisk')}
      axisTitle={t('weeksSince')}
      valueText={(value) => format.percent(value)}
      tickText={(x) => format.number(x)}
      titleText={(x) => t('weekSince', { n: x })}
    />
  );
}
