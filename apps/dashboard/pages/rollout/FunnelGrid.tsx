import { useTranslation } from 'react-i18next';
import { type FunnelStep } from '#contract/rollout.js';
import { ChartFrame } from '../../charts/ChartFrame.js';
import { shortened } from '../../charts/plot.js';
import { type Format, useFormat } from '../../i18n/use-format.js';
import { write } from '../../ui/measured.js';
import { waveColour } from '../../ui/wave-colour.js';
import { type FunnelRow, stepNames } from './funnel-rows.js';

const steps = ['invited', 'activated', 'connected', 'engaged'] as const;
const rowHeight = 60;
const head = 28;
const gap = 28;
const stepHeight = 34;
const narrowFrom = 720;

const colourOf = ({ position }: FunnelRow) => (position === null ? 'var(--series-ours)' : waveColour(position));

/** A row per wave and a column per step: read down to compare waves, across to see where people stop. */
export function FunnelGrid({ label, rows }: { label: string; rows: FunnelRow[] }) {
  return (
    <ChartFrame label={label} height={head + rows.length * rowHeight}>
      {(width) =>
        width < narrowFrom ? (
          <Stacked label={label} rows={rows} width={width} />
        ) : (
          <Grid label={label} rows={rows} width={width} />
        )
      }
    </ChartFrame>
  );
}

interface Drawn {
  label: string;
  rows: FunnelRow[];
  width: number;
}

function Grid({ label, rows, width }: Drawn) {
  const { t } = useTranslation('rollout');
  const format = useFormat();
  const left = Math.min(340, width * 0.3);
  const column = (width - left - gap * (steps.length - 1)) / steps.length;
  const height = head + rows.length * rowHeight;
  return (
    <svg width={width} height={height} role="img" aria-label={label} fontSize={13}>
      {steps.map((step, i) => (
        <text key={step} x={left + i * (column + gap)} y={14} fill="var(--ink-faint)">
          {t(stepNames[step])}
        </text>
      ))}
      {rows.map((row, i) => (
        <g key={row.key} transform={`translate(0 ${head + i * rowHeight})`}>
          <path d={`M0 0H${width}`} stroke={i === 0 ? 'var(--hairline-strong)' : 'var(--hairline)'} />
          <Name row={row} y={26} room={left - 12} />
          {steps.map((step, at) => (
            <g key={step} transform={`translate(${left + at * (column + gap)} 0)`}>
              <Step
                step={row.steps.find((each) => each.step === step)}
                width={column}
                y={26}
                colour={colourOf(row)}
                format={format}
              />
            </g>
          ))}
        </g>
      ))}
    </svg>
  );
}

function Stacked({ label, rows, width }: Drawn) {
  const { t } = useTranslation('rollout');
  const format = useFormat();
  const left = 92;
  const tall = 64 + steps.length * stepHeight;
  return (
    <svg width={width} height={rows.length * tall} role="img" aria-label={label} fontSize={13}>
      {rows.map((row, i) => (
        <g key={row.key} transform={`translate(0 ${i * tall})`}>
          {i > 0 && <path d={`M0 0H${width}`} stroke="var(--hairline)" />}
          <Name row={row} y={26} room={width} />
          {steps.map((step, at) => (
            <g key={step} transform={`translate(0 ${54 + at * stepHeight})`}>
              <text y={16} fill="var(--ink-faint)">
                {t(stepNames[step])}
              </text>
              <g transform={`translate(${left} 0)`}>
                <Step
                  step={row.steps.find((each) => each.step === step)}
                  width={width - left}
                  y={12}
                  colour={colourOf(row)}
                  format={format}
                />
              </g>
            </g>
          ))}
        </g>
      ))}
    </svg>
  );
}

/** Names are larger and bolder than the text that is measured. */
const bold = 1.15;

function Name({ row, y, room }: { row: FunnelRow; y: number; room: number }) {
  const { t } = useTranslation('rollout');
  const { t: ui } = useTranslation('ui');
  const format = useFormat();
  return (
    <>
      <rect y={y - 7} width={12} height={4} rx={2} fill={colourOf(row)} />
      <text x={20} y={y} fill="var(--ink)" fontWeight={row.name === null ? 650 : 550} fontSize={14}>
        {shortened(row.name ?? t('funnelAll'), (room - 20) / bold)}
        {row.name !== null && <title>{row.name}</title>}
      </text>
      {row.planned !== null && (
        <text x={20} y={y + 18} fill="var(--ink-faint)">
          {t('plannedPeople', { count: row.planned, n: format.number(row.planned) })}
          {row.asOf && ` · ${ui('asOf', { day: format.day(row.asOf, 'short') })}`}
        </text>
      )}
    </>
  );
}

interface StepProps {
  step: FunnelStep | undefined;
  width: number;
  y: number;
  colour: string;
  format: Format;
}

/** A bar from zero with its words above. */
function Step({ step, width, y, colour, format }: StepProps) {
  const { t } = useTranslation('ui');
  if (!step) return null;
  const { value, people, masked, unmeasurable } = write(step.ofPlanned, 'percent', format);
  const share = step.ofPlanned.shown === 'value' ? step.ofPlanned.value : null;
  const words = unmeasurable ? t('unmeasurable') : masked ? t('masked') : shortOf(value);
  const count = step.people && step.ofPlanned.shown === 'value' ? format.range(step.people) : null;
  return (
    <>
      <title>{[value ?? masked ?? unmeasurable, people].filter(Boolean).join(' · ')}</title>
      <text y={y} fill={share === null ? 'var(--ink-faint)' : 'var(--ink)'} fontWeight={share === null ? 400 : 600}>
        {people === undefined && count !== null ? count : words}
        {people !== undefined && count !== null && (
          <tspan dx={8} fill="var(--ink-faint)" fontWeight={400}>
            {count}
          </tspan>
        )}
      </text>
      <rect y={y + 8} width={width} height={8} rx={4} fill="var(--sunken)" />
      {share !== null && share > 0 && (
        <rect y={y + 8} width={Math.max(3, width * share)} height={8} rx={4} fill={colour} />
      )}
    </>
  );
}

/** In a narrow column « environ » is said once, by the caption. */
const shortOf = (value: string | null) => value?.replace(/^(environ|about) /, '≈\u202f') ?? '–';
