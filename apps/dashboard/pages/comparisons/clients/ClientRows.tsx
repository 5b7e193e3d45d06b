import { useTranslation } from 'react-i18next';
import { type Client, type Clients } from '#contract/clients.js';
import { useFormat } from '../../../i18n/use-format.js';
import { DataTable } from '../../../ui/DataTable.js';
import { peopleText, write } from '../../../ui/measured.js';
import { Panel, type PanelQuery } from '../../../ui/Panel.js';
import { type TableOf } from '../../../ui/table-of.js';
import { publishedEnds } from '../published-ends.js';
import styles from './ClientRows.module.css';
import { useMaskWords } from './use-mask-words.js';

const lastOf = ({ series }: Client) => series?.points.at(-1);

/** One organisation a row: its last figure, its people, its day, its mask; or why it has none. */
export function ClientRows({ query }: { query: PanelQuery<Clients> }) {
  const { t } = useTranslation('clients');
  const format = useFormat();
  const mask = useMaskWords();
  const table = ({ clients }: Clients): TableOf<Client> => ({
    rows: clients,
    rowKey: ({ slug }) => slug,
    columns: [
      { key: 'name', label: t('client'), value: ({ name }) => name },
      {
        key: 'age',
        label: t('age'),
        numeric: true,
        value: (client) => (client.series?.launch ? (lastOf(client)?.week ?? null) : null),
      },
      {
        key: 'rate',
        label: t('rate'),
        numeric: true,
        share: true,
        value: (client) => lastOf(client)?.value ?? null,
        cell: (client) => {
          const last = lastOf(client);
          return last ? (write(last, 'percent', format).value ?? '–') : '–';
        },
        told: (client) => {
          const last = lastOf(client);
          return last ? { ...publishedEnds(last.value, last, last.weekEnd), low: last.low, high: last.high } : null;
        },
      },
      {
        key: 'interval',
        label: t('interval'),
        numeric: true,
        drawnOnly: true,
        value: (client) => lastOf(client)?.low ?? null,
        cell: (client) => {
          const ends = lastOf(client);
          if (!ends || ends.low === null || ends.high === null) return '–';
          return t('between', { low: format.percent(ends.low), high: format.percent(ends.high) });
        },
      },
      {
        key: 'people',
        label: t('people'),
        numeric: true,
        drawnOnly: true,
        value: (client) => lastOf(client)?.n ?? null,
        cell: (client) => {
          const last = lastOf(client);
          if (!last) return '–';
          const { numerator, denominator } = last;
          return numerator && denominator ? format.countOf(numerator, denominator) : peopleText(last, format);
        },
      },
      {
        key: 'day',
        label: t('readOn'),
        drawnOnly: true,
        value: (client) => lastOf(client)?.weekEnd ?? null,
        cell: (client) => {
          const last = lastOf(client);
          return last ? format.day(last.weekEnd, 'long') : '–';
        },
      },
      {
        key: 'mask',
        label: t('toKnow'),
        value: mask,
        cell: (client) => <span className={styles.note}>{mask(client)}</span>,
      },
    ],
  });
  return (
    <Panel query={query} title={t('rows')} subtitle={t('rowsSubtitle')} caption={t('rowsCaption')} table={table}>
      {(data) => <DataTable {...table(data)} label={t('rows')} />}
    </Panel>
  );
}
