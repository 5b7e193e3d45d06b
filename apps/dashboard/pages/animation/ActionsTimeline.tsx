import { useTranslation } from 'react-i18next';
import { type Animation } from '#contract/animation.js';
import { IndicatorRows } from '#contract/indicators.js';
import { useOrganization } from '../../api/organization.js';
import { useReading } from '../../api/reading.js';
import { useAnnotationMarks } from '../../charts/annotation-marks.js';
import { isBanded, toldPoints } from '../../charts/time-points.js';
import { TimeChart } from '../../charts/TimeChart.js';
import { addDays, mondayOf } from '../../format/iso-week.js';
import { useFormat } from '../../i18n/use-format.js';
import { benchmarkLevels } from '../../ui/benchmark-line.js';
import { weeksTable } from '../../ui/weeks-table.js';
import { useWrittenRate } from '../../ui/written-rate.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { peopleText } from '../../ui/measured.js';
import { Panel, type PanelQuery } from '../../ui/Panel.js';
import { useReadingLevel } from '../../ui/reading-level.js';

const weeks = 52;

/** Weekly engagement with every action and shock on its day. */
export function ActionsTimeline({ query }: { query: PanelQuery<Animation> }) {
  const { t } = useTranslation('animation');
  const format = useFormat();
  const [level] = useReadingLevel();
  const written = useWrittenRate();
  const { data: organization } = useOrganization();
  const waves = useAnnotationMarks(
    organization?.annotations.filter(({ wave, kind }) => wave !== null || kind === 'decision'),
  );
  const last = organization?.week ?? undefined;
  const first = last && addDays(last, -7 * (weeks - 1));
  const engagement = useReading('indicators', IndicatorRows, {
    ...{ keys: ['K20'], window: 7, by: 'organisation', from: first, to: last },
  });
  const both = query.data && engagement.data ? { page: query.data, rows: engagement.data.rows } : undefined;
  const marksOf = ({ actions, shocks }: Animation) => [
    ...actions.map(({ startsOn, name }) => ({ day: startsOn, label: name })),
    ...shocks.map(({ startsOn, name }) => ({ day: startsOn, label: name })),
  ];
  return (
    <Panel
      query={{ data: both, error: query.error ?? engagement.error }}
      title={t('timeTitle')}
      subtitle={t('timeSubtitle')}
      caption={({ rows }) => {
        const newest = rows.at(-1);
        if (!newest?.n) return null;
        const day = format.day(mondayOf(newest.periodEnd), 'long');
        const isBroken = toldPoints(rows).some(({ value, high }) => value === null && high !== null);
        return [t('timeCaption', { n: peopleText(newest, format), day }), isBroken && t('timeBands')]
          .filter(Boolean)
          .join(' ');
      }}
      table={({ rows }) => weeksTable(rows, t('columnWeek'), [[rows[0]?.slice ?? '', t('engagement')]], written)}
      empty={({ rows }) => (rows.every(({ value }) => value === null) ? <EmptyState title={t('timeNone')} /> : null)}
    >
      {({ page, rows }) => (
        <TimeChart
          label={t('timeSubtitle')}
          series={[
            {
              key: 'engagement',
              name: t('engagement'),
              role: 'ours',
              // What is told in bands is drawn with them at every reading level.
              points: toldPoints(rows).map((point) =>
                level === 'expert' || rows.some(isBanded) ? point : { ...point, low: null, high: null },
              ),
            },
          ]}
          valueText={(value) => format.percent(value)}
          annotations={[...waves, ...marksOf(page)]}
          levels={benchmarkLevels('K20', rows.at(-1), 7, format.language)}
        />
      )}
    </Panel>
  );
}
