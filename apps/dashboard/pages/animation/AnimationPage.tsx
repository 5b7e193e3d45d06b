import { type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Animation } from '#contract/animation.js';
import { addDays } from '#domain/calendar/day.js';
import { useReading } from '../../api/reading.js';
import { useFilters } from '../../app/filters.js';
import { useFormat } from '../../i18n/use-format.js';
import { useSay } from '../../i18n/use-say.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { Figure } from '../../ui/Figure.js';
import { FigureRow } from '../../ui/FigureRow.js';
import { RateFigure } from '../../ui/RateFigure.js';
import { ReadingLevel } from '../../ui/ReadingLevel.js';
import { Sentence } from '../../ui/Sentence.js';
import { ToSources } from '../../ui/ToSources.js';
import { ActionsPanel } from './ActionsPanel.js';
import { ActionsTimeline } from './ActionsTimeline.js';
import { AppointmentsPanel } from './AppointmentsPanel.js';
import { BarrierPanel } from './BarrierPanel.js';
import { EmailPanel } from './EmailPanel.js';
import { SurveyPanel } from './SurveyPanel.js';

/** What works? Every action with whom it reached and what it changed, and what people say beside what they do. */
export default function AnimationPage(): ReactNode {
  const { t } = useTranslation('animation');
  const { t: shell } = useTranslation('shell');
  const say = useSay();
  const [{ week }] = useFilters();
  const query = useReading('animation', Animation, { week });
  const { data } = query;
  const isEmpty = data?.actions.length === 0 && data.surveys.length === 0 && data.appointments.length === 0;
  return (
    <>
      <Sentence page={shell('animation')} actions={<ReadingLevel />}>
        {data ? say(data.sentence) : '\u00a0'}
      </Sentence>
      {isEmpty ? (
        <EmptyState title={t('noneTitle')} action={<ToSources />}>
          {t('noneDetail')}
        </EmptyState>
      ) : (
        <>
          {data && <Figures data={data} />}
          <ActionsTimeline query={query} />
          <ActionsPanel query={query} />
          <AppointmentsPanel query={query} />
          <SurveyPanel query={query} />
          <BarrierPanel query={query} />
          <EmailPanel query={query} />
        </>
      )}
    </>
  );
}

function Figures({ data: { actions, reach, seen, week } }: { data: Animation }) {
  const { t } = useTranslation('animation');
  const format = useFormat();
  const led = actions.filter(({ state }) => state === 'held').length;
  const planned = actions.filter(({ state }) => state === 'planned').length;
  const told = actions.filter(({ effect }) => effect.verdict === 'up' || effect.verdict === 'down').length;
  const testable = actions.filter(({ effect }) => effect.verdict !== 'refused').length;
  // Compared, and nothing can be told of them: no more a « no » than a « yes ».
  const unclear = actions.filter(({ effect }) => effect.verdict === 'cannot_tell').length;
  const upTo = week ?? undefined;
  // A list of one action may be longer than the lower end of those reached by all: it holds those who have left.
  const withinYear = actions.filter(
    ({ state, endsOn }) => state === 'held' && week !== null && endsOn > addDays(week, -365),
  );
  const longest = Math.max(0, ...withinYear.map(({ participants }) => participants ?? 0));
  const isLonger = longest > (reach?.people.numerator?.low ?? Infinity);
  return (
    <FigureRow>
      <Figure
        label={t('ledFigure')}
        value={format.number(led)}
        people={planned > 0 ? t('planned', { count: planned, n: format.number(planned) }) : undefined}
        definition={t('ledDefinition')}
        upTo={upTo}
      />
      {reach && (
        <RateFigure
          indicator="K84"
          measured={reach.people}
          label={t('reachFigure')}
          beside={isLonger ? t('reachList', { n: format.number(longest) }) : undefined}
          upTo={upTo}
        />
      )}
      {reach && (
        <RateFigure indicator="K84.managers" measured={reach.managers} label={t('managersFigure')} upTo={upTo} />
      )}
      {seen && <RateFigure indicator="K27" measured={seen} label={t('seenFigure')} window={91} upTo={upTo} />}
      <Figure
        label={t('toldFigure')}
        value={format.number(told)}
        people={[
          t('toldOf', { count: testable, n: format.number(testable) }),
          unclear > 0 && t('toldUnclear', { n: format.number(unclear) }),
        ]
          .filter(Boolean)
          .join(', ')}
        definition={t('toldDefinition')}
        upTo={upTo}
      />
    </FigureRow>
  );
}
