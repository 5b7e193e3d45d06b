import { useTranslation } from 'react-i18next';
import { type Ambassadors } from '#contract/ambassadors.js';
import { isImprecise } from '#domain/rollout/exemplarity.js';
import { capital } from '../../format/capital.js';
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
  // A share that is only known between two ends says so in the title too; words in people do not fit it.
  const finding = (activity: Ambassadors['activity']) => {
    const { numerator, denominator, value } = activity;
    if (value === null || !numerator || !denominator || isImprecise(activity)) return t('activityTitle');
    const share = capital(format.people(numerator, denominator));
    return share.includes('%') ? t('activityFinding', { share }) : t('activityTitle');
  };
  const declared = [
    ['posts', 'reportPosts'],
    ['replies', 'reportReplies'],
    ['feedback', 'reportFeedback'],
  ] as const;
  return (
    <Panel
      query={query}
      title={({ activity }) => finding(activity)}
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
