import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type ImportKind } from '#contract/imports.js';
import { organizationPath } from '../../api/client.js';
import { useOrganizationSlug } from '../../app/filters.js';
import { download } from '../../ui/download.js';
import { headers } from './file-kinds.js';
import styles from './sources.module.css';

const naming = new Set(['entity', 'entities', 'parent_id', 'wave_or_entity', 'scope']);

/** The columns of a canonical file, one to begin with, and the keys that it may name. */
export function Template({ kind }: { kind: ImportKind }) {
  const { t } = useTranslation('hand-in');
  const slug = useOrganizationSlug();
  const columns = headers[kind].split(',');
  const address = (name: string) => organizationPath(slug, `import-templates/${name}.csv`);
  const link = { variant: 'subtle', size: 'compact-xs', px: 0 } as const;
  return (
    <div className={styles.template}>
      <span>{t('columns')}</span>
      <code>{columns.join(', ')}</code>
      {kind === 'waves' ? (
        <Button component="a" href={address('waves')} download {...link}>
          {t('templateFilled')}
        </Button>
      ) : (
        <Button
          {...link}
          onClick={() => download(`${kind}.csv`, new Blob([`${headers[kind]}\n`], { type: 'text/csv' }))}
        >
          {t('template')}
        </Button>
      )}
      {columns.some((column) => naming.has(column)) && (
        <Button component="a" href={address('entities')} download {...link}>
          {t('entityKeys')}
        </Button>
      )}
    </div>
  );
}
