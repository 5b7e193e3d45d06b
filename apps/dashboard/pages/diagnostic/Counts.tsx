import { useTranslation } from 'react-i18next';
import { type Diagnostic } from '#contract/diagnostic.js';
import { useFormat } from '../../i18n/use-format.js';
import { Figure } from '../../ui/Figure.js';
import { FigureRow } from '../../ui/FigureRow.js';
import { lightOrder } from './lights.js';

const words = {
  red: { label: 'redFigure', definition: 'redDefinition' },
  amber: { label: 'amberFigure', definition: 'amberDefinition' },
  green: { label: 'greenFigure', definition: 'greenDefinition' },
  unknown: { label: 'unknownFigure', definition: 'unknownDefinition' },
} as const;

/** How many of the ten errors are red, amber, green and unknown. */
export function Counts({ data: { counts, week, errors } }: { data: Diagnostic }) {
  const { t } = useTranslation('diagnostic');
  const format = useFormat();
  return (
    <FigureRow>
      {lightOrder.map((light) => (
        <Figure
          key={light}
          label={t(words[light].label)}
          value={format.number(counts[light] ?? 0)}
          people={t('ofTen', { all: format.number(errors.length) })}
          definition={t(words[light].definition)}
          upTo={week ?? undefined}
        />
      ))}
    </FigureRow>
  );
}
