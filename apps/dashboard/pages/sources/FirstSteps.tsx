import { Anchor } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useOrganizationSlug } from '../../app/filters.js';
import { loaded, Panel } from '../../ui/Panel.js';
import { type FirstStep } from './first-steps.js';
import styles from './sources.module.css';

/** From an export file to the first figures: what to bring, where, what each brings, and what is there already. */
export function FirstSteps({ steps }: { steps: readonly FirstStep[] }) {
  const { t } = useTranslation('sources');
  return (
    <Panel query={loaded(null)} title={t('stepsTitle')} subtitle={t('stepsSubtitle')}>
      {() => (
        <ol className={styles.steps}>
          {steps.map((one) => (
            <li key={one.step} data-done={one.isDone || undefined}>
              <StepTitle of={one} />
              <span>{t(`${one.step}Detail`)}</span>
            </li>
          ))}
        </ol>
      )}
    </Panel>
  );
}

function StepTitle({ of: { step, isDone, place } }: { of: FirstStep }) {
  const { t } = useTranslation('sources');
  const organization = useOrganizationSlug();
  return (
    <strong>
      {'page' in place ? (
        <Anchor
          component={Link}
          to={`/o/${organization}/${place.page}`}
          {...(place.anchor ? { hash: place.anchor } : {})}
          inherit
          underline="always"
        >
          {t(step)}
        </Anchor>
      ) : (
        <Anchor href={`#${place.anchor}`} inherit underline="always">
          {t(step)}
        </Anchor>
      )}
      {isDone && (
        <>
          {' '}
          <IconCheck size={16} stroke={2} aria-hidden />
          <span className="essor-hidden">{t('stepDone')}</span>
        </>
      )}
    </strong>
  );
}
