import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { type Summary, type SummaryNumber } from '#contract/summary.js';
import { sourceLabel } from '#domain/files/source-label.js';
import { Sparkline } from '../../charts/Sparkline.js';
import { useOrganizationSlug } from '../../app/filters.js';
import { useRights, useWhole } from '../../api/rights.js';
import { useFormat } from '../../i18n/use-format.js';
import { FigureOf } from '../../ui/figure-of.js';
import { type FigureProps } from '../../ui/Figure.js';
import { FigureRow } from '../../ui/FigureRow.js';
import { FigureSkeleton } from '../../ui/Finding.js';
import { RateFigure } from '../../ui/RateFigure.js';
import { SlipFigure } from '../../ui/SlipFigure.js';
import { type Change, changeOf, pastOf, toneOf } from './number-change.js';

/** The four numbers of the sponsor: progress, gap to plan, connection, engagement. */
export function Numbers({ summary }: { summary: Summary | undefined }) {
  const { readsPlaces } = useRights();
  const whole = useWhole();
  const slug = useOrganizationSlug();
  const navigate = useNavigate();
  if (!summary)
    return (
      <FigureRow>
        {['progress', 'slip', 'connection', 'engagement'].map((key) => (
          <FigureSkeleton key={key} />
        ))}
      </FigureRow>
    );
  const [progress, ...use] = summary.numbers;
  const planned = progress && progress.now.shown !== 'none';
  const entities = !readsPlaces
    ? undefined
    : () => void navigate({ to: '/o/$organization/entities', params: { organization: slug } });
  return (
    <FigureOf value={whole}>
      <FigureRow>
        {planned && <NumberFigure number={progress} onSeeEntities={entities} />}
        {planned && <SlipFigure verdict={summary.sentence} upTo={progress.asOf} />}
        {use.map((number) => (
          <NumberFigure key={number.key} number={number} onSeeEntities={entities} />
        ))}
      </FigureRow>
    </FigureOf>
  );
}

function NumberFigure({ number, onSeeEntities }: { number: SummaryNumber; onSeeEntities?: () => void }) {
  const { t } = useTranslation(['overview', 'ui']);
  const format = useFormat();
  const past = pastOf(number);
  const moved = changeOf(number);
  const changeText = (change: Change): string => {
    if (change.trend === 'unclear') {
      const isEither = change.open.low <= 0 && change.open.high >= 0;
      return t(isEither ? 'changeEither' : 'changeOpen', { points: format.pointsBetween(change.open) });
    }
    return change.points === null ? t(`ui:${change.trend}`) : format.points(change.points);
  };
  const beside = ({ now, onlyFrom = [] }: SummaryNumber) => {
    if (now.note === 'source_without_logins') return t('howToLogins');
    if (now.shown !== 'value' || onlyFrom.length === 0) return undefined;
    const names = onlyFrom.map((name) => sourceLabel(name, format.language));
    return t('onlyFrom', { sources: new Intl.ListFormat(format.language).format(names) });
  };
  const change: FigureProps['change'] = moved
    ? {
        text: changeText(moved),
        window: t('since', { day: format.day(moved.since, 'short') }),
        tone: toneOf(moved),
      }
    : undefined;
  return (
    <RateFigure
      indicator={number.key}
      measured={number.now}
      label={number.key === 'K08' ? t('activated') : number.key === 'K03b' ? t('connection') : undefined}
      beside={beside(number)}
      change={change}
      upTo={number.asOf}
      onSeeEntities={onSeeEntities}
      picture={past.length > 2 ? <Sparkline values={past} /> : undefined}
    />
  );
}
