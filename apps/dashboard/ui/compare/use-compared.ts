import { useTranslation } from 'react-i18next';
import { IndicatorRows } from '#contract/indicators.js';
import { type Measured } from '#contract/published.js';
import { Rollout } from '#contract/rollout.js';
import { type IndicatorKey, indicatorOf } from '#domain/indicators/catalogue.js';
import { type Difference, differenceFrom, differenceOf } from '#domain/indicators/difference.js';
import { useOrganization } from '../../api/organization.js';
import { useReading } from '../../api/reading.js';
import { useRights, useWhole } from '../../api/rights.js';
import { comparedWith } from '../../app/compared.js';
import { useFilters } from '../../app/filters.js';
import { addDays, type Day } from '../../format/iso-week.js';
import { useFormat } from '../../i18n/use-format.js';
import { type FigureProps } from '../Figure.js';
import { write } from '../measured.js';

export interface ComparedFigure {
  indicator: IndicatorKey;
  /** Days; null = a state. */
  window: number | null;
  /** '' = the whole organisation. */
  scope: string;
  measured: Measured;
  upTo: Day | undefined;
}

/** A state is put beside itself four weeks earlier. */
const stepOf = (window: number | null): number => window ?? 28;

/** The change of a number against what the top bar asks for; undefined where nothing is asked, or nothing can be said. */
export function useComparedFigure(figure: ComparedFigure): FigureProps['change'] {
  const { t } = useTranslation('compare');
  const format = useFormat();
  const { data: organization } = useOrganization();
  const compared = useComparedWith();
  const before = figure.upTo && addDays(figure.upTo, -stepOf(figure.window));
  const other = useOther(figure, before);
  const planned = usePlanned(figure);
  if (!compared) return undefined;
  const inWords = (difference: Difference, value: string, name: string): FigureProps['change'] => {
    if (difference.kind === 'few') return { text: value, window: t('beside', { name }) };
    const points =
      difference.kind === 'points' ? format.points(difference.points) : format.pointsBetween(difference.ends);
    return { text: points, window: t('than', { name, value }) };
  };
  const untold = (name: string) => ({ text: t('untold'), window: t('beside', { name }) });
  if (compared.with === 'plan') {
    if (planned === undefined) return undefined;
    const difference = planned === null ? null : differenceFrom(figure.measured, planned);
    return difference && planned !== null
      ? inWords(difference, format.percent(planned), t('thePlan'))
      : untold(t('thePlan'));
  }
  const day = other?.periodEnd ?? before;
  const name =
    compared.with === 'wave'
      ? organization?.waves.find(({ key }) => key === compared.wave)?.name
      : day && format.day(day, 'medium');
  if (other === undefined || name === undefined) return undefined;
  const value = other && write(other, indicatorOf(figure.indicator).unit, format).value;
  const difference = other && differenceOf(figure.measured, other);
  return difference && value !== null ? inWords(difference, value, name) : untold(name);
}

/** What the top bar asks for, for whoever may read it. */
export function useComparedWith() {
  const [{ compare }] = useFilters();
  const { readsPlaces } = useRights();
  return readsPlaces ? comparedWith(compare) : null;
}

/** The same figure of the wave, or of the same place one window earlier; null where none came, undefined before an answer. */
function useOther({ indicator, window, scope, upTo }: ComparedFigure, before: Day | undefined) {
  const compared = useComparedWith();
  const whole = useWhole();
  const isWave = compared?.with === 'wave';
  const { frame, unit } = indicatorOf(indicator);
  const isRead = unit === 'percent' && (frame === 'window' || frame === 'state');
  const where = isWave ? { by: 'wave' } : scope === whole ? { by: 'organisation' } : { by: 'entity', nodes: [scope] };
  const { data, isPlaceholderData } = useReading(
    'indicators',
    IndicatorRows,
    {
      ...{ keys: [indicator], ...where, to: isWave ? upTo : before, latest: true },
      window: frame === 'window' && window !== null ? window : undefined,
    },
    isRead && before !== undefined && (isWave || compared?.with === 'previous'),
  );
  const row = isWave ? data?.rows.find(({ slice }) => slice === compared.wave) : data?.rows[0];
  return row ?? (data && !isPlaceholderData ? null : undefined);
}

/** The share that the plan had activated by then; null where it had none, undefined where it says nothing of the figure. */
function usePlanned({ indicator, scope, upTo }: ComparedFigure): number | null | undefined {
  const compared = useComparedWith();
  const whole = useWhole();
  const [{ week }] = useFilters();
  const { data: organization } = useOrganization();
  const isRead = indicator === 'K08' && compared?.with === 'plan';
  const { data, isPlaceholderData } = useReading('rollout', Rollout, { week }, isRead);
  const wave = organization?.nodes.find(({ key }) => key === scope)?.wave;
  const curve = scope === whole ? data?.total?.curve : data?.waves.find(({ key }) => key === wave)?.curve;
  const plan = curve?.find(({ weekEnd }) => weekEnd === upTo)?.plan;
  return plan ?? (data && isRead && !isPlaceholderData ? null : undefined);
}
