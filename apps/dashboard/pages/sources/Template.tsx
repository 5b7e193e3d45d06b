import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type ImportKind } from '#contract/imports.js';
import { download } from '../../ui/download.js';
import { headers } from './file-kinds.js';
import styles from './sources.module.css';

/** The columns of a canonical file, and an empty one to begin with. */
export function Template({ kind }: { kind: ImportKind }) {
  const { t } = useTranslation('sources');
  return (
    <div className={styles.template}>
      <span>{t('columns')}</span>
      <code>{headers[kind].replaceAll(',', ', ')}</code>
      <Button
        variant="subtle"
        size="compact-xs"
        px={0}
        onClick={() => download(`${kind}.csv`, new Blob([`${headers[kind]}\n`], { type: 'text/csv' }))}
      >
        {t('template')}
      </Button>
    </div>
  );
}
