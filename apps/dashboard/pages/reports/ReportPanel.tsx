import { Button, Modal } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Report } from '#contract/reports.js';
import { nextIssue } from '#domain/report/next-issue.js';
import { placeName } from '#domain/sentences/place-name.js';
import { useOrganization } from '../../api/organization.js';
import { useFormat } from '../../i18n/use-format.js';
import { useProblemWords } from '../../i18n/use-problem-words.js';
import { DataTable } from '../../ui/DataTable.js';
import { loaded, Panel } from '../../ui/Panel.js';
import { pageOf, ReportForm } from './ReportForm.js';
import styles from './reports.module.css';
import { useIssueTable } from './use-issue-table.js';
import { useReportChange } from './use-reports.js';

/** One report: when it goes, to how many, and what became of its issues. */
export function ReportPanel({ report, isOn }: { report: Report; isOn: boolean }) {
  const { t } = useTranslation('reports');
  const sayProblem = useProblemWords();
  const writing = useReportChange();
  const [asks, setAsks] = useState<'edit' | 'remove' | null>(null);
  const path = `reports/${report.id}`;
  const table = useIssueTable(report, writing);
  const says = useReportWords();
  const isTried = writing.isSuccess && writing.variables.path.endsWith('/trial');
  return (
    <Panel query={loaded(report)} title={report.name} subtitle={says.detail(report)} height={160} table={() => table}>
      {() => (
        <>
          <p className={styles.note}>{report.isHeld ? t('held') : says.next(report)}</p>
          {report.issues.length === 0 ? (
            <p className={styles.note}>{t('issuesNone')}</p>
          ) : (
            <DataTable {...table} label={t('issues')} maxHeight={360} />
          )}
          <p role="status" className={styles.note}>
            {writing.error ? sayProblem(writing.error) : isTried && t('tried')}
          </p>
          <div className={styles.buttons}>
            <Button size="xs" variant="default" onClick={() => setAsks('edit')}>
              {t('edit')}
            </Button>
            <Button
              size="xs"
              variant="default"
              disabled={!isOn || writing.isPending}
              onClick={() => writing.mutate({ method: 'POST', path: `${path}/trial` })}
            >
              {t('tryOut')}
            </Button>
            <Button size="xs" variant="subtle" color="red" onClick={() => setAsks('remove')}>
              {t('remove')}
            </Button>
          </div>
          {asks === 'edit' && <ReportForm report={report} writing={writing} onDone={() => setAsks(null)} />}
          <Modal
            opened={asks === 'remove'}
            onClose={() => setAsks(null)}
            title={t('removeTitle', { name: report.name })}
            closeButtonProps={{ 'aria-label': t('close') }}
          >
            <p className={styles.note}>{t('removeDetail')}</p>
            <div className={styles.buttons}>
              <Button
                color="red"
                loading={writing.isPending}
                onClick={() => writing.mutate({ method: 'DELETE', path })}
              >
                {t('remove')}
              </Button>
              <Button variant="default" onClick={() => setAsks(null)}>
                {t('cancel')}
              </Button>
            </div>
          </Modal>
        </>
      )}
    </Panel>
  );
}

function useReportWords() {
  const { t } = useTranslation('reports');
  const { t: shell } = useTranslation('shell');
  const format = useFormat();
  const { data: organization } = useOrganization();
  return {
    detail: ({ board, cadence, language, scope, recipients }: Report) => {
      const place = scope === null ? undefined : organization?.nodes.find(({ entity }) => entity === scope);
      const about = place ? placeName(place, format.language) : scope;
      const n = format.number(recipients.length);
      return t('reportDetail', {
        board: shell(pageOf[board]),
        ...{ when: t(`cadence_${cadence}`), language: t(language === 'fr' ? 'languageFr' : 'languageEn') },
        ...{ scope: about ?? t('scopeWhole'), people: t('people', { count: recipients.length, n }) },
      });
    },
    next: (report: Report) => {
      if (report.recipients.length === 0) return t('nobody');
      const next = nextIssue(report, new Date().toISOString().slice(0, 10));
      const day = next.kind === 'week' ? '' : format.day(next.day, 'long');
      const month = next.kind === 'month' ? monthOf(next.day, format.language) : '';
      return t(`next_${next.kind}`, { day, month, hour: report.hour, timezone: report.timezone });
    },
  };
}

const monthOf = (day: string, language: string) =>
  new Intl.DateTimeFormat(language, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(new Date(day));
