import { useTranslation } from 'react-i18next';
import { type IndicatorRow, IndicatorRows } from '#contract/indicators.js';
import { leadWeeks } from '#domain/rollout/exemplarity.js';
import { useAnnotationMarks } from '../../charts/annotation-marks.js';
import { TimeChart } from '../../charts/TimeChart.js';
import { isBanded, toldPoints } from '../../charts/time-points.js';
import { useOrganization } from '../../api/organization.js';
import { useReading } from '../../api/reading.js';
import { useWhole } from '../../api/rights.js';
import { useFilters } from '../../app/filters.js';
import { addDays, mondayOf } from '../../format/iso-week.js';
import { useFormat } from '../../i18n/use-format.js';
import { benchmarkLevels } from '../../ui/benchmark-line.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { Panel } from '../../ui/Panel.js';
import { useNoteMarks } from '../../ui/notes/use-notes-of.js';
import { usePlotTargets } from '../../ui/targets/use-targets-of.js';
import { useReadingLevel } from '../../ui/reading-level.js';

const weeks = 52;

/** Managers and others week after week. */
export function OverTime() {
  const { t } = useTranslation('exemplarity');
  const format = useFormat();
  const [level] = useReadingLevel();
  const [{ scope }] = useFilters();
  const whole = useWhole();
  const { data: organization } = useOrganization();
  const last = organization?.week ?? undefined;
  const range = { keys: ['K50.weekly'], window: 7, from: last && addDays(last, -7 * (weeks - 1)), to: last };
  const where = scope ? { by: 'entity', nodes: [scope] } : { by: 'organisation' };
  const managers = useReading('indicators', IndicatorRows, { ...range, ...where });
  const others = useReading('indicators', IndicatorRows, { ...range, ...where, population: 'others' });
  const both = managers.data && others.data ? { managers: managers.data.rows, others: others.data.rows } : undefined;
  const marks = [...useAnnotationMarks(organization?.annotations), ...useNoteMarks('K50.weekly', scope ?? whole)];
  const targets = usePlotTargets('K50.weekly', 7, scope ?? whole);
  // What is told in bands is drawn with them at every reading level: the line between would pass for a figure.
  const shown = (rows: IndicatorRow[]) =>
    level === 'expert' || rows.some(isBanded)
      ? toldPoints(rows)
      : toldPoints(rows).map(({ low: _, high: __, ...point }) => point);
  /** A line that is not drawn, or in places only, says so: it is grouped, nobody is absent. */
  const untold = (of: 'managers' | 'others', rows: IndicatorRow[]) => {
    const told = toldPoints(rows).filter(({ value }) => value !== null).length;
    if (told === rows.length) return null;
    const counts = { who: t(of), told: format.number(told), of: format.number(rows.length) };
    return told === 0 ? t('timeUntold', counts) : t('timePartly', counts);
  };
  const title = ({ managers: own, others: rest }: { managers: IndicatorRow[]; others: IndicatorRow[] }) => {
    const { above, below, of } = leadWeeks(own, rest);
    if (above * 2 <= of && below * 2 <= of) return t('timeTitleEven');
    const n = format.number(Math.max(above, below));
    return t(above > below ? 'timeTitleLeads' : 'timeTitleLags', { n, of: format.number(of) });
  };
  return (
    <Panel
      query={{ data: both, error: managers.error ?? others.error, refetch: managers.refetch }}
      title={title}
      waitingTitle={t('timeTitleEven')}
      subtitle={t('timeSubtitle')}
      caption={({ managers: first, others: second }) => {
        const peopleOf = (rows: IndicatorRow[]) => rows.at(-1)?.n ?? rows.at(-1)?.denominator?.high ?? null;
        const [own, rest, at] = [peopleOf(first), peopleOf(second), first.at(-1)?.periodEnd];
        const parts = [
          own !== null &&
            rest !== null &&
            at !== undefined &&
            t('timeCaption', {
              ...{ managers: format.number(own), others: format.number(rest) },
              day: format.day(mondayOf(at), 'long'),
            }),
          untold('managers', first),
          untold('others', second),
        ];
        return parts.filter(Boolean).join(' ');
      }}
      empty={({ managers: first }) =>
        first.every(({ value }) => value === null) ? <EmptyState title={t('timeNone')} /> : null
      }
    >
      {({ managers: first, others: second }) => (
        <TimeChart
          label={t('timeSubtitle')}
          series={[
            { key: 'managers', name: t('managers'), role: 'ours', points: shown(first) },
            { key: 'others', name: t('others'), role: 'context', points: shown(second) },
          ]}
          valueText={(value) => format.percent(value)}
          annotations={marks}
          targets={targets}
          levels={benchmarkLevels('K50.weekly', first.at(-1), 7, format.language)}
          domain={[0, 1]}
        />
      )}
    </Panel>
  );
}
