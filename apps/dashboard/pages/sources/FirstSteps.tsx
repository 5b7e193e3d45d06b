import { useTranslation } from 'react-i18next';
import { loaded, Panel } from '../../ui/Panel.js';
import styles from './sources.module.css';

const steps = ['stepExport', 'stepDirectory', 'stepWaves', 'stepRead'] as const;

/** From an export file to the first figures: what to bring, in which order, and what each brings. */
export function FirstSteps() {
  const { t } = useTranslation('sources');
  return (
    <Panel query={loaded(null)} title={t('stepsTitle')} subtitle={t('stepsSubtitle')}>
      {() => (
        <ol className={styles.steps}>
          {steps.map((step) => (
            <li key={step}>
              <strong>{t(step)}</strong>
              <span>{t(`${step}Detail`)}</span>
            </li>
          ))}
        </ol>
      )}
    </Panel>
  );
}
