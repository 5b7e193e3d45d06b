import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type Report, type ReportIssue } from '#contract/reports.js';
import { organizationPath } from '../../api/client.js';
import { useOrganizationSlug } from '../../app/filters.js';
import { useFormat } from '../../i18n/use-format.js';
import { AskFirst } from '../../ui/AskFirst.js';
import { type TableOf } from '../../ui/table-of.js';
import styles from './reports.module.css';
import { type ReportWriting } from './use-reports.js';

/** Its issues, newest first: what became of their mails, the file as it was sent, and their links. */
export function useIssueTable({ id, issues }: Report, writing: ReportWriting): TableOf<ReportIssue> {
  const { t } = useTranslation('reports');
  const format = useFormat();
  const slug = useOrganizationSlug();
  const mails = ({ mails: counts, isTrial }: ReportIssue) =>
    [
      isTrial && t('trial'),
      ...(['sent', 'waiting', 'failed', 'unsure'] as const).map(
        (state) => counts[state] > 0 && t(state, { count: counts[state], n: format.number(counts[state]) }),
      ),
    ]
      .filter(Boolean)
      .join(', ');
  return {
    rows: issues,
    rowKey: (issue) => issue.id,
    columns: [
      {
        key: 'week',
        label: t('week'),
        value: ({ weekEnd }) => weekEnd,
        cell: ({ weekEnd }) => format.day(weekEnd, 'medium'),
      },
      {
        key: 'drawn',
        label: t('drawn'),
        value: ({ drawnAt }) => drawnAt,
        cell: ({ drawnAt }) => format.instant(new Date(drawnAt)),
      },
      { key: 'mails', label: t('mails'), value: mails },
      {
        key: 'links',
        label: t('links'),
        value: ({ isOpen }) => t(isOpen ? 'linksOpen' : 'linksEnded'),
        cell: (issue) => (
          <span className={styles.buttons}>
            {t(issue.isOpen ? 'linksOpen' : 'linksEnded')}
            {issue.isOpen && (
              <AskFirst
                label={t('endLinks')}
                question={t('endLinksAsk')}
                yes={t('endLinksYes')}
                isPending={writing.isPending}
                onYes={() => writing.mutate({ method: 'DELETE', path: `reports/${id}/issues/${issue.id}/links` })}
                look={{ variant: 'default', color: 'red', size: 'compact-xs', disabled: writing.isPending }}
              />
            )}
          </span>
        ),
      },
      {
        key: 'pdf',
        label: t('pdf'),
        drawnOnly: true,
        value: () => null,
        cell: (issue) => (
          <Button
            component="a"
            size="compact-xs"
            variant="default"
            href={organizationPath(slug, `reports/${id}/issues/${issue.id}/pdf`)}
            download
            aria-label={t('pdfOf', { day: format.day(issue.weekEnd, 'long') })}
          >
            PDF
          </Button>
        ),
      },
    ],
  };
}
