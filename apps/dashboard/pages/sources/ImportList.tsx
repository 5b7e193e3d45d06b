import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Import, type Imports } from '#contract/imports.js';
import { useFormat } from '../../i18n/use-format.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { Panel, type PanelQuery } from '../../ui/Panel.js';
import { ImportRow, type ShownImports } from './ImportRow.js';
import styles from './sources.module.css';
import { stateOfImport } from './state-of-import.js';

const firstRows = 8;

/** Files handed in: progress while they are read, what went in, what was refused. */
export function ImportList({ query, mayDownload, isProposed }: { query: PanelQuery<Imports> } & ShownImports) {
  const { t } = useTranslation('imports');
  const format = useFormat();
  const [whole, setWhole] = useState(false);
  return (
    <Panel
      query={query}
      title={t('importsTitle')}
      subtitle={t('importsSubtitle')}
      height={320}
      empty={({ imports }) =>
        imports.length === 0 ? <EmptyState title={t('importsEmptyTitle')}>{t('importsEmptyDetail')}</EmptyState> : null
      }
      table={({ imports }) => ({
        rows: imports,
        rowKey: ({ id }: Import) => String(id),
        columns: [
          { key: 'file', label: t('tableFile'), value: ({ fileName }: Import) => fileName },
          { key: 'kind', label: t('tableKind'), value: ({ kind }: Import) => kind },
          { key: 'state', label: t('tableState'), value: (one: Import) => t(stateOfImport(one)[1]) },
          { key: 'rows', label: t('tableRows'), numeric: true, value: ({ received }: Import) => received },
          { key: 'rejected', label: t('tableRejected'), numeric: true, value: ({ rejected }: Import) => rejected },
        ],
      })}
    >
      {({ imports }) => {
        // What waits for an answer is never folded away.
        const shown = imports.filter(({ state }, at) => whole || at < firstRows || state === 'held');
        const first = imports.filter(({ state }, at) => at < firstRows || state === 'held').length;
        const hidden = imports.length - first;
        return (
          <>
            <ul className={styles.imports}>
              {shown.map((one) => (
                <ImportRow key={one.id} of={one} mayDownload={mayDownload} isProposed={isProposed} />
              ))}
            </ul>
            {hidden > 0 && (
              <Button variant="default" size="xs" mt="md" onClick={() => setWhole(!whole)}>
                {whole ? t('fewer') : t('more', { count: hidden, n: format.number(hidden) })}
              </Button>
            )}
          </>
        );
      }}
    </Panel>
  );
}
