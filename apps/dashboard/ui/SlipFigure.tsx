import { useTranslation } from 'react-i18next';
import { type Sentence } from '#contract/published.js';
import { type Day } from '../format/iso-week.js';
import { useFormat } from '../i18n/use-format.js';
import { Figure } from './Figure.js';

interface SlipFigureProps {
  /** Days behind the plan, negative = ahead; null where nothing can be compared. */
  days: number | null;
  /** Whose verdict the figure repeats: early or late only where the published bands agree. */
  verdict: Sentence;
  upTo?: Day;
}

/** Days ahead of the plan or behind it. */
export function SlipFigure({ days, verdict, upTo }: SlipFigureProps) {
  const { t } = useTranslation('plan');
  const format = useFormat();
  const count = Math.abs(days ?? 0);
  const apart = verdict.key === 'rollout.behind' || verdict.key === 'rollout.ahead';
  const about = verdict.params.about === 1 ? `${t('about')} ` : '';
  const unit = verdict.key === 'rollout.behind' ? t('slipBehind', { count }) : t('slipAhead', { count });
  return (
    <Figure
      label={t('slip')}
      value={days === null ? null : apart ? about + format.number(count) : t('slipOnTime')}
      unit={apart ? unit : undefined}
      people={days === null ? t('slipNone') : apart || count === 0 ? undefined : t('slipWithin', { count })}
      definition={t('slipDefinition')}
      method={t('slipMethod')}
      upTo={upTo}
    />
  );
}
