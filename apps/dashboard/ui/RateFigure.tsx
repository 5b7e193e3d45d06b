import { type Measured } from '#contract/published.js';
import { indicatorOf, type IndicatorKey } from '#domain/indicators/catalogue.js';
import { useFormat } from '../i18n/use-format.js';
import { benchmarkLine } from './benchmark-line.js';
import { Figure, type FigureProps } from './Figure.js';
import { write, writeShare } from './measured.js';

type Own = Pick<FigureProps, 'change' | 'benchmark' | 'upTo' | 'onSeeEntities' | 'picture'>;

interface RateFigureProps extends Own {
  indicator: IndicatorKey;
  measured: Measured;
  /** Where the catalogue's title is too long or too general. */
  label?: string;
  /** Days it is read over, where they are not its own. */
  window?: number | null;
  /** Of what it is a share, where its unit does not say so: it is then written in per cent, with its n. */
  shareOf?: string;
  /** Which doubt its interval holds, where a page knows more than one. */
  doubt?: string;
  /** What else is known of its people, after them. */
  beside?: string;
}

/** One indicator of the catalogue: its title, meaning and denominator come with it. */
export function RateFigure({ indicator, measured, label, window, shareOf, beside, doubt, ...own }: RateFigureProps) {
  const format = useFormat();
  const { title, meaning, unit, denominator, defaultWindow } = indicatorOf(indicator);
  const { note, ...written } = shareOf ? writeShare(measured, shareOf, format) : write(measured, unit, format);
  const base = denominator && denominator !== 'base' ? denominator[format.language] : undefined;
  const days = window === undefined ? defaultWindow : window;
  return (
    <Figure
      benchmark={benchmarkLine(indicator, measured, days, format.language)}
      {...own}
      {...written}
      interval={written.interval && { ...written.interval, ...(doubt ? { what: doubt } : {}) }}
      people={[written.people, beside].filter(Boolean).join(format.language === 'fr' ? ' ; ' : '; ') || undefined}
      label={label ?? title[format.language]}
      definition={meaning[format.language]}
      method={[base, note].filter(Boolean).join(' ') || undefined}
    />
  );
}
