import { useTranslation } from 'react-i18next';
import { type ImportPreview } from '#contract/import-preview.js';
import { indicatorOf } from '#domain/indicators/catalogue.js';
import { useFormat } from '../../i18n/use-format.js';
import { useWords } from '../../i18n/use-words.js';
import styles from './sources.module.css';

/** What a whole file holds, and what could be computed from it: all that is looked at while nothing may be kept. */
export function FileHolds({ holds }: { holds: ImportPreview['holds'] }) {
  const { t } = useTranslation('hand-in');
  const format = useFormat();
  const words = useWords();
  if (holds === null) return <p className={styles.faint}>{t('holdsUnknown')}</p>;
  const { firstDay, lastDay, kinds, silenced, computable, indicators } = holds;
  const without = silenced.filter(({ how }) => how === 'not');
  const counts = [
    t('holdsRows', { count: holds.rows, n: format.number(holds.rows) }),
    t('holdsAccounts', { count: holds.accounts, n: format.number(holds.accounts) }),
    ...(firstDay && lastDay ? [`${format.day(firstDay, 'long')} – ${format.day(lastDay, 'long')}`] : []),
  ];
  return (
    <div className={styles.holds}>
      <p>
        <strong>{t('holdsTitle')}</strong> {counts.join(' · ')}
      </p>
      {kinds.length > 0 && (
        <>
          <p>
            {words.write(kinds.map(({ kind, times }) => `${words.kinds([kind])} × ${format.number(times)}`).join(', '))}
          </p>
          <p>{t('holdsComputable', { n: format.number(computable), of: format.number(indicators) })}</p>
          <details>
            <summary>{t('holdsWithout', { count: without.length, n: format.number(without.length) })}</summary>
            <ul>
              {without.map(({ indicator, kinds: lacking, attributes }) => (
                <li key={indicator}>
                  {words.say(indicatorOf(indicator).title)} : {words.missing(lacking, attributes)}
                </li>
              ))}
            </ul>
          </details>
        </>
      )}
    </div>
  );
}
