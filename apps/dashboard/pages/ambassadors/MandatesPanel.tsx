import { Button, SegmentedControl, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Ambassadors, type Mandate } from '#contract/ambassadors.js';
import { useFilters } from '../../app/filters.js';
import { useFormat } from '../../i18n/use-format.js';
import { DataTable } from '../../ui/DataTable.js';
import { Panel, type PanelQuery } from '../../ui/Panel.js';
import { type Column, type TableOf } from '../../ui/table-of.js';
import styles from './ambassadors.module.css';

const roles = { ambassador: 'roleAmbassador', sponsor: 'roleSponsor', community_manager: 'roleCommunity' } as const;
const firstRows = 50;

interface MandatesPanelProps {
  query: PanelQuery<Ambassadors>;
  /** Keys of the entities to show; all without it. */
  entities: ReadonlySet<string> | null;
}

/** The declared roles: who, where, since when, and how long against the landmark. */
export function MandatesPanel({ query, entities }: MandatesPanelProps) {
  const { t } = useTranslation('ambassadors');
  const format = useFormat();
  const [{ find = '' }, setFilters] = useFilters();
  const [running, setRunning] = useState(true);
  const [whole, setWhole] = useState(false);
  const columns = useColumns();
  const wanted = find.toLocaleLowerCase();
  const rowsOf = ({ mandates }: Ambassadors) =>
    mandates
      .map((mandate, i) => ({ ...mandate, key: String(i) }))
      .filter(
        (mandate) =>
          mandate.running === running &&
          (!entities || (mandate.entity !== null && entities.has(mandate.entity))) &&
          `${mandate.name ?? ''} ${mandate.entityName ?? ''}`.toLocaleLowerCase().includes(wanted),
      );
  const table = (data: Ambassadors): TableOf<Row> => ({ rows: rowsOf(data), rowKey: ({ key }) => key, columns });

  return (
    <Panel
      query={query}
      title={(data) => {
        const count = rowsOf(data).length;
        return t('mandatesTitle', { count, n: format.number(count) });
      }}
      waitingTitle={t('mandatesWaiting')}
      subtitle={t('mandatesSubtitle')}
      caption={(data) => {
        const unnamed = rowsOf(data).filter(({ name }) => name === null).length;
        return unnamed > 0 && t('mandatesCaption', { count: unnamed, n: format.number(unnamed) });
      }}
      table={table}
      actions={
        <div className={styles.tools}>
          <SegmentedControl
            aria-label={t('state')}
            size="xs"
            value={running ? 'running' : 'ended'}
            onChange={(value) => setRunning(value === 'running')}
            data={[
              { value: 'running', label: t('stateRunning') },
              { value: 'ended', label: t('stateEnded') },
            ]}
          />
          <TextInput
            size="xs"
            aria-label={t('find')}
            placeholder={t('find')}
            leftSection={<IconSearch size={14} stroke={1.6} aria-hidden />}
            value={find}
            onChange={(event) => setFilters({ find: event.currentTarget.value || undefined })}
          />
        </div>
      }
    >
      {(data) => {
        const facts = table(data);
        const hidden = facts.rows.length - firstRows;
        return (
          <>
            <DataTable
              {...facts}
              rows={whole ? facts.rows : facts.rows.slice(0, firstRows)}
              label={t('mandatesWaiting')}
              maxHeight={440}
            />
            {hidden > 0 && (
              <Button variant="default" size="xs" mt="md" onClick={() => setWhole(!whole)}>
                {whole ? t('showFewer') : t('showRows', { n: format.number(hidden) })}
              </Button>
            )}
          </>
        );
      }}
    </Panel>
  );
}

type Row = Mandate & { key: string };

function useColumns(): Column<Row>[] {
  const { t } = useTranslation('ambassadors');
  const format = useFormat();
  const held = ({ days, planned, length, role }: Row) => {
    if (days === null) return '–';
    const n = format.number(days);
    const said =
      planned === null
        ? t('daysHeld', { count: days, n })
        : t('daysOf', { count: planned, n, planned: format.number(planned) });
    // The landmark is one for ambassadors.
    if (role !== 'ambassador') return said;
    return `${said}, ${t(length ?? 'tooEarly')}`;
  };
  return [
    {
      key: 'person',
      label: t('person'),
      value: ({ name }) => name,
      cell: ({ name }) => name ?? <span className={styles.faint}>{t('unnamed')}</span>,
    },
    { key: 'role', label: t('role'), value: ({ role }) => t(roles[role]) },
    { key: 'entity', label: t('entity'), value: ({ entityName }) => entityName },
    {
      key: 'since',
      label: t('mission'),
      value: ({ from }) => from,
      cell: ({ from, to }) => {
        const begun = from ? format.day(from, 'long') : t('always');
        return to ? t('missionTo', { from: begun, to: format.day(to, 'long') }) : t('missionSince', { from: begun });
      },
    },
    {
      key: 'held',
      label: t('heldAgainst'),
      numeric: true,
      value: ({ days }) => days,
      cell: held,
    },
  ];
}
