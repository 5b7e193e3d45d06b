import { useTranslation } from 'react-i18next';
import { type PurposeGate } from '#contract/purpose-gate.js';
import { useGateMissing } from '../../ui/use-gate-missing.js';
import styles from './sources.module.css';
import { ToPrivacy } from './ToPrivacy.js';

/** Why a file of what people do cannot be handed in yet, and where that changes. */
export function ClosedGate({ gate }: { gate: PurposeGate }) {
  const { t } = useTranslation('hand-in');
  const missing = useGateMissing();
  return (
    <p role="status" className={styles.gated}>
      {t('gateClosed')} {missing(gate)} <ToPrivacy />
    </p>
  );
}
