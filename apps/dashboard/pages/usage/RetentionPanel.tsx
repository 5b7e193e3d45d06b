import { type CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import { type IndicatorRow, IndicatorRows } from '#contract/indicators.js';
import { useOrganization } from '../../api/organization.js';
import { useReading } from '../../api/reading.js';
import { useFilters } from '../../app/filters.js';
import { addDays } from '../../format/iso-week.js';
import { useFormat } from '../../i18n/use-format.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { Panel } from '../../ui/Panel.js';
import { triangleOf } from './triangle.js';
import styles from './usage.module.css';

const weeks = 14;
const laterWeek = 8;

/** Who stays, by week of arrival. Of the whole organisation: nothing of it is published by place. */
export function RetentionPanel() {
  const { t } = useTranslation('usage');
  const format = useFormat();
  const [{ scope }] = useFilters();
  const { data: organization } = useOrganization();
  const last = organization?.week ?? undefined;
  const query = useReading('indicators', IndicatorRows, {
    ...{ keys: ['K11'], from: last && addDays(last, -7 * 2 * weeks + 1), to: last },
  });
  const rows = (rowsOf: IndicatorRow[]) => triangleOf(rowsOf, weeks);
  const title = ({ rows: found }: IndicatorRows) => {
    const { later } = triangleOf(found, weeks, laterWeek);
    return later === null
      ? t('retentionTitle')
      : t('retentionFinding', { share: format.about(format.percent(later), organization?.bands), weeks: laterWeek });
  };
  return (
    <Panel
      query={query}
      title={title}
      waitingTitle={t('retentionTitle')}
      subtitle={t('retentionSubtitle')}
      caption={scope ? t('retentionWhole') : t('retentionCaption')}
      height={380}
      empty={({ rows: found }) =>
        rows(found).cohorts.length === 0 ? (
          <EmptyState title={t('retentionNone')}>{t('retentionNoneDetail')}</EmptyState>
        ) : null
      }
    >
      {({ rows: found }) => {
        const { cohorts, lags } = rows(found);
        return (
          <div className={styles.frame} tabIndex={0} role="region" aria-label={t('retentionTitle')}>
            <table className={styles.triangle}>
              <thead>
                <tr>
                  <th scope="col">{t('arrival')}</th>
                  {lags.map((lag) => (
                    <th key={lag} scope="col">
                      {lag === 0 ? t('lagFirst') : t('lag', { weeks: lag })}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {cohorts.map(({ cohort, people, shares }) => (
                  <tr key={cohort}>
                    <th scope="row">
                      {format.day(cohort, 'short')} <small>{t('arrived', { n: format.number(people) })}</small>
                    </th>
                    {lags.map((lag) => {
                      const share = shares.get(lag);
                      if (share === undefined) return <td key={lag} />;
                      return (
                        <td
                          key={lag}
                          data-shown={share !== null || undefined}
                          data-hidden={share === null || undefined}
                          style={{ '--shade': share ?? 0 } as CSSProperties}
                        >
                          {share === null ? '·' : format.number(share * 100)}
                        </td>
                      );
                    })}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        );
      }}
    </Panel>
  );
}
