import { type CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import { type IndicatorRow, IndicatorRows } from '#contract/indicators.js';
import { isBeginning } from '#domain/indicators/k11-retention.js';
import { type Share } from '#domain/statistics/two-proportions.js';
import { useOrganization } from '../../api/organization.js';
import { useReading } from '../../api/reading.js';
import { useFilters } from '../../app/filters.js';
import { isFew } from '#domain/sentences/count-phrase.js';
import { addDays } from '../../format/iso-week.js';
import { useFormat } from '../../i18n/use-format.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { Panel } from '../../ui/Panel.js';
import { ScrollFrame } from '../../ui/ScrollFrame.js';
import { type TableOf } from '../../ui/table-of.js';
import { useWrittenRate } from '../../ui/written-rate.js';
import { triangleOf, writeCell } from './triangle.js';
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
  const written = useWrittenRate();
  const begins = organization?.begins ?? null;
  const rows = (rowsOf: IndicatorRow[]) => triangleOf(rowsOf, weeks, begins);
  const title = ({ rows: found }: IndicatorRows) => {
    const { later } = triangleOf(found, weeks, begins, laterWeek);
    // So few are told as people, which a title about a share has no room for.
    return later === null || isFew(later.denominator)
      ? t('retentionTitle')
      : t(later.from === later.to ? 'retentionFindingWeek' : 'retentionFinding', {
          ...{ share: format.share(later.numerator, later.denominator), weeks: laterWeek },
          ...{
            n: format.range(later.denominator),
            from: format.day(later.from, 'short'),
            to: format.day(later.to, 'short'),
          },
        });
  };
  const table = ({ rows: found }: IndicatorRows): TableOf<IndicatorRow> => ({
    rows: found.filter(({ cohort, lag }) => cohort !== undefined && lag !== undefined && lag < weeks),
    rowKey: ({ cohort, cohortEnd, lag }) => `${cohort} ${cohortEnd} ${lag}`,
    columns: [
      { key: 'cohort', label: t('arrival'), value: ({ cohort }) => cohort!, cell: ({ cohort }) => format.day(cohort!) },
      {
        ...{ key: 'until', label: t('arrivalEnd'), value: ({ cohortEnd }) => cohortEnd! },
        cell: ({ cohortEnd }) => format.day(cohortEnd!),
      },
      { key: 'lag', label: t('retentionWeeks'), numeric: true, value: ({ lag }) => lag! },
      {
        ...{ key: 'share', share: true, label: t('retentionActive'), numeric: true, cell: (row) => written(row) },
        value: ({ value }) => value,
        told: (row) => ({ ...row, asOf: row.periodEnd }),
      },
    ],
  });
  return (
    <Panel
      query={query}
      title={title}
      table={table}
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
          <ScrollFrame label={t('retentionTitle')}>
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
                {cohorts.map(({ cohort, cohortEnd, people, shares }) => (
                  <tr key={`${cohort} ${cohortEnd}`}>
                    <th scope="row">
                      {format.day(cohort, 'short')}
                      {cohortEnd === cohort ? '' : ` – ${format.day(cohortEnd, 'short')}`}{' '}
                      <small>
                        {t(isBeginning({ cohort }, begins) ? 'seenFirst' : 'arrived', { n: format.number(people) })}
                      </small>
                    </th>
                    {lags.map((lag) => (
                      <CohortCell key={lag} share={shares.get(lag)} />
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </ScrollFrame>
        );
      }}
    </Panel>
  );
}

/** Who of a cohort is still active: in full where a reader hovers, as in a sentence. */
function CohortCell({ share }: { share: Share | null | undefined }) {
  const format = useFormat();
  if (share === undefined) return <td />;
  if (share === null) return <td data-hidden>·</td>;
  const { text, shade } = writeCell(share, format);
  return (
    <td
      data-shown={shade !== null || undefined}
      title={format.people(share.numerator, share.denominator)}
      style={{ '--shade': shade ?? 0 } as CSSProperties}
    >
      {text}
    </td>
  );
}
