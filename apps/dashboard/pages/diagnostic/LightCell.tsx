import { IconAlertTriangle, IconCheck, IconMinus, IconX, type TablerIcon } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { type Light } from '#contract/diagnostic.js';
import styles from './diagnostic.module.css';
import { errorWords, lightOrder } from './lights.js';

const icons: Record<Light, TablerIcon> = { red: IconX, amber: IconAlertTriangle, green: IconCheck, unknown: IconMinus };

/** A verdict where many stand side by side: its sign, whose word stands in the key and is read aloud. */
export function LightCell({ light }: { light: Light }) {
  const { t } = useTranslation('diagnostic');
  const Icon = icons[light];
  return (
    <span className={styles.cell} data-light={light}>
      <Icon size={16} stroke={2} aria-hidden />
      <span className="essor-hidden">{t(errorWords[light])}</span>
    </span>
  );
}

/** What the signs mean. */
export function LightKey() {
  const { t } = useTranslation('diagnostic');
  return (
    <ul className={styles.key}>
      {lightOrder.map((light) => {
        const Icon = icons[light];
        return (
          <li key={light}>
            <span className={styles.cell} data-light={light}>
              <Icon size={14} stroke={2} aria-hidden />
            </span>
            {t(errorWords[light])}
          </li>
        );
      })}
    </ul>
  );
}
