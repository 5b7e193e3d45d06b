import { useTranslation } from 'react-i18next';
import { type CountryGate } from '#contract/purpose-gate.js';
import { type TableOf } from '../../ui/table-of.js';
import styles from './privacy.module.css';

/** The table of countries read downwards, where a phone would cut its dates off. */
export function CountryList({ columns, rows, rowKey }: TableOf<CountryGate>) {
  const { t } = useTranslation('privacy');
  return (
    <ul className={styles.countryList} aria-label={t('gateTitle')}>
      {rows.map((row) => (
        <li key={rowKey(row)}>
          <dl>
            {columns.map(({ key, label, value, cell }) => (
              <div key={key}>
                <dt>{label}</dt>
                <dd>{cell ? cell(row) : (value(row) ?? '–')}</dd>
              </div>
            ))}
          </dl>
        </li>
      ))}
    </ul>
  );
}
