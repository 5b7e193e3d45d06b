import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type IndicatorRow, IndicatorRows } from '#contract/indicators.js';
import { useAnnotationMarks } from '../../charts/annotation-marks.js';
import { TimeChart, type TimeSeries } from '../../charts/TimeChart.js';
import { timePoints } from '../../charts/time-points.js';
import { useOrganization } from '../../api/organization.js';
import { useReading } from '../../api/reading.js';
import { useFilters } from '../../app/filters.js';
import { addDays } from '../../format/iso-week.js';
import { useFormat } from '../../i18n/use-format.js';
import { benchmarkLevels } from '../../ui/benchmark-line.js';
import { useComparedLine } from '../../ui/compare/use-compared-line.js';
import { Panel } from '../../ui/Panel.js';
import { useReadingLevel } from '../../ui/reading-level.js';
import { useNoteMarks } from '../../ui/notes/use-notes-of.js';
import { usePlotTargets } from '../../ui/targets/use-targets-of.js';
import { weeksTable } from '../../ui/weeks-table.js';
import { useWrittenRate } from '../../ui/written-rate.js';
import { overBlocks } from './block-points.js';
import { type EntityRow, useScopeOf } from './use-entity-rows.js';
import { publishedWeekly, readAt } from './read-at.js';

const firstWeeks = 8;
const weeksShown = 52;

/** Its connection beside those it may be compared with. */
export function EntityHabit({ row, parent }: { row: EntityRow; parent: EntityRow | null }) {
  const { t } = useTranslation('entities');
  const [level] = useReadingLevel();
  const format = useFormat();
  const written = useWrittenRate();
  const { data: organization } = useOrganization();
  const [{ window: asked }] = useFilters();
  const last = organization?.week ?? undefined;
  const wave = organization?.waves.find(({ key }) => key === row.place.wave);
  const small = organization?.bands === true && row.place.headcount < publishedWeekly;
  const opened = wave?.actualStart;
  const isNew = small && last !== undefined && opened != null && opened > addDays(last, -7 * firstWeeks);
  const window = isNew ? 7 : asked;
  const from =
    last && [addDays(opened ?? last, opened ? -21 : -7 * weeksShown), addDays(last, -7 * weeksShown)].sort().at(-1);
  const range = { keys: ['K03b'], window, from, to: last };
  const nodes = parent ? [row.key, parent.key] : [row.key];
  const places = useReading('indicators', IndicatorRows, { ...range, by: 'entity', nodes });
  const waves = useReading('indicators', IndicatorRows, { ...range, by: 'wave' });
  const scope = useScopeOf(row);
  const marks = [...useAnnotationMarks(organization?.annotations, row.place), ...useNoteMarks('K03b', scope)];
  const targets = usePlotTargets('K03b', window, scope);
  const compared = useComparedLine({ indicator: 'K03b', window, from, to: last, known: row.place.wave });
  const begins = organization?.begins ?? null;
  const series = useMemo(() => {
    const of = (rows: IndicatorRow[] | undefined, slice: string) => (rows ?? []).filter((each) => each.slice === slice);
    const blocks = (rows: IndicatorRow[]) =>
      window === 7 ? timePoints(rows) : overBlocks(timePoints(rows), 'window', begins);
    const own: TimeSeries = {
      ...{ key: 'own', name: row.label, role: 'ours' as const },
      points: readAt(level, blocks(of(places.data?.rows, row.key))),
    };
    // Beside a curve, what it is compared with carries no band of its own.
    const beside = (key: string, name: string, rows: IndicatorRow[]): TimeSeries => ({
      ...{ key, name, role: 'context' as const },
      points: blocks(rows).map(({ weekEnd, value }) => ({ weekEnd, value })),
    });
    const others = [
      ...(row.wave && row.wave.name !== row.label && row.place.wave
        ? [beside('wave', row.wave.name, of(waves.data?.rows, row.place.wave))]
        : []),
      ...(parent && parent.label !== row.wave?.name
        ? [beside('parent', parent.label, of(places.data?.rows, parent.key))]
        : []),
    ];
    return [own, ...others].filter(({ points }) => points.length > 0);
  }, [row, parent, places.data, waves.data, window, level, begins]);
  return (
    <Panel
      query={places}
      title={t('habitTitle')}
      subtitle={t('habitSubtitle', { days: window })}
      caption={isNew ? t('habitFirst') : undefined}
      table={({ rows }) =>
        weeksTable(
          rows,
          t('tableWeek'),
          [row, ...(parent ? [parent] : [])].map(({ key, label }) => [key, label] as const),
          written,
        )
      }
    >
      {() => (
        <TimeChart
          label={t('habitTitle')}
          series={[...series, ...compared(series[0]?.points ?? [])]}
          stepped={small && window !== 7}
          valueText={(value) => format.percent(value)}
          annotations={marks}
          targets={targets}
          levels={benchmarkLevels('K03b', places.data?.rows.at(-1), window, format.language)}
          domain={[0, 1]}
        />
      )}
    </Panel>
  );
}
