import { type Measured } from '#contract/published.js';
import { indicatorOf, type IndicatorKey } from '#domain/indicators/catalogue.js';
import { useFormat } from '../i18n/use-format.js';
import { Figure, type FigureProps } from './Figure.js';
import { write } from './measured.js';

type Own = Pick<FigureProps, 'change' | 'benchmark' | 'upTo' | 'onSeeEntities' | 'picture'>;

interface RateFigureProps extends Own {
  indicator: IndicatorKey;
  measured: Measured;
  /** Where the catalogue's title is too long or too general. */
  label?: string;
}

/** One indicator of the catalogue: its title, meaning and denominator come with it. */
export function RateFigure({ indicator, measured, label, ...own }: RateFigureProps) {
  const format = useFormat();
  const { title, meaning, unit, denominator } = indicatorOf(indicator);
  const { note, ...written } = write(measured, unit, format);
  const base = denominator && denominator !== 'base' ? denominator[format.language] : undefined;
  return (
    <Figure
      {...own}
      {...written}
      label={label ?? title[format.language]}
      definition={meaning[format.language]}
      method={[base, note].filter(Boolean).join(' ') || undefined}
    />
  );
}
