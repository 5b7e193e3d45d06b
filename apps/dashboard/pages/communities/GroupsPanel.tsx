import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { type Communities, type Community, type PartOf } from '#contract/communities.js';
import { isSurelyRed } from '#domain/communities/community.js';
import { shareEnds } from '#domain/indicators/told.js';
import { type Interval, wholeCentreOf } from '#domain/statistics/interval.js';
import { useRights } from '../../api/rights.js';
import { useOrganizationSlug } from '../../app/filters.js';
import { useFormat } from '../../i18n/use-format.js';
import { AsOf } from '../../ui/AsOf.js';
import { DataTable } from '../../ui/DataTable.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { Panel, type PanelQuery } from '../../ui/Panel.js';
import { Status } from '../../ui/Status.js';
import { type Column, type Told } from '../../ui/table-of.js';
import { useGroupKind } from '../../ui/use-group-kind.js';

const states = { green: 'done', amber: 'waiting', red: 'attention' } as const;

/** A count with both of its ends; it has one value only where it is exact. */
const countTold = ({ low, high }: Interval, asOf: string): Told => ({
  ...{ value: low === high ? low : null, low, high },
  ...{ n: null, asOf },
});

const hasOneDay = (communities: readonly Community[]) => new Set(communities.map(({ weekEnd }) => weekEnd)).size < 2;

/** A share with both ends of what its published counts leave. */
const shareTold = ({ value, part, of }: PartOf, asOf: string): Told => ({
  ...{ value: part.low === part.high && of.low === of.high ? value : null, n: wholeCentreOf(of), asOf },
  ...(shareEnds(part, of) ?? { low: null, high: null }),
});

/** Every group that may be named, with where it stands. */
export function GroupsPanel({ query }: { query: PanelQuery<Communities> }) {
  const { t } = useTranslation('communities');
  const format = useFormat();
  const organization = useOrganizationSlug();
  const kindOf = useGroupKind();
  const { manages } = useRights();
  const written = ({ value, part, of }: PartOf) =>
    format.about(format.percent(value), part.low < part.high || of.low < of.high);
  const columnsOf = (joiningsTold: boolean, week: string | null): Column<Community>[] => [
    {
      key: 'name',
      label: t('group'),
      value: ({ name }) => name,
      cell: ({ name, owned }) => (owned === false ? `${name} (${t('noOwner')})` : name),
    },
    { key: 'kind', label: t('kind'), value: ({ kind }) => (kind === null ? null : kindOf(kind)) },
    {
      key: 'month',
      label: t('month'),
      numeric: true,
      value: ({ month }) => month,
      cell: ({ month, plannedMonths }) => {
        if (month === null) return '–';
        return plannedMonths === null ? t('monthOnly', { n: month }) : t('monthOf', { n: month, of: plannedMonths });
      },
    },
    {
      key: 'members',
      label: t(joiningsTold ? 'members' : 'participants'),
      numeric: true,
      value: ({ members }) => members.low,
      told: ({ members, weekEnd }) => countTold(members, weekEnd),
      cell: ({ members }) => format.range(members),
    },
    {
      key: 'active',
      label: t('active'),
      numeric: true,
      value: ({ active }) => active.low,
      told: ({ active, weekEnd }) => countTold(active, weekEnd),
      cell: ({ active, weekEnd }) => (
        <>
          {format.range(active)}
          {week && <AsOf day={weekEnd} week={week} />}
        </>
      ),
    },
    {
      key: 'state',
      share: true,
      label: t('state'),
      value: ({ health }) => health?.value ?? null,
      told: ({ health, weekEnd }) => health && shareTold(health, weekEnd),
      cell: ({ colour, health }) =>
        colour && health ? <Status state={states[colour]}>{`${t(colour)}, ${written(health)}`}</Status> : '–',
    },
    { key: 'stage', label: t('stage'), value: ({ stage }) => (stage ? t(stage) : null) },
    {
      key: 'messages',
      label: t('messages'),
      numeric: true,
      value: ({ messages }) => messages?.low ?? null,
      told: ({ messages, weekEnd }) => messages && countTold(messages, weekEnd),
      cell: ({ messages }) => (messages ? format.range(messages) : '–'),
    },
    {
      key: 'answered',
      share: true,
      label: t('answered'),
      numeric: true,
      value: ({ answered }) => answered?.value ?? null,
      told: ({ answered, weekEnd }) => answered && shareTold(answered, weekEnd),
      cell: ({ answered }) => (answered ? written(answered) : '–'),
    },
    { key: 'zone', label: t('zone'), value: ({ zone }) => (zone ? t(zone) : null) },
  ];
  const tableOf = ({ communities, joiningsTold, week }: Communities) => ({
    // One day for all is told above the table.
    columns: columnsOf(joiningsTold, hasOneDay(communities) ? null : week),
    rows: communities,
    rowKey: ({ key }: Community) => key,
  });
  return (
    <Panel
      query={query}
      title={({ communities }) => {
        const red = communities.filter(({ health }) => isSurelyRed(health)).length;
        const counts = { red: format.number(red), of: format.number(communities.length) };
        return communities.length === 0 ? t('listTitle') : t('listFinding', { count: red, ...counts });
      }}
      waitingTitle={t('listTitle')}
      subtitle={t('listSubtitle')}
      asOf={({ communities }) => (hasOneDay(communities) ? (communities[0]?.weekEnd ?? null) : null)}
      caption={({ communities, groups, joiningsTold }) => {
        const counts = { n: format.number(communities.length), all: groups ? format.range(groups) : '–' };
        return `${t('listCaption', counts)} ${t(joiningsTold ? 'membersAre' : 'participantsAre')}`;
      }}
      height={420}
      actions={
        manages && (
          <Anchor component={Link} to={`/o/${organization}/groups`} size="sm">
            {t('toKinds')}
          </Anchor>
        )
      }
      empty={({ communities }) => (communities.length === 0 ? <EmptyState title={t('listNone')} /> : null)}
      table={tableOf}
    >
      {(data) => <DataTable label={t('listTitle')} {...tableOf(data)} maxHeight={520} />}
    </Panel>
  );
}
