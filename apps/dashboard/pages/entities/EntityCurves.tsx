import { useTranslation } from 'react-i18next';
import { IndicatorRows } from '#contract/indicators.js';
import { Rollout } from '#contract/rollout.js';
import { useAnnotationMarks } from '../../charts/annotation-marks.js';
import { TimeChart, type TimeSeries } from '../../charts/TimeChart.js';
import { timePoints } from '../../charts/time-points.js';
import { useOrganization } from '../../api/organization.js';
import { useReading } from '../../api/reading.js';
import { useFilters } from '../../app/filters.js';
import { addDays } from '../../format/iso-week.js';
import { useFormat } from '../../i18n/use-format.js';
import { Columns } from '../../ui/Columns.js';
import { useComparedLine } from '../../ui/compare/use-compared-line.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { Panel } from '../../ui/Panel.js';
import { useReadingLevel } from '../../ui/reading-level.js';
import { useNoteMarks } from '../../ui/notes/use-notes-of.js';
import { usePlotTargets } from '../../ui/targets/use-targets-of.js';
import { weeksTable } from '../../ui/weeks-table.js';
import { useWrittenRate } from '../../ui/written-rate.js';
import { overBlocks } from './block-points.js';
import { type EntityRow, useScopeOf } from './use-entity-rows.js';
import { whyNoProgress } from './why-no-progress.js';
import { EntityHabit } from './EntityHabit.js';
import { publishedWeekly, readAt } from './read-at.js';

const weeksShown = 52;

/** Its activation against the plan, and its connection beside those it may be compared with. */
export function EntityCurves({ row, parent }: { row: EntityRow; parent: EntityRow | null }) {
  return (
    <Columns>
      <Rise row={row} />
      <EntityHabit row={row} parent={parent} />
    </Columns>
  );
}

const riseTitles = { ahead: 'curveTitleAhead', on: 'curveTitleOn', behind: 'curveTitleBehind' } as const;

function Rise({ row }: { row: EntityRow }) {
  const { t } = useTranslation('entities');
  const [level] = useReadingLevel();
  const format = useFormat();
  const written = useWrittenRate();
  const { data: organization } = useOrganization();
  const [{ week }] = useFilters();
  const small = organization?.bands === true && row.place.headcount < publishedWeekly;
  const rollout = useReading('rollout', Rollout, { week });
  const last = organization?.week ?? undefined;
  const wave = organization?.waves.find(({ key }) => key === row.place.wave);
  const start = wave ? (wave.actualStart ?? wave.plannedStart) : undefined;
  const from = last && [addDays(start ?? addDays(last, -7 * weeksShown), -21), addDays(last, -7 * 100)].sort().at(-1);
  const query = useReading('indicators', IndicatorRows, {
    keys: ['K08'],
    by: 'entity',
    nodes: [row.key],
    from,
    to: last,
  });
  const scope = useScopeOf(row);
  const marks = [...useAnnotationMarks(organization?.annotations, row.place), ...useNoteMarks('K08', scope)];
  const plan =
    row.parent === null
      ? rollout.data?.total?.curve
      : rollout.data?.waves.find(({ key }) => key === row.place.wave)?.curve;
  const { standing } = row;
  const compared = useComparedLine({ indicator: 'K08', window: null, from, to: last });
  const targets = usePlotTargets('K08', null, scope);
  return (
    <Panel
      query={query}
      title={t(
        standing === 'ahead' || standing === 'on' || standing === 'behind' ? riseTitles[standing] : 'curveTitlePlain',
      )}
      subtitle={t(plan ? 'curveSubtitle' : 'curveSubtitlePlain')}
      caption={t(small ? 'curveCaption' : 'curveCaptionLarge', { n: format.number(row.place.headcount) })}
      empty={({ rows }) => {
        if (plan || rows.some(({ value }) => value !== null)) return null;
        const why = whyNoProgress(row, organization?.waves.length ?? 0) ?? 'riseNone';
        return <EmptyState title={t('curveNone')}>{t(why, { name: row.label })}</EmptyState>;
      }}
      table={({ rows }) =>
        weeksTable(
          rows,
          t('tableWeek'),
          [[row.key, row.label]],
          written,
          plan && { ...{ label: t('plan'), points: plan }, written: (share) => format.percent(share) },
        )
      }
    >
      {({ rows }) => {
        const points = timePoints(rows);
        const first = rows[0]?.periodEnd ?? '';
        const series: TimeSeries[] = [
          {
            key: 'own',
            name: row.label,
            role: 'ours',
            points: readAt(level, small ? overBlocks(points, 'state') : points),
          },
        ];
        if (plan) {
          series.push({
            key: 'plan',
            name: t('plan'),
            role: 'plan',
            points: plan
              .filter(({ weekEnd }) => weekEnd >= first)
              .map(({ weekEnd, plan: value }) => ({ weekEnd, value })),
          });
        }
        series.push(...compared(series[0]?.points ?? []));
        return (
          <TimeChart
            label={t('curveSubtitle')}
            series={series}
            stepped={small}
            valueText={(value) => format.percent(value)}
            annotations={marks}
            targets={targets}
            domain={[0, 1]}
          />
        );
      }}
    </Panel>
  );
}
