import { useTranslation } from 'react-i18next';
import { type Quality, type SourceGap } from '#contract/quality.js';
import { sourceLabel } from '#domain/files/source-label.js';
import { useCountryName } from '../../i18n/use-country-name.js';
import { useFormat } from '../../i18n/use-format.js';
import { DataTable } from '../../ui/DataTable.js';
import { loaded, Panel } from '../../ui/Panel.js';
import { type Column } from '../../ui/table-of.js';

type Row = SourceGap & { source: string };

/** Days on which a source that usually has events had none, the latest first. */
export function GapsPanel({ data }: { data: Quality }) {
  const { t } = useTranslation('quality');
  const format = useFormat();
  const rows: Row[] = data.sources
    .flatMap(({ name, gaps }) => gaps.map((gap) => ({ ...gap, source: sourceLabel(name, format.language) })))
    .sort((one, other) => other.from.localeCompare(one.from));
  const columns: Column<Row>[] = [
    { key: 'source', label: t('source'), value: ({ source }) => source },
    { key: 'from', label: t('from'), value: ({ from }) => from, cell: ({ from }) => format.day(from, 'long') },
    { key: 'to', label: t('to'), value: ({ to }) => to, cell: ({ to }) => format.day(to, 'long') },
    { key: 'days', label: t('gapsShort'), numeric: true, value: ({ days }) => days },
    {
      key: 'usual',
      label: t('usual'),
      numeric: true,
      value: ({ usual }) => usual,
      cell: ({ usual }) => t('about', { n: format.number(usual) }),
    },
  ];
  const tableOf = (shown: Row[]) => ({ columns, rows: shown, rowKey: ({ source, from }: Row) => `${source} ${from}` });
  const nameOf = useCountryName();
  const countries = data.countries.map(nameOf);
  return (
    <Panel
      query={loaded(rows)}
      title={t('gapsTitle')}
      subtitle={t('gapsSubtitle')}
      caption={
        countries.length > 0
          ? t('gapsCaption', {
              count: countries.length,
              countries: new Intl.ListFormat(format.language).format(countries),
            })
          : t('gapsCaptionNowhere')
      }
      table={tableOf}
    >
      {(shown) => <DataTable label={t('gapsTitle')} {...tableOf(shown)} maxHeight={420} />}
    </Panel>
  );
}
