import { useTranslation } from 'react-i18next';
import { sourceLabel } from '#domain/files/source-label.js';
import { useFormat } from '../../i18n/use-format.js';
import styles from './sources.module.css';
import { useSources } from './use-sources.js';

/** Under which source a file of acts goes in, said before it does: under another, the same acts count twice. */
export function GoesTo({ source }: { source: string }) {
  const { t } = useTranslation('files');
  const { language } = useFormat();
  const { data } = useSources();
  if (!data) return null;
  const isKnown = data.sources.some(({ name }) => name === source);
  return (
    <p className={styles.faint}>{t(isKnown ? 'goesTo' : 'goesToNew', { source: sourceLabel(source, language) })}</p>
  );
}
