import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type Ambassadors } from '#contract/ambassadors.js';
import { IndicatorRows } from '#contract/indicators.js';
import { useOrganization } from '../../api/organization.js';
import { useReading } from '../../api/reading.js';
import { useFilters } from '../../app/filters.js';
import { placeName } from '#domain/sentences/place-name.js';
import { useFormat } from '../../i18n/use-format.js';
import { DataTable } from '../../ui/DataTable.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { isBetween } from '../../ui/measured.js';
import { Panel, type PanelQuery } from '../../ui/Panel.js';
import { type TableOf } from '../../ui/table-of.js';
import { relayKeys, type RelayRow, relayRows, relaysElsewhere } from './relay-rows.js';

/** How many more ambassadors, where, and what for: counts only, nobody is named here. */
export function RelaysPanel({ query }: { query: PanelQuery<Ambassadors> }) {
  const { t } = useTranslation('ambassadors');
  const format = useFormat();
  const [{ week }] = useFilters();
  const { data: organization } = useOrganization();
  const keys = [...relayKeys];
  const whole = useReading('indicators', IndicatorRows, { keys, latest: true, to: week });
  const placed = useReading('indicators', IndicatorRows, { keys, latest: true, to: week, by: 'entity' });
  const coverage = query.data?.coverage;
  const data = useMemo(() => {
    if (!whole.data || !placed.data || !coverage) return undefined;
    const kinds = new Map((organization?.nodes ?? []).map((node) => [node.key, node]));
    const leaves = coverage.filter(({ node }) => kinds.get(node)?.kind !== 'node');
    const named = leaves.map(({ node, name }) => {
      const place = kinds.get(node);
      return { node, name: place ? placeName(place, format.language) : name };
    });
    const of = (key: string) => whole.data.rows.find(({ indicator }) => indicator === key);
    const [reached, reachable, additions] = relayKeys.map(of);
    const rows = relayRows(placed.data.rows, named);
    const elsewhere = relaysElsewhere(additions, rows);
    return { rows, reached, reachable, elsewhere, additions: additions?.value ?? 0, asOf: additions?.periodEnd };
  }, [whole.data, placed.data, coverage, organization, format.language]);

  const count = ({ low, high }: RelayRow['additions']) => {
    if (low === high) return format.number(low);
    const ends = { low: format.number(low), high: format.number(high) };
    return low === 0 ? t('relayUpTo', ends) : t('relayBetween', ends);
  };
  const table = ({ rows }: { rows: RelayRow[] }): TableOf<RelayRow> => ({
    rows,
    rowKey: ({ node }) => node,
    columns: [
      { key: 'entity', label: t('entity'), value: ({ name }) => name },
      {
        key: 'reached',
        share: true,
        label: t('relayNow'),
        numeric: true,
        value: ({ reached }) => reached,
        cell: ({ reached }) => format.percent(reached),
        told: ({ told }) => told.reached,
      },
      {
        key: 'additions',
        label: t('relayMore'),
        numeric: true,
        value: ({ additions }) => (additions.low + additions.high) / 2,
        cell: ({ additions }) => count(additions),
        told: ({ told }) => told.additions,
      },
      {
        key: 'reachable',
        share: true,
        label: t('relayThen'),
        numeric: true,
        value: ({ reachable }) => reachable,
        cell: ({ reachable }) => format.percent(reachable),
        told: ({ told }) => told.reachable,
      },
    ],
  });
  const isKnown = typeof data?.reached?.value === 'number' && typeof data.reachable?.value === 'number';

  return (
    <Panel
      query={{ data, error: whole.error ?? placed.error, refetch: whole.refetch }}
      title={({ reached, reachable, additions }) =>
        isKnown && additions > 0
          ? t('relayTitle', {
              count: Math.round(additions),
              n: format.number(Math.round(additions)),
              from: format.about(format.percent(reached?.value ?? 0), isBetween(reached)),
              to: format.about(format.percent(reachable?.value ?? 0), isBetween(reachable)),
            })
          : t('relayWaiting')
      }
      waitingTitle={t('relayWaiting')}
      subtitle={t('relaySubtitle')}
      asOf={({ asOf }) => asOf}
      caption={({ elsewhere, rows }) =>
        [
          elsewhere && elsewhere.high > 0 && rows.length > 0 && t('relayElsewhere', { n: count(elsewhere) }),
          t('relayCaption'),
        ]
          .filter(Boolean)
          .join(' ')
      }
      height={264}
      empty={({ rows }) => (!isKnown || rows.length === 0 ? <EmptyState title={t('relayNone')} /> : null)}
      table={table}
    >
      {(found) => <DataTable {...table(found)} label={t('relayWaiting')} maxHeight={300} />}
    </Panel>
  );
}
