import { useTranslation } from 'react-i18next';
import { retention } from '#domain/purpose/retention.js';
import { DataTable } from '../../ui/DataTable.js';
import { loaded, Panel } from '../../ui/Panel.js';

/** The retention clock: every store that speaks of people, and when it ends. */
export function WhatIsKept() {
  const { t } = useTranslation('privacy');
  const rows = [
    { what: t('keptRaw'), kept: t('monthsOf', { n: retention.rawMonths }) },
    { what: t('keptActivity'), kept: t('monthsOf', { n: retention.activityMonths }) },
    { what: t('keptMilestones'), kept: t('daysOf', { n: retention.milestoneDaysAfterExit }) },
    { what: t('keptAnswers'), kept: t('monthsOf', { n: retention.answerMonths }) },
    { what: t('keptAudit'), kept: t('monthsOf', { n: retention.auditMonths }) },
    { what: t('keptPublished'), kept: t('noEnd') },
  ];
  const columns = [
    { key: 'what', label: t('keptWhat'), value: ({ what }: (typeof rows)[number]) => what },
    { key: 'kept', label: t('keptFor'), value: ({ kept }: (typeof rows)[number]) => kept },
  ];
  return (
    <Panel query={loaded(null)} title={t('keptTitle')} subtitle={t('keptSubtitle')}>
      {() => <DataTable rows={rows} rowKey={({ what }) => what} columns={columns} label={t('keptTitle')} />}
    </Panel>
  );
}
