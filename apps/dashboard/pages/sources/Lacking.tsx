import { useTranslation } from 'react-i18next';
import { type ImportKind } from '#contract/imports.js';
import styles from './sources.module.css';
import { useColumnWords } from './use-column-words.js';

interface Props {
  /** Ways of saying each thing that is missing. */
  of: readonly (readonly string[])[];
  kind: ImportKind;
}

/** The columns without which the file cannot go in; nothing where it has them. */
export function Lacking({ of, kind }: Props) {
  const { t } = useTranslation('files');
  const wordOf = useColumnWords(kind);
  if (of.length === 0) return null;
  const columns = of.map((ways) => ways.map((way) => t('column', { name: wordOf(way) ?? way })).join(t('or')));
  return (
    <p role="alert" className={styles.refusal}>
      {t('lacks', { columns: columns.join(', ') })}
    </p>
  );
}
