import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useLocation } from '@tanstack/react-router';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { OpenedIssue } from '#contract/reports.js';
import { isApiError } from '../../api/api-error.js';
import { send, sendForFile } from '../../api/client.js';
import { PlainPage } from '../../app/PlainPage.js';
import { formatsIn } from '../../i18n/use-format.js';
import { download, fileName } from '../../ui/download.js';
import { IssueTable } from './IssueTable.js';
import styles from './issue.module.css';

/** Where the link of a report leads, without an account: its secret stands behind the #, and goes in bodies alone. */
export function IssuePage() {
  return (
    <Suspense>
      <Opened token={useLocation().hash} />
    </Suspense>
  );
}

function Opened({ token }: { token: string }) {
  const { t } = useTranslation('reports');
  const issue = useQuery({
    queryKey: ['issue', token],
    queryFn: () => send('POST', '/v1/report-issues/open', { token }, OpenedIssue),
    retry: false,
    refetchOnWindowFocus: false,
    staleTime: Infinity,
  });
  if (issue.data) return <Told issue={issue.data} token={token} />;
  if (!issue.error) return <main className={styles.page} aria-busy />;
  const status = isApiError(issue.error) ? issue.error.status : 0;
  if (status === 404 || status === 400) return <PlainPage title={t('issueEnded')} detail={t('issueEndedDetail')} />;
  return <PlainPage title={t('issueTitle')} detail={t(status === 429 ? 'issueLimited' : 'issueFailed')} />;
}

/** In the language of the report, whatever the browser speaks. */
function Told({ issue, token }: { issue: OpenedIssue; token: string }) {
  const { t } = useTranslation('reports', { lng: issue.language });
  const format = formatsIn(issue.language);
  const file = useMutation({
    mutationFn: async () =>
      download(`${fileName(issue.title)}.pdf`, await sendForFile('/v1/report-issues/pdf', { token })),
  });
  return (
    <main className={styles.page} lang={issue.language}>
      <title>{`${issue.title} · Essor`}</title>
      <p className={styles.whose}>{`${issue.title} · ${issue.organization}`}</p>
      <h1>{issue.finding}</h1>
      {issue.beside && <p className={styles.quiet}>{issue.beside}</p>}
      <dl className={styles.figures}>
        {issue.figures.map(({ label, value, people, change }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              <strong>{value}</strong>
              {people && <span>{people}</span>}
              <small>{change}</small>
            </dd>
          </div>
        ))}
      </dl>
      {issue.lists.map(({ title, items, none }) => (
        <section key={title}>
          <h2>{title}</h2>
          {items.length === 0 ? (
            <p className={styles.quiet}>{none}</p>
          ) : (
            <ol className={styles.list}>
              {items.map((item) => (
                <li key={item}>{item}</li>
              ))}
            </ol>
          )}
        </section>
      ))}
      {issue.tables.map((table) => (
        <IssueTable key={table.title} table={table} />
      ))}
      <p className={styles.gesture}>
        <Button loading={file.isPending} color={file.isError ? 'red' : undefined} onClick={() => file.mutate()}>
          {t('downloadPdf')}
        </Button>
      </p>
      <h2>{t('definitions')}</h2>
      {issue.definitions.map((text) => (
        <p key={text} className={styles.small}>
          {text}
        </p>
      ))}
      <p className={styles.small}>{issue.scope}</p>
      <p className={styles.small}>{t('issueUntil', { when: format.instant(new Date(issue.endsAt)) })}</p>
    </main>
  );
}
