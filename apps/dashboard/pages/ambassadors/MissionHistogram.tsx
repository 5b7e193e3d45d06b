import { useTranslation } from 'react-i18next';
import { ChartFrame } from '../../charts/ChartFrame.js';
import { useFormat } from '../../i18n/use-format.js';

interface MissionHistogramProps {
  /** Ambassadors by whole months served; the last column holds all that follows. */
  columns: number[];
  band: { low: number; high: number };
}

const height = 264;
const head = 44;
const foot = 44;

/** Months served against the length that the field recommends, drawn behind. */
export function MissionHistogram({ columns, band }: MissionHistogramProps) {
  const { t } = useTranslation('ambassadors');
  const format = useFormat();
  const most = Math.max(1, ...columns);
  const label = t('lengthSubtitle');
  return (
    <ChartFrame label={label} height={height}>
      {(width) => {
        const step = width / columns.length;
        const y = (count: number) => height - foot - (count / most) * (height - head - foot);
        return (
          <svg width={width} height={height} role="img" aria-label={label} fontSize={13}>
            <rect
              x={band.low * step}
              y={22}
              width={(band.high - band.low) * step}
              height={height - foot - 22}
              fill="var(--series-ours-soft)"
            />
            <text x={((band.low + band.high) / 2) * step} y={14} textAnchor="middle" fill="var(--ink-faint)">
              {t('lengthBand', band)}
            </text>
            {columns.map((count, month) => {
              const inside = month >= band.low && month < band.high;
              const monthsText = t('months', { count: month, n: month });
              return (
                <g key={month}>
                  <title>{t('lengthBar', { count, n: format.number(count), months: monthsText })}</title>
                  <rect
                    x={month * step + 3}
                    y={y(count)}
                    width={Math.max(2, step - 6)}
                    height={height - foot - y(count)}
                    rx={3}
                    fill={inside ? 'var(--series-ours)' : 'var(--series-context)'}
                  />
                  {count > 0 && (
                    <text
                      x={(month + 0.5) * step}
                      y={y(count) - 6}
                      textAnchor="middle"
                      fill="var(--ink)"
                      fontWeight={600}
                    >
                      {format.number(count)}
                    </text>
                  )}
                  <text
                    x={(month + 0.5) * step}
                    y={height - foot + 18}
                    textAnchor={month === columns.length - 1 ? 'end' : 'middle'}
                    dx={month === columns.length - 1 ? step / 2 : 0}
                    fill="var(--ink-faint)"
                  >
                    {month === columns.length - 1 ? (step < 56 ? `${month}+` : t('lengthLast', { n: month })) : month}
                  </text>
                </g>
              );
            })}
            <path d={`M0 ${height - foot}H${width}`} stroke="var(--hairline-strong)" />
            <text x={width / 2} y={height - 4} textAnchor="middle" fill="var(--ink-faint)">
              {t('monthsAxis')}
            </text>
          </svg>
        );
      }}
    </ChartFrame>
  );
}
