import { type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type DeclaredFigures } from '#contract/declared.js';
import { useRights } from '../../api/rights.js';
import { useFormat } from '../../i18n/use-format.js';
import { Finding } from '../../ui/Finding.js';
import { Sentence } from '../../ui/Sentence.js';
import { HistoryChart } from './HistoryChart.js';
import { HistoryFile } from './HistoryFile.js';
import { HistoryForm } from './HistoryForm.js';
import { HistoryTable } from './HistoryTable.js';
import { useHistory } from './use-history.js';

/** Totals from before Essor: entered, drawn apart, taken back. They never become events. */
export default function HistoryPage(): ReactNode {
  const { t } = useTranslation('history');
  const query = useHistory();
  const { declaresFacts: mayDeclare } = useRights();
  const facts = query.data?.facts ?? [];
  return (
    <>
      <Sentence page={t('page')} detail={t('detail')}>
        <Finding query={query}>{(data) => <Says data={data} />}</Finding>
      </Sentence>
      {facts.length > 0 && <HistoryChart figures={facts} />}
      <HistoryTable query={query} mayDeclare={mayDeclare} />
      {mayDeclare && <HistoryForm />}
      {mayDeclare && <HistoryFile />}
    </>
  );
}

function Says({ data: { facts } }: { data: DeclaredFigures }) {
  const { t } = useTranslation('history');
  const format = useFormat();
  const days = facts.map(({ periodEnd }) => periodEnd).sort();
  const [first, last] = [days[0], days.at(-1)];
  if (!first || !last) return t('sayNone');
  const spans = { from: format.day(first, 'long'), to: format.day(last, 'long') };
  return t('say', { count: facts.length, n: format.number(facts.length), ...spans });
}
