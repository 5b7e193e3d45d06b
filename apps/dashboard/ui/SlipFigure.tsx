import { useTranslation } from 'react-i18next';
import { type Sentence } from '#contract/published.js';
import { slipWords } from '#domain/sentences/slip-words.js';
import { type Day } from '../format/iso-week.js';
import { useFormat } from '../i18n/use-format.js';
import { Figure } from './Figure.js';
import { slipOf } from '#domain/rollout/wave-verdict.js';

interface SlipFigureProps {
  /** Whose verdict the figure repeats: early or late only where the published bands agree. */
  verdict: Sentence;
  upTo?: Day;
}

/** Days ahead of the plan or behind it, at both ends of what is published. */
export function SlipFigure({ verdict, upTo }: SlipFigureProps) {
  const { t } = useTranslation('plan');
  const format = useFormat();
  const slip = slipOf(verdict);
  const apart = verdict.key !== 'rollout.on_time' && slip !== null;
  const [low, high] = slip ? [Math.abs(slip.from), Math.abs(slip.to)].sort((a, b) => a - b) : [0, 0];
  const unit = verdict.key === 'rollout.behind' ? t('slipBehind', { count: high }) : t('slipAhead', { count: high });
  const counted = slip && t('slipFrom', { people: format.range(slip.people), of: format.number(slip.people.of) });
  return (
    <Figure
      label={t('slip')}
      value={slip === null ? null : apart ? format.range({ low: low!, high: high! }) : t('slipOnTime')}
      unit={apart ? unit : undefined}
      people={slip === null ? t('slipNone') : apart ? counted! : `${slipWords(slip, format.language)}, ${counted}`}
      definition={t('slipDefinition')}
      method={t('slipMethod')}
      upTo={upTo}
    />
  );
}
