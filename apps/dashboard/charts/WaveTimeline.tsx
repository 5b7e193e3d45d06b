import { useTranslation } from 'react-i18next';
import { type Day } from '../format/iso-week.js';
import { useFormat } from '../i18n/use-format.js';
import { waveColour } from '../ui/wave-colour.js';
import { ChartFrame } from './ChartFrame.js';
import { shortened, textWidth } from './plot.js';
import { monthTicks, timeScale } from './time-scale.js';

/** A wave with what was planned and what happened. */
export interface WaveBar {
  key: string;
  name: string;
  /** Place in the order of colours, the pilot 0. */
  position: number;
  plannedStart: Day;
  plannedEnd: Day;
  actualStart: Day | null;
  /** Null while it is still running. */
  actualEnd: Day | null;
  /** Written: « 12 jours de retard (n = 256, au 25 oct.) », and without what stands elsewhere where there is no room. */
  note?: string;
  brief?: string;
  late?: boolean;
}

const rowHeight = 60;
const axis = 28;
const head = 22;

/** Waves on a time line: the plan as a dashed outline, what happened as a full bar. */
export function WaveTimeline({ label, waves, today }: { label: string; waves: WaveBar[]; today: Day }) {
  const format = useFormat();
  const height = head + waves.length * rowHeight + axis;
  const days = waves.flatMap((wave) => [
    wave.plannedStart,
    wave.plannedEnd,
    wave.actualStart ?? today,
    wave.actualEnd ?? today,
  ]);
  const from = [today, ...days].reduce((a, b) => (a < b ? a : b));
  const to = [today, ...days].reduce((a, b) => (a > b ? a : b));
  return (
    <ChartFrame label={label} height={height}>
      {(width) => {
        const x = timeScale(from, to, width - 2);
        const foot = head + waves.length * rowHeight;
        const now = x(today);
        return (
          <svg width={width} height={height} role="img" aria-label={label} fontSize={13}>
            {monthTicks(from, to, Math.floor(width / 90)).map((month) => (
              <g key={month}>
                <path d={`M${x(month)} ${head}V${foot}`} stroke="var(--hairline)" />
                {x(month) < width - 34 && (
                  <text
                    x={x(month)}
                    y={height - 8}
                    fill="var(--ink-faint)"
                    textAnchor={x(month) < 30 ? 'start' : 'middle'}
                  >
                    {format.day(month, 'month')}
                  </text>
                )}
              </g>
            ))}
            <path d={`M0 ${foot}H${width}`} stroke="var(--hairline-strong)" />
            <path
              d={`M${now} ${head - 4}V${foot}`}
              stroke="var(--ink-faint)"
              strokeDasharray="1 4"
              strokeLinecap="round"
            />
            {waves.map((wave, i) => (
              <WaveRow key={wave.key} wave={wave} top={head + i * rowHeight} x={x} today={today} width={width} />
            ))}
            <text
              x={now}
              y={12}
              textAnchor={now > width - 50 ? 'end' : now < 50 ? 'start' : 'middle'}
              fill="var(--ink-faint)"
            >
              {format.day(today, 'short')}
            </text>
          </svg>
        );
      }}
    </ChartFrame>
  );
}

interface WaveRowProps {
  wave: WaveBar;
  top: number;
  x: (day: Day) => number;
  today: Day;
  width: number;
}

function WaveRow({ wave, top, x, today, width }: WaveRowProps) {
  const { t } = useTranslation('charts');
  const format = useFormat();
  const colour = waveColour(wave.position);
  const planned = { from: x(wave.plannedStart), to: x(wave.plannedEnd) };
  const end = wave.actualEnd ?? today;
  // A name that would leave the picture is set against its right edge.
  const widthWith = (note = '') => textWidth(`${wave.name}  ${note}`) + 12;
  const note = widthWith(wave.note) > width ? wave.brief : wave.note;
  const named = widthWith(note);
  const ends = planned.from + named > width && named <= width;
  const starts = named > width;
  return (
    <g transform={`translate(0 ${top})`}>
      <title>
        {`${wave.name}. ${t('plan')} ${format.day(wave.plannedStart)} – ${format.day(wave.plannedEnd)}` +
          (wave.actualStart ? `. ${t('actual')} ${format.day(wave.actualStart)} – ${format.day(end)}` : '')}
      </title>
      <text
        x={ends ? width : starts ? 0 : planned.from}
        y={17}
        textAnchor={ends ? 'end' : 'start'}
        paintOrder="stroke"
        stroke="var(--surface)"
        strokeWidth={4}
      >
        <tspan fill="var(--ink)" fontWeight={600} fontSize={14}>
          {shortened(wave.name, width / 1.15)}
        </tspan>
        {note && !starts && (
          <tspan dx={10} fill={wave.late ? 'var(--attention)' : 'var(--ink-faint)'}>
            {note}
          </tspan>
        )}
      </text>
      <rect
        x={planned.from + 0.75}
        y={25.75}
        width={Math.max(3, planned.to - planned.from - 1.5)}
        height={20.5}
        rx={4}
        fill="none"
        stroke={colour}
        strokeWidth={1.5}
        strokeDasharray="3 4"
      />
      {wave.actualStart && (
        <rect
          x={x(wave.actualStart)}
          y={30}
          width={Math.max(3, x(end) - x(wave.actualStart))}
          height={12}
          rx={3}
          fill={colour}
        />
      )}
    </g>
  );
}
