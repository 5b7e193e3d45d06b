import { useTranslation } from 'react-i18next';
import { useFormat } from '../i18n/use-format.js';
import { ChartFrame } from './ChartFrame.js';
import { layoutOf } from './coverage-rows.js';

/** How much of a place is within reach of an ambassador. */
export interface CoverageBar {
  key: string;
  name: string;
  coverage: number;
  /** Written: « 12 ambassadeurs pour 96 personnes ». */
  note?: string;
  state: 'none' | 'below' | 'inside' | 'above';
}

interface CoverageBarsProps {
  label: string;
  bars: CoverageBar[];
  band: { low: number; high: number };
}

const lowRow = 34;
const head = 26;

/** Places against the band to be in, which is drawn behind them. */
export function CoverageBars({ label, bars, band }: CoverageBarsProps) {
  const { t } = useTranslation('charts');
  const format = useFormat();
  const max = Math.max(band.high * 1.5, ...bars.map(({ coverage }) => coverage)) * 1.04;
  return (
    <ChartFrame label={label} height={head + bars.length * lowRow}>
      {(width) => {
        const { narrow, isBelow, left, right, rowHeight, nameOf } = layoutOf(bars, width);
        const height = head + bars.length * rowHeight + 4;
        const x = (share: number) => left + (share / max) * (width - left - right);
        return (
          <svg width={width} height={height} role="img" aria-label={label} fontSize={13}>
            <rect
              x={x(band.low)}
              y={head - 4}
              width={x(band.high) - x(band.low)}
              height={height - head + 4}
              fill="var(--series-ours-soft)"
            />
            <text
              x={Math.min((x(band.low) + x(band.high)) / 2, width - 90)}
              y={14}
              textAnchor="middle"
              fill="var(--ink-faint)"
            >
              {t('band', { low: format.percent(band.low), high: format.percent(band.high) })}
            </text>
            <path d={`M${left} ${head - 4}V${height}`} stroke="var(--hairline-strong)" />
            {bars.map((bar, i) => {
              const y = head + i * rowHeight + (isBelow ? 42 : narrow ? 24 : 6);
              const calls = bar.state === 'none' || bar.state === 'below';
              return (
                <g key={bar.key}>
                  <title>
                    {[
                      bar.name,
                      format.percent(bar.coverage, 1),
                      bar.note,
                      calls ? t('below') : t(bar.state === 'inside' ? 'inside' : 'above'),
                    ]
                      .filter(Boolean)
                      .join('. ')}
                  </title>
                  <text
                    x={narrow ? 6 : 0}
                    y={isBelow ? y - 25 : narrow ? y - 7 : y + 14}
                    fill="var(--ink)"
                    fontWeight={500}
                    fontSize={14}
                  >
                    {nameOf(bar)}
                    {narrow && bar.note && (
                      <tspan
                        {...(isBelow ? { x: 6, dy: 18 } : { dx: 8 })}
                        fill="var(--ink-faint)"
                        fontWeight={400}
                        fontSize={13}
                      >
                        {bar.note}
                      </tspan>
                    )}
                  </text>
                  <rect
                    x={left}
                    y={y + 2}
                    width={Math.max(2, x(bar.coverage) - left)}
                    height={16}
                    rx={3}
                    fill={
                      bar.state === 'inside'
                        ? 'var(--series-ours)'
                        : calls
                          ? 'var(--attention)'
                          : 'var(--series-context)'
                    }
                  />
                  <text x={x(bar.coverage) + 8} y={y + 14.5} fill="var(--ink)" fontWeight={600}>
                    {format.percent(bar.coverage, 1)}
                    {!narrow && bar.note && (
                      <tspan dx={8} fill="var(--ink-faint)" fontWeight={400}>
                        {bar.note}
                      </tspan>
                    )}
                  </text>
                </g>
              );
            })}
          </svg>
        );
      }}
    </ChartFrame>
  );
}
