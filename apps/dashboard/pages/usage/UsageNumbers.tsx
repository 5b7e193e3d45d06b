import { useTranslation } from 'react-i18next';
import { type DatedMeasure, type Usage } from '#contract/usage.js';
import { type IndicatorKey } from '#domain/indicators/catalogue.js';
import { useWhole } from '../../api/rights.js';
import { useFilters } from '../../app/filters.js';
import { FigureOf } from '../../ui/figure-of.js';
import { FigureRow } from '../../ui/FigureRow.js';
import { RateFigure } from '../../ui/RateFigure.js';

const numbers = [
  ['connection', 'K03b', 'connection'],
  ['engagement', 'K20', 'engagement'],
  ['stickiness', 'K05', 'stickiness'],
  ['habitual', 'K12', 'habitual'],
  ['return14d', 'K28', 'return14d'],
] as const satisfies readonly (readonly [keyof Usage['figures'], IndicatorKey, string])[];

const hidden: Omit<DatedMeasure, 'periodEnd'> = {
  ...{ numerator: null, denominator: null, value: null, low: null, high: null, n: null },
  ...{ shown: 'masked', note: 'not_published' },
};

/** How many come, take part, come back. */
export function UsageNumbers({ data: { figures } }: { data: Usage }) {
  const { t } = useTranslation('usage');
  const [{ scope }] = useFilters();
  const whole = useWhole();
  // Rates of the invited divide by them; those who signed in without an invitation are in this one only.
  const isOfInvited = figures.connection?.note?.startsWith('base_invited') ?? false;
  const judged = ({ note }: DatedMeasure) => t(note === 'four_weeks' ? 'habitualFour' : 'habitualTwelve');
  const besideOf = (name: keyof Usage['figures'], measured: DatedMeasure) => {
    if (name === 'habitual' && measured.shown === 'value') return judged(measured);
    // A number of people stands beside it: that it is not told has another reason than how many there are.
    return name === 'stickiness' && measured.note === 'not_published' ? t('stickinessWhy') : undefined;
  };
  return (
    <FigureOf value={scope ?? whole}>
      <FigureRow>
        {numbers.map(([name, indicator, label]) => {
          const measured = figures[name];
          return (
            <RateFigure
              key={name}
              indicator={indicator}
              measured={measured ?? hidden}
              label={t(label)}
              shareOf={name === 'stickiness' ? t(isOfInvited ? 'stickinessOfAll' : 'stickinessOf') : undefined}
              beside={measured ? besideOf(name, measured) : undefined}
              upTo={measured?.periodEnd}
            />
          );
        })}
      </FigureRow>
    </FigureOf>
  );
}
