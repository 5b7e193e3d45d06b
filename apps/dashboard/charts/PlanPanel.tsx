import { useTranslation } from 'react-i18next';
import { type Annotation } from '#contract/organization.js';
import { type CurvePoint } from '#contract/rollout.js';
import { useWhole } from '../api/rights.js';
import { capital } from '../format/capital.js';
import { mondayOf } from '../format/iso-week.js';
import { useFormat } from '../i18n/use-format.js';
import { NoRollout } from '../ui/NoRollout.js';
import { Panel, type PanelQuery } from '../ui/Panel.js';
import { useReadingLevel } from '../ui/reading-level.js';
import { useComparedLine } from '../ui/compare/use-compared-line.js';
import { useNoteMarks } from '../ui/notes/use-notes-of.js';
import { usePlotTargets } from '../ui/targets/use-targets-of.js';
import { type TableOf } from '../ui/table-of.js';
import { useAnnotationMarks } from './annotation-marks.js';
import { lastKnown, toldPoint } from './plan-series.js';
import { PlanChart } from './PlanChart.js';

interface PlanPanelProps {
  query: PanelQuery<{ week: string | null; curve: CurvePoint[] }>;
  annotations?: Annotation[];
  /** People planned; null while nobody is. */
  people: number | null;
  /** The last count is published between two ends. */
  isAbout?: boolean;
  height?: number;
}

// Below this many people a percentage looks finer than it is.
const fewestForPercent = 60;

/** The rollout on one line against its plan, with what it comes to in its title. */
export function PlanPanel({ query, annotations, people, isAbout = false, height = 300 }: PlanPanelProps) {
  const { t } = useTranslation('plan');
  const format = useFormat();
  const [level] = useReadingLevel();
  const whole = useWhole();
  const marks = [...useAnnotationMarks(annotations), ...useNoteMarks('K08', whole)];
  const targets = usePlotTargets('K08', null, whole);
  const drawn = query.data?.curve ?? [];
  const compared = useComparedLine({
    ...{ indicator: 'K08', window: null },
    ...{ from: drawn[0]?.weekEnd, to: query.data?.week ?? undefined },
  });
  const percent = (share: number | null) => (share === null ? '–' : format.percent(share));

  const finding = ({ curve }: { curve: CurvePoint[] }) => {
    const last = lastKnown(curve);
    if (last?.actual == null || last.plan === null || (people ?? 0) < fewestForPercent) return t('curvePending');
    return capital(
      t('curveFinding', { actual: format.about(percent(last.actual), isAbout), plan: percent(last.plan) }),
    );
  };

  const table = ({ curve }: { curve: CurvePoint[] }): TableOf<CurvePoint> => ({
    columns: [
      {
        key: 'week',
        label: t('week'),
        value: ({ weekEnd }) => mondayOf(weekEnd),
        cell: ({ weekEnd }) => format.day(mondayOf(weekEnd), 'long'),
      },
      {
        key: 'plan',
        share: true,
        label: t('planned'),
        numeric: true,
        value: ({ plan }) => plan,
        cell: ({ plan }) => percent(plan),
      },
      {
        key: 'actual',
        share: true,
        label: t('actual'),
        numeric: true,
        value: ({ actual }) => actual,
        told: toldPoint,
        cell: ({ actual }) => percent(actual),
      },
    ],
    rows: curve,
    rowKey: ({ weekEnd }) => weekEnd,
  });

  const isEmpty = ({ curve }: { curve: CurvePoint[] }) =>
    curve.every(({ plan, actual }) => plan === null && actual === null);
  return (
    <Panel
      query={query}
      title={(data) => finding(data)}
      waitingTitle={t('curvePending')}
      subtitle={t('curveSubtitle')}
      caption={(data) =>
        isEmpty(data) || people === null ? null : (
          <>
            {t('curveCaption', { n: format.number(people) })} {level === 'expert' && t('curveInterval')}
          </>
        )
      }
      height={height}
      table={table}
      empty={(data) => (isEmpty(data) ? <NoRollout missing="wave" /> : null)}
    >
      {({ curve }) => (
        <PlanChart
          label={t('curvePending')}
          curve={curve}
          annotations={marks}
          targets={targets}
          compared={compared}
          height={height}
        />
      )}
    </Panel>
  );
}
