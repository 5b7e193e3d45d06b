import { useTranslation } from 'react-i18next';
import { type Rollout } from '#contract/rollout.js';
import { useWhole } from '../../api/rights.js';
import { useFormat } from '../../i18n/use-format.js';
import { Figure } from '../../ui/Figure.js';
import { FigureOf } from '../../ui/figure-of.js';
import { FigureRow } from '../../ui/FigureRow.js';
import { FigureSkeleton } from '../../ui/Finding.js';
import { RateFigure } from '../../ui/RateFigure.js';
import { useReadingLevel } from '../../ui/reading-level.js';
import { SlipFigure } from '../../ui/SlipFigure.js';
import { nextOpening } from '#domain/rollout/wave-verdict.js';

/** Openings, people, gap to plan, what comes next. */
export function RolloutNumbers({ rollout }: { rollout: Rollout | undefined }) {
  const { t } = useTranslation('rollout');
  const format = useFormat();
  const [level] = useReadingLevel();
  const whole = useWhole();
  if (!rollout)
    return (
      <FigureRow>
        {['opened', 'activated', 'slip', 'next'].map((key) => (
          <FigureSkeleton key={key} />
        ))}
      </FigureRow>
    );
  const { total, waves, week, sentence } = rollout;
  if (!total) return null;
  const upTo = total.asOf ?? undefined;
  const next = week === null ? undefined : nextOpening(waves, week);
  return (
    <FigureRow>
      <Figure
        label={t('opened')}
        value={format.number(total.entities.opened)}
        unit={t('openedOf', { count: total.entities.planned })}
        people={t('openedPeople')}
        definition={t('openedDefinition')}
        upTo={week ?? undefined}
      />
      <FigureOf value={whole}>
        <RateFigure
          indicator="K08"
          measured={total.activation}
          label={t('activated')}
          upTo={upTo}
          change={
            total.plannedShare === null
              ? undefined
              : { text: format.percent(total.plannedShare), window: t('expectedThen') }
          }
        />
      </FigureOf>
      <SlipFigure verdict={sentence} upTo={upTo} />
      {level === 'expert' && total.scheduleIndex && (
        <Figure
          label={t('index')}
          value={format.number(total.scheduleIndex.value, 2)}
          interval={{
            low: format.number(total.scheduleIndex.low, 2),
            high: format.number(total.scheduleIndex.high, 2),
          }}
          definition={t('indexDefinition')}
          upTo={upTo}
        />
      )}
      <Figure
        label={t('next')}
        value={next ? format.day(next.plannedStart, 'short') : '–'}
        people={
          next
            ? t('nextPeople', { name: next.name, count: peopleOf(next), n: format.number(peopleOf(next)) })
            : t('nextNone')
        }
        definition={t('nextDefinition')}
      />
    </FigureRow>
  );
}

const peopleOf = ({ people }: Rollout['waves'][number]) => people.planned?.high ?? 0;
