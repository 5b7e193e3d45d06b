import { IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { loaded, Panel } from '../../ui/Panel.js';
import { type Step, steps } from './first-steps.js';
import styles from './sources.module.css';

/** From an export file to the first figures: what to bring, in which order, what each brings, and what is there already. */
export function FirstSteps({ done }: { done: ReadonlySet<Step> }) {
  const { t } = useTranslation('sources');
  return (
    <Panel query={loaded(null)} title={t('stepsTitle')} subtitle={t('stepsSubtitle')}>
      {() => (
        <ol className={styles.steps}>
          {steps.map((step) => (
            <li key={step} data-done={done.has(step) || undefined}>
              <strong>
                {t(step)}
                {done.has(step) && (
                  <>
                    {' '}
                    <IconCheck size={16} stroke={2} aria-hidden />
                    <span className="essor-hidden">{t('stepDone')}</span>
                  </>
                )}
              </strong>
              <span>{t(`${step}Detail`)}</span>
            </li>
          ))}
        </ol>
      )}
    </Panel>
  );
}
