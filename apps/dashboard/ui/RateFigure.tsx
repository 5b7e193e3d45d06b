import { type Measured } from '#contract/published.js';
import { indicatorOf, type IndicatorKey } from '#domain/indicators/catalogue.js';
import { useFormat } from '../i18n/use-format.js';
import { benchmarkLine } from './benchmark-line.js';
import { Figure, type FigureProps } from './Figure.js';
import { write } from './measured.js';

type Own = Pick<FigureProps, 'change' | 'benchmark' | 'upTo' | 'onSeeEntities' | 'picture'>;

interface RateFigureProps extends Own {
  indicator: IndicatorKey;
  measured: Measured;
  /** Where the catalogue's title is too long or too general. */
  label?: string;
  /** Days it is read over, where they are not its own. */
  window?: number | null;
}

/** One indicator of the catalogue: its title, meaning and denominator come with it. */
export function RateFigure({ indicator, measured, label, window, ...own }: RateFigureProps) {
  const format = useFormat();
  const { title, meaning, unit, denominator, defaultWindow } = indicatorOf(indicator);
  const { note, ...written } = write(measured, unit, format);
  const base = denominator && denominator !== 'base' ? denominator[format.language] : undefined;
  const days = window === undefined ? defaultWindow : window;
  return (
    <Figure
      benchmark={benchmarkLine(indicator, measured, days, format.language)}
      {...own}
      {...written}
      label={label ?? title[format.language]}
      definition={meaning[format.language]}
      method={[base, note].filter(Boolean).join(' ') || undefined}
    />
  );
}
