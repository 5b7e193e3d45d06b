import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/use-format.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { Finding } from '../../ui/Finding.js';
import { Sentence } from '../../ui/Sentence.js';
import { ReportForm } from './ReportForm.js';
import { ReportPanel } from './ReportPanel.js';
import styles from './reports.module.css';
import { useReportChange, useReports } from './use-reports.js';

/** What goes out by mail, when, to how many, and what became of it. */
export default function ReportsPage(): ReactNode {
  const { t } = useTranslation(['reports', 'shell']);
  const format = useFormat();
  const query = useReports();
  const writing = useReportChange();
  const [isAdding, setAdding] = useState(false);
  const { data } = query;
  const add = (
    <Button
      size="compact-sm"
      variant="default"
      leftSection={<IconPlus size={16} stroke={1.6} aria-hidden />}
      onClick={() => setAdding(true)}
    >
      {t('add')}
    </Button>
  );
  const isEmpty = data?.reports.length === 0;
  return (
    <>
      <Sentence page={t('shell:reports')} actions={!isEmpty && add}>
        <Finding query={query}>
          {({ reports }) => {
            const count = new Set(reports.flatMap(({ recipients }) => recipients)).size;
            const people = t('people', { count, n: format.number(count) });
            return reports.length === 0 ? t('none') : t('some', { count: reports.length, people });
          }}
        </Finding>
      </Sentence>
      {data && data.missing.length > 0 && (
        <p className={styles.warning}>
          {t('missing', { names: new Intl.ListFormat(format.language).format(data.missing) })}
        </p>
      )}
      {isEmpty && (
        <EmptyState title={t('noneTitle')} action={add}>
          {t('noneDetail')}
        </EmptyState>
      )}
      {data?.reports.map((report) => (
        <ReportPanel key={report.id} report={report} isOn={data.missing.length === 0} />
      ))}
      {isAdding && <ReportForm report={null} writing={writing} onDone={() => setAdding(false)} />}
    </>
  );
}
