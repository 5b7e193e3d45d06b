import { useTranslation } from 'react-i18next';
import { type Ambassadors } from '#contract/ambassadors.js';
import { isImprecise } from '#domain/rollout/exemplarity.js';
import { useFormat } from '../../i18n/use-format.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { Figure } from '../../ui/Figure.js';
import { FigureRow } from '../../ui/FigureRow.js';
import { Panel, type PanelQuery } from '../../ui/Panel.js';
import { RateFigure } from '../../ui/RateFigure.js';

/** What ambassadors do: measured from ten upward, and what they say themselves, which is declared and marked so. */
export function ActivityPanel({ query }: { query: PanelQuery<Ambassadors> }) {
  const { t } = useTranslation('ambassadors');
  const format = useFormat();
  const declared = [
    ['posts', 'reportPosts'],
    ['replies', 'reportReplies'],
    ['feedback', 'reportFeedback'],
  ] as const;
  return (
    <Panel
      query={query}
      title={({ activity }) =>
        activity.value === null || isImprecise(activity)
          ? t('activityTitle')
          : t('activityFinding', { share: format.percent(activity.value) })
      }
      waitingTitle={t('activityTitle')}
      subtitle={t('activitySubtitle')}
      caption={({ reports }) => (reports ? t('activityDeclared') : undefined)}
      height={120}
      empty={({ activity, reports }) =>
        activity.shown === 'none' && !reports ? (
          <EmptyState title={t('activityNone')}>{t('activityNoneDetail')}</EmptyState>
        ) : null
      }
    >
      {({ activity, reports, week }) => (
        <FigureRow>
          <RateFigure indicator="K62" measured={activity} label={t('activityFigure')} upTo={week ?? undefined} />
          {reports &&
            declared.map(([key, label]) => (
              <Figure
                key={key}
                label={t(label)}
                value={format.number(reports[key])}
                people={t('reportsOf', { count: reports.people, n: format.number(reports.people) })}
                definition={t('reportsDefinition')}
              />
            ))}
        </FigureRow>
      )}
    </Panel>
  );
}
