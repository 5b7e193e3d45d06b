import { useTranslation } from 'react-i18next';
import { Exemplarity } from '#contract/exemplarity.js';
import { type Measured } from '#contract/published.js';
import { DumbbellChart } from '../../charts/DumbbellChart.js';
import { useReading } from '../../api/reading.js';
import { useFilters } from '../../app/filters.js';
import { useFormat } from '../../i18n/use-format.js';
import { ModuleOff } from '../../ui/ModuleOff.js';
import { Panel } from '../../ui/Panel.js';
import { ReadAt } from '../../ui/reading-level.js';
import { useIsOff } from '../../ui/use-is-off.js';
import { isTooWide } from './compact-count.js';
import styles from './entities.module.css';
import { EntityLink } from './EntityHeat.js';
import { type EntityRow } from './use-entity-rows.js';

const measures = ['daily', 'weekly', 'posting'] as const;

const end = (measured: Measured) =>
  measured.shown === 'value' && !isTooWide(measured)
    ? { value: measured.value, low: measured.low, high: measured.high }
    : { value: null };

/** Its managers beside its other people; where they are not published, the place above to look at. */
export function EntityExample({ row }: { row: EntityRow }) {
  const { t } = useTranslation('entities');
  const format = useFormat();
  const [{ week }] = useFilters();
  const isOff = useIsOff('exemplarity');
  const query = useReading('exemplarity', Exemplarity, { week, node: row.key });
  return (
    <Panel
      query={query}
      title={t('exampleTitle')}
      subtitle={({ overall }) =>
        overall?.people && !overall.tooFew
          ? t('exampleSubtitle', { count: overall.people.high, n: format.range(overall.people) })
          : ''
      }
      height={200}
      empty={() => (isOff ? <ModuleOff title={t('exampleOff')} /> : null)}
    >
      {({ overall, others, seeAbove }) => {
        if (!overall || !others || overall.tooFew) {
          return (
            <p className={styles.hint}>
              {t('exampleHidden')}{' '}
              {seeAbove && (
                <EntityLink place={seeAbove.node}>
                  {t('exampleSee', {
                    name: seeAbove.name,
                    managers: seeAbove.managers ? format.range(seeAbove.managers) : '–',
                  })}
                </EntityLink>
              )}
            </p>
          );
        }
        return (
          <ReadAt level="expert">
            <DumbbellChart
              label={t('exampleTitle')}
              firstName={t('managers')}
              secondName={t('others')}
              valueText={(value) => format.percent(value)}
              rows={measures.map((measure) => {
                const { numerator, denominator, shown } = overall[measure];
                const few = shown !== 'value' || isTooWide(overall[measure]);
                return {
                  key: measure,
                  name: t(measure),
                  first: end(overall[measure]),
                  second: end(others[measure]),
                  reason: few
                    ? numerator && denominator
                      ? t('tooWide', { phrase: format.countOf(numerator, denominator) })
                      : t('exampleHidden')
                    : undefined,
                };
              })}
            />
          </ReadAt>
        );
      }}
    </Panel>
  );
}
