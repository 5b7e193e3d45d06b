import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type DeclaredFigure, type DeclaredFigures } from '#contract/declared.js';
import { useFormat } from '../../i18n/use-format.js';
import { DataTable } from '../../ui/DataTable.js';
import { useProblemWords } from '../../i18n/use-problem-words.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { Panel, type PanelQuery } from '../../ui/Panel.js';
import { type Column } from '../../ui/table-of.js';
import { lineKey, valueOf } from './figures.js';
import { Taken } from '../../ui/Taken.js';
import { useNames } from './use-names.js';
import { type HistoryRow, useDeclareHistory, useWithdrawHistory } from './use-history.js';

/** Every total that was handed over, as it was, with its source; each can be taken back. */
export function HistoryTable({ query, mayDeclare }: { query: PanelQuery<DeclaredFigures>; mayDeclare: boolean }) {
  const { t } = useTranslation('history');
  const format = useFormat();
  const names = useNames();
  const sayProblem = useProblemWords();
  const withdraw = useWithdrawHistory();
  const declare = useDeclareHistory();
  const [taken, setTaken] = useState<DeclaredFigure | null>(null);
  const columns: Column<DeclaredFigure>[] = [
    {
      key: 'end',
      label: t('periodEnd'),
      value: ({ periodEnd }) => periodEnd,
      cell: ({ periodEnd }) => format.day(periodEnd, 'long'),
    },
    { key: 'scope', label: t('scope'), value: ({ scope }) => names.scopeOf(scope) },
    { key: 'indicator', label: t('indicator'), value: ({ indicator }) => names.indicatorOf(indicator) },
    {
      key: 'window',
      label: t('window'),
      numeric: true,
      value: ({ windowDays }) => windowDays,
      cell: ({ windowDays }) => names.windowOf(windowDays),
    },
    {
      key: 'value',
      label: t('value'),
      numeric: true,
      value: valueOf,
      cell: (figure) => (figure.denominator === null ? '–' : format.percent(valueOf(figure))),
    },
    {
      key: 'people',
      label: t('people'),
      numeric: true,
      value: ({ numerator }) => numerator,
      cell: ({ numerator, denominator }) =>
        denominator === null
          ? format.number(numerator)
          : t('outOf', { n: format.number(numerator), of: format.number(denominator) }),
    },
    { key: 'source', label: t('source'), value: ({ source }) => source },
  ];
  const withdrawal: Column<DeclaredFigure> = {
    key: 'withdraw',
    label: t('withdraw'),
    value: () => null,
    cell: (figure) => (
      <Button
        size="compact-xs"
        variant="subtle"
        loading={withdraw.isPending}
        onClick={() => withdraw.mutate([figure], { onSuccess: () => setTaken(figure) })}
      >
        {t('withdraw')}
      </Button>
    ),
  };
  const tableOf = ({ facts }: DeclaredFigures) => ({
    columns,
    rows: [...facts].sort((one, other) => other.periodEnd.localeCompare(one.periodEnd)),
    rowKey: (figure: DeclaredFigure) => `${lineKey(figure)} ${figure.periodEnd}`,
  });
  return (
    <>
      <Panel
        query={query}
        title={t('tableTitle')}
        subtitle={t('tableSubtitle')}
        caption={t('tableCaption')}
        height={240}
        empty={({ facts }) =>
          facts.length === 0 ? <EmptyState title={t('none')}>{t('noneDetail')}</EmptyState> : null
        }
        table={tableOf}
      >
        {(data) => (
          <DataTable
            label={t('tableTitle')}
            {...tableOf(data)}
            columns={mayDeclare ? [...columns, withdrawal] : columns}
            maxHeight={420}
          />
        )}
      </Panel>
      {taken && (
        <Taken
          says={t('taken', { day: format.day(taken.periodEnd, 'long') })}
          isPending={declare.isPending}
          refusal={declare.error && sayProblem(declare.error)}
          onUndo={() => declare.mutate([rowOf(taken)], { onSuccess: () => setTaken(null) })}
        />
      )}
    </>
  );
}

/** As its file has it. */
const rowOf = ({ scope, periodEnd, indicator, windowDays, ...said }: DeclaredFigure): HistoryRow => ({
  ...{ wave_or_entity: scope, period_end: periodEnd, indicator, window: windowDays },
  ...said,
});
