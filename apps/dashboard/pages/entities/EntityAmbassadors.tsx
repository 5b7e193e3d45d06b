import { useTranslation } from 'react-i18next';
import { Ambassadors } from '#contract/ambassadors.js';
import { useReading } from '../../api/reading.js';
import { useFilters } from '../../app/filters.js';
import { useFormat } from '../../i18n/use-format.js';
import { Panel } from '../../ui/Panel.js';
import styles from './entities.module.css';
import { type EntityRow } from './use-entity-rows.js';

const mostNamed = 6;
const roleWords = { sponsor: 'sponsor', community_manager: 'community' } as const;

/** Ambassadors of the entity against the band, and those who hold a declared role there. */
export function EntityAmbassadors({ row }: { row: EntityRow }) {
  const { t } = useTranslation('entities');
  const format = useFormat();
  const [{ week }] = useFilters();
  const query = useReading('ambassadors', Ambassadors, { week });
  return (
    <Panel query={query} title={t('ambassadorsTitle')} height={160}>
      {({ coverage, overall, mandates, band }) => {
        const own = coverage.find(({ node }) => node === row.key) ?? (row.parent === null ? overall : null);
        const people = format.number(row.place.headcount);
        const [low, high] = [format.percent(band.low), format.percent(band.high)];
        const held = mandates.filter(
          ({ entity, running, role }) => running && role !== 'ambassador' && entity === row.place.entity,
        );
        const named = mandates.filter(
          ({ entity, running, role, name }) =>
            running && role === 'ambassador' && name !== null && entity === row.place.entity,
        );
        return (
          <>
            <p className={styles.say}>
              {own && own.ambassadors > 0
                ? t('ambassadorsSay', { count: own.ambassadors, people })
                : t('ambassadorsNone', { people })}
            </p>
            {own && (
              <p className={styles.hint}>
                {own.missing > 0 && t('ambassadorsMissing', { count: own.missing, low })}
                {own.state === 'inside' && t('ambassadorsInside', { low, high })}
                {own.state === 'above' && t('ambassadorsAbove', { low, high })}
              </p>
            )}
            {(held.length > 0 || named.length > 0) && (
              <ul className={styles.people}>
                {held.map(({ role, name, from }) => (
                  <li key={`${role}${name}${from}`}>
                    {name ?? <span>{t('unnamed')}</span>}
                    <span> · {role !== 'ambassador' && t(roleWords[role])}</span>
                  </li>
                ))}
                {named.slice(0, mostNamed).map(({ name, from }) => (
                  <li key={`${name}${from}`}>{name}</li>
                ))}
              </ul>
            )}
          </>
        );
      }}
    </Panel>
  );
}
