import { useTranslation } from 'react-i18next';
import { ChartFrame } from './ChartFrame.js';
import { shortened, textWidth } from './plot.js';

/** One step of the way in. */
export interface FunnelBar {
  key: string;
  name: string;
  /** Share of the first step; null where it is not published. */
  share: number | null;
  low?: number | null;
  high?: number | null;
  /** Written: « 4 980 », « 62 % ». */
  people: string;
  percent?: string;
  /** Written share of the step before. */
  ofPrevious?: string;
}

const rowHeight = 52;
/** Names are larger and bolder than the text that is measured. */
const bold = 1.15;

/** Horizontal bars from zero, one per step, each with its people and its share. */
export function FunnelBars({
  label,
  bars,
  colour = 'var(--series-ours)',
}: {
  label: string;
  bars: FunnelBar[];
  colour?: string;
}) {
  const { t } = useTranslation('charts');
  const height = bars.length * rowHeight;
  return (
    <ChartFrame label={label} height={height}>
      {(width) => (
        <svg width={width} height={height} role="img" aria-label={label}>
          {bars.map(({ key, name, share, low, high, people, percent, ofPrevious }, i) => {
            const top = i * rowHeight;
            const right = percent ? `${people} · ${percent}` : people;
            const fits = ofPrevious && textWidth(name) + textWidth(right) + textWidth(ofPrevious) + 140 < width;
            return (
              <g key={key} transform={`translate(0 ${top})`} fontSize={13}>
                <text y={16} fill="var(--ink)" fontWeight={550} fontSize={14}>
                  {shortened(name, (width - textWidth(right) - 20) / bold)}
                  {fits && (
                    <tspan dx={10} fill="var(--ink-faint)" fontWeight={400} fontSize={13}>
                      {t('ofStep', { share: ofPrevious })}
                    </tspan>
                  )}
                </text>
                <text x={width} y={16} textAnchor="end" fill="var(--ink-soft)">
                  <tspan fontWeight={600} fill="var(--ink)">
                    {people}
                  </tspan>
                  {percent && ` · ${percent}`}
                </text>
                <rect y={24} width={width} height={14} rx={3} fill="var(--sunken)" />
                <rect y={24} width={Math.max(share ? 2 : 0, width * (share ?? 0))} height={14} rx={3} fill={colour} />
                {low != null && high != null && high > low && (
                  <rect
                    x={width * low}
                    y={24}
                    width={width * (high - low)}
                    height={14}
                    fill="var(--surface)"
                    opacity={0.35}
                  />
                )}
              </g>
            );
          })}
        </svg>
      )}
    </ChartFrame>
  );
}
