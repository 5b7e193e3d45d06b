import { useTranslation } from 'react-i18next';
import { useReadingLevel } from '../ui/reading-level.js';
import { ChartFrame } from './ChartFrame.js';
import { bold, type DumbbellEnd, type DumbbellRow, layoutOf, lowRow, noteWithin } from './dumbbell-rows.js';
import { shortened, textWidth, wrapped } from './plot.js';

interface DumbbellChartProps {
  label: string;
  rows: DumbbellRow[];
  firstName: string;
  secondName: string;
  valueText: (value: number) => string;
  /** Right end of the axis. */
  max?: number;
}

const head = 24;
const foot = 26;
/** Room for the words of a point at the right end. */
const right = 48;

/** Two points per row on one scale from zero, with their intervals for experts. */
export function DumbbellChart({ label, rows, firstName, secondName, valueText, max = 1 }: DumbbellChartProps) {
  const { t } = useTranslation('charts');
  const [level] = useReadingLevel();
  return (
    <ChartFrame label={label} height={head + rows.length * lowRow + foot}>
      {(width) => {
        const { left, isBeside, isBelow, rowHeight } = layoutOf(rows, width);
        const bottom = head + rows.length * rowHeight;
        const height = bottom + foot;
        const x = (share: number) => left + (share / max) * (width - left - right);
        return (
          <svg width={width} height={height} role="img" aria-label={label} fontSize={13}>
            <g transform={`translate(${left} 12)`}>
              <circle r={5} cx={5} fill="var(--series-ours)" />
              <text x={16} dy="0.35em" fill="var(--series-ours)" fontWeight={600}>
                {firstName}
              </text>
              <circle
                r={5}
                cx={textWidth(firstName) + 42}
                fill="var(--surface)"
                stroke="var(--series-context)"
                strokeWidth={2}
              />
              <text x={textWidth(firstName) + 53} dy="0.35em" fill="var(--ink-faint)">
                {secondName}
              </text>
            </g>
            {[0, 0.25, 0.5, 0.75, 1].map((part) => (
              <g key={part}>
                <path
                  d={`M${x(part * max)} ${head + 6}V${bottom}`}
                  stroke={part === 0 ? 'var(--hairline-strong)' : 'var(--hairline)'}
                />
                <text x={x(part * max)} y={height - 6} textAnchor="middle" fill="var(--ink-faint)">
                  {valueText(part * max)}
                </text>
              </g>
            ))}
            {rows.map((row, i) => {
              const y = isBeside ? 30 : isBelow ? 56 : 38;
              const [a, b] = row.reason ? [null, null] : [row.first.value, row.second.value];
              return (
                <g key={row.key} transform={`translate(0 ${head + i * rowHeight})`}>
                  <text
                    x={isBeside ? 0 : left + 6}
                    y={isBeside ? y - 3 : 20}
                    fill="var(--ink)"
                    fontWeight={550}
                    fontSize={14}
                    paintOrder="stroke"
                    stroke="var(--surface)"
                    strokeWidth={4}
                  >
                    {shortened(row.name, ((isBeside ? left : width) - 24) / bold)}
                    {!isBeside && row.note && (
                      <tspan
                        {...(isBelow ? { x: left + 6, dy: 18 } : { dx: 8 })}
                        fill="var(--ink-faint)"
                        fontWeight={400}
                        fontSize={13}
                      >
                        {isBelow ? row.note : noteWithin(row, width - left)}
                      </tspan>
                    )}
                  </text>
                  {isBeside && row.note && (
                    <text y={y + 15} fill="var(--ink-faint)">
                      {row.note}
                    </text>
                  )}
                  {row.reason && (
                    <text
                      x={left + 10}
                      y={y + 4}
                      fill="var(--ink-faint)"
                      paintOrder="stroke"
                      stroke="var(--surface)"
                      strokeWidth={4}
                    >
                      {wrapped(row.reason, width - left - 14).map((line, at) => (
                        <tspan key={line} x={left + 10} dy={at * 16}>
                          {line}
                        </tspan>
                      ))}
                    </text>
                  )}
                  {level === 'expert' &&
                    !row.reason &&
                    [row.second, row.first].map((end, side) => (
                      <Interval key={side} end={end} x={x} y={y} ours={side === 1} />
                    ))}
                  {a !== null && b !== null && (
                    <path d={`M${x(a)} ${y}H${x(b)}`} stroke="var(--series-context-soft)" strokeWidth={3} />
                  )}
                  {b !== null && (
                    <circle
                      cx={x(b)}
                      cy={y}
                      r={6}
                      fill="var(--surface)"
                      stroke="var(--series-context)"
                      strokeWidth={2}
                    />
                  )}
                  {a !== null && <circle cx={x(a)} cy={y} r={6.5} fill="var(--series-ours)" />}
                  {a !== null && (
                    <text {...beside(x(a), a >= (b ?? 0), y, valueText(a))} fill="var(--series-ours)" fontWeight={600}>
                      {valueText(a)}
                    </text>
                  )}
                  {b !== null && (
                    <text {...beside(x(b), b > (a ?? 1), y, valueText(b))} fill="var(--ink-faint)">
                      {valueText(b)}
                    </text>
                  )}
                </g>
              );
            })}
            <title>{`${label}. ${t('managers')} / ${t('others')}`}</title>
          </svg>
        );
      }}
    </ChartFrame>
  );
}

/** Away from the other end; under the point where the edge leaves no room. */
function beside(at: number, isRight: boolean, y: number, text: string) {
  const halo = { paintOrder: 'stroke', stroke: 'var(--surface)', strokeWidth: 3 };
  if (!isRight && at - 12 < textWidth(text))
    return { ...halo, x: Math.max(0, at - 6), y: y + 21, textAnchor: 'start' as const };
  return {
    ...halo,
    x: isRight ? at + 12 : at - 12,
    y: y + 4.5,
    textAnchor: isRight ? ('start' as const) : ('end' as const),
  };
}

function Interval({ end, x, y, ours }: { end: DumbbellEnd; x: (share: number) => number; y: number; ours: boolean }) {
  if (end.low == null || end.high == null) return null;
  const colour = ours ? 'var(--series-ours)' : 'var(--series-context)';
  return (
    <rect
      x={x(end.low)}
      y={y - 8}
      width={Math.max(2, x(end.high) - x(end.low))}
      height={16}
      rx={8}
      fill={colour}
      opacity={0.18}
    />
  );
}
