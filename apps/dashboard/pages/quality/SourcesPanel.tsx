import { useTranslation } from 'react-i18next';
import { type Quality, type SourceQuality } from '#contract/quality.js';
import { sourceLabel } from '#domain/files/source-label.js';
import { useFormat } from '../../i18n/use-format.js';
import { DataTable } from '../../ui/DataTable.js';
import { Panel, type PanelQuery } from '../../ui/Panel.js';
import { type Column } from '../../ui/table-of.js';
import { aheadIn } from './checks.js';
import styles from './quality.module.css';

const arrivals = { http: 'live', file: 'files', pull: 'fetched' } as const satisfies Record<
  SourceQuality['kind'],
  string
>;

/** The same, source by source. */
export function SourcesPanel({ query }: { query: PanelQuery<Quality> }) {
  const { t } = useTranslation('quality');
  const format = useFormat();
  const day = (value: string | null) => (value === null ? '–' : format.day(value, 'long'));
  const columns: Column<SourceQuality>[] = [
    {
      key: 'name',
      label: t('source'),
      value: ({ name }) => sourceLabel(name, format.language),
      cell: (source) => <Named source={source} />,
    },
    { key: 'kind', label: t('kind'), value: ({ kind }) => t(arrivals[kind]) },
    { key: 'first', label: t('first'), value: ({ firstDay }) => firstDay, cell: ({ firstDay }) => day(firstDay) },
    { key: 'last', label: t('last'), value: ({ lastDay }) => lastDay, cell: ({ lastDay }) => day(lastDay) },
    {
      key: 'gaps',
      label: t('gapsShort'),
      numeric: true,
      value: ({ gaps }) => gaps.reduce((sum, { days }) => sum + days, 0),
    },
    {
      key: 'approximate',
      share: true,
      label: t('approximateShort'),
      numeric: true,
      value: ({ approximate }) => approximate,
      cell: ({ approximate }) => (approximate === null ? '–' : format.percent(approximate)),
    },
    { key: 'conflicts', label: t('conflictsShort'), numeric: true, value: ({ conflicts }) => conflicts },
    { key: 'repeated', label: t('repeatedShort'), numeric: true, value: ({ repeatedIds }) => repeatedIds },
    {
      key: 'ahead',
      label: t('aheadShort'),
      numeric: true,
      value: (source) => (query.data ? aheadIn(source, query.data) : source.ahead),
    },
  ];
  const tableOf = ({ sources }: Quality) => ({
    columns,
    rows: sources,
    rowKey: ({ id }: SourceQuality) => String(id),
  });
  return (
    <Panel
      query={query}
      title={t('sourcesTitle')}
      subtitle={t('sourcesSubtitle')}
      caption={t('sourcesCaption')}
      height={200}
      table={tableOf}
    >
      {(data) => (
        <DataTable
          label={t('sourcesTitle')}
          {...tableOf(data)}
          // How it arrives stands under its name: a column more would push the last one out of sight.
          columns={columns.filter(({ key }) => key !== 'kind')}
          maxHeight={420}
        />
      )}
    </Panel>
  );
}

function Named({ source: { name, kind } }: { source: SourceQuality }) {
  const { t } = useTranslation('quality');
  const { language } = useFormat();
  return (
    <>
      {sourceLabel(name, language)}
      <span className={styles.arrival}>{t(arrivals[kind])}</span>
    </>
  );
}
