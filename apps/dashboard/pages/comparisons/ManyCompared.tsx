import { useTranslation } from 'react-i18next';
import { type Comparison } from '#contract/comparison.js';
import { bonferroni } from '#domain/statistics/inversion.js';
import { useFormat } from '../../i18n/use-format.js';
import { useComparedPairs } from './compared-pairs.js';
import styles from './MethodPanel.module.css';

/** Who looks at many pairs finds one that stands out by chance: said as soon as a second one was tested. */
export function ManyCompared({ within, comparison }: { within: string; comparison: Comparison | undefined }) {
  const { t } = useTranslation('comparisons');
  const format = useFormat();
  const count = useComparedPairs(within, comparison);
  if (count < 2 || comparison?.latest?.reach.p == null) return null;
  return (
    <p className={styles.many}>
      {t('manyCompared', { n: format.number(count), level: format.number(bonferroni(count), 3) })}
    </p>
  );
}
