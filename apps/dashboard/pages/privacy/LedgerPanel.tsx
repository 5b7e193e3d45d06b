import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Disclosures } from '#contract/disclosures.js';
import { useReading } from '../../api/reading.js';
import { useRights } from '../../api/rights.js';
import { useOrganizationSlug } from '../../app/filters.js';
import { useFormat } from '../../i18n/use-format.js';
import { DataTable } from '../../ui/DataTable.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { Panel } from '../../ui/Panel.js';
import { type TableOf } from '../../ui/table-of.js';
import styles from './privacy.module.css';

type Disclosure = Disclosures['disclosures'][number];

const words = {
  'works-council': 'ledger_works-council',
  'impact-assessment': 'ledger_impact-assessment',
  'employee-notice': 'ledger_employee-notice',
  indicators: 'ledger_indicators',
  rejects: 'ledger_rejects',
  'proposed-people': 'ledger_proposed-people',
  'committee-deck': 'ledger_committee-deck',
} as const;
/** Boards that were printed, by the page that shows them. */
const boards = {
  'board-summary': 'overview',
  'board-rollout': 'rollout',
  'board-entities': 'entities',
  'board-exemplarity': 'exemplarity',
  'board-comparison': 'comparisons',
} as const;

/** What left Essor, counted: open to everybody who may open the organisation. */
export function LedgerPanel() {
  const { t } = useTranslation(['privacy', 'shell']);
  const format = useFormat();
  const organization = useOrganizationSlug();
  const { readsAudit } = useRights();
  const query = useReading('disclosures', Disclosures);
  const wordOf = ({ action, what }: Disclosure) => {
    if (action === 'exact') return t('ledgerExact');
    if (what !== null && what in words) return t(words[what as keyof typeof words]);
    if (what !== null && what in boards)
      return t('ledgerPrinted', { page: t(`shell:${boards[what as keyof typeof boards]}`) });
    return t('ledgerOther');
  };
  const tableOf = ({ disclosures }: Disclosures): TableOf<Disclosure> => ({
    rows: disclosures,
    rowKey: ({ action, what }) => `${action} ${what ?? ''}`,
    columns: [
      { key: 'what', label: t('ledgerWhat'), value: wordOf },
      { key: 'times', label: t('ledgerTimes'), value: ({ times }) => times },
      {
        key: 'last',
        label: t('ledgerLast'),
        value: ({ last }) => last,
        cell: ({ last }) => format.day(last.slice(0, 10), 'long'),
      },
    ],
  });
  const links = (
    <p className={styles.files}>
      <Anchor href={`/privacy?of=${organization}`} inherit underline="always">
        {t('publicLink')}
      </Anchor>
      {readsAudit && (
        <Anchor component={Link} to={`/o/${organization}/audit`} inherit underline="always">
          {t('toAudit')}
        </Anchor>
      )}
    </p>
  );
  return (
    <Panel
      query={query}
      title={t('ledgerTitle')}
      subtitle={t('ledgerSubtitle')}
      actions={links}
      empty={({ disclosures }) => (disclosures.length === 0 ? <EmptyState title={t('ledgerNone')} /> : null)}
    >
      {(data) => <DataTable {...tableOf(data)} label={t('ledgerTitle')} />}
    </Panel>
  );
}
