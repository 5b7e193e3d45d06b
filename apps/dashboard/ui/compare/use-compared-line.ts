import { useTranslation } from 'react-i18next';
import { IndicatorRows } from '#contract/indicators.js';
import { type IndicatorKey } from '#domain/indicators/catalogue.js';
import { useOrganization } from '../../api/organization.js';
import { useReading } from '../../api/reading.js';
import { type TimePoint, type TimeSeries } from '../../charts/TimeChart.js';
import { timePoints } from '../../charts/time-points.js';
import { type Day } from '../../format/iso-week.js';
import { earlier } from './earlier.js';
import { useComparedWith } from './use-compared.js';

interface Asked {
  indicator: IndicatorKey;
  /** Days; null = a state. */
  window: number | null;
  /** Of the chart. */
  from: Day | undefined;
  to: Day | undefined;
  /** A wave that is drawn already. */
  known?: string | null;
}

/** A grey line beside ours: the wave that the top bar asks for, or ourselves one window earlier. The plan has a line of its own. */
export function useComparedLine({ indicator, window, from, to, known }: Asked): (own: TimePoint[]) => TimeSeries[] {
  const { t } = useTranslation('compare');
  const { data: organization } = useOrganization();
  const compared = useComparedWith();
  const wave = compared?.with === 'wave' && compared.wave !== known ? compared.wave : null;
  const { data } = useReading(
    'indicators',
    IndicatorRows,
    { keys: [indicator], by: 'wave', from, to, window: window ?? undefined },
    wave !== null && from !== undefined && to !== undefined,
  );
  return (own) => {
    const line = (name: string, points: TimePoint[]): TimeSeries[] =>
      points.length === 0 ? [] : [{ key: 'compared', name, role: 'context', bridge: 28, points }];
    if (compared?.with === 'previous') {
      const days = window ?? 28;
      return line(t('earlier', { count: days / 7 }), earlier(own, days));
    }
    const name = organization?.waves.find(({ key }) => key === wave)?.name;
    if (wave === null || name === undefined) return [];
    const rows = (data?.rows ?? []).filter(({ slice }) => slice === wave);
    return line(
      name,
      timePoints(rows).map(({ weekEnd, value }) => ({ weekEnd, value })),
    );
  };
}
